import Foundation
import Glibc
internal import Sealing
import Testing

@Suite struct `A large output` {
  private func content(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 11) }
  }

  /// On a disk, and in memory where nothing can be written past the cache.
  @Test(arguments: ["/var/tmp", "/dev/shm"], [0, 1, 4_096, 1 << 20, 3_000_001, 5 << 20])
  func `writes every byte, in pieces of any size`(folder: String, count: Int) throws {
    let path = "\(folder)/netvault-output-\(getpid())-\(count)"
    let handle = unsafe open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
    try #require(handle >= 0)
    defer {
      close(handle)
      unsafe unlink(path)
    }
    let all = content(count)
    let output = LargeOutput(handle)
    var start = 0
    var piece = 262_144
    while start < count {
      let end = min(start + piece, count)
      #expect(output.write(Array(all[start..<end])) == nil)
      start = end
      piece = start < 2 << 20 ? 262_144 : 99_991
    }
    #expect(output.finish() == nil)
    #expect(fcntl(handle, F_GETFL) & 0o40000 == 0, "the handle is as it was")
    #expect(try [UInt8](Data(contentsOf: URL(filePath: path))) == all)
  }

  @Test func `says what did not work, then or at the end`() throws {
    let full = unsafe open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    defer { close(full) }
    let output = LargeOutput(full)
    let first = output.write(content(5 << 20))
    #expect((first ?? output.finish()) == ENOSPC)
    let short = LargeOutput(full)
    #expect(short.write([1]) == nil)
    #expect(short.finish() == ENOSPC)
  }
}
