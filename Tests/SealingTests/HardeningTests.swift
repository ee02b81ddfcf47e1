import Glibc
internal import Sealing
import Testing

@Suite struct `The process` {
  @Test func `writes no core file`() {
    #expect(hardenProcess() == [])
    var limit = rlimit()
    #expect(unsafe getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0)
    #expect(limit.rlim_cur == 0 && limit.rlim_max == 0)
  }
}
