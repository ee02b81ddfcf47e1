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

  @Test func `leaves a crash to the kernel, which says nothing about memory`() {
    #expect(hardenProcess() == [])
    for number in [SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP] {
      var action = sigaction()
      #expect(unsafe sigaction(number, nil, &action) == 0)
      #expect(unsafe action.__sigaction_handler.sa_handler == nil, "signal \(number)")
    }
  }
}
