import Console
import Glibc
import Testing

@Suite struct `A secret line` {
  /// What is read from a pipe that holds these bytes, and what stays in it.
  private func read(_ text: String) -> (secret: [UInt8]?, rest: String) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return (nil, "no pipe") }
    let bytes = Array(text.utf8)
    _ = unsafe write(ends[1], bytes, bytes.count)
    close(ends[1])
    defer { close(ends[0]) }
    var secret: [UInt8]?
    let isRead = unsafe SecretLine.read(from: ends[0]) { unsafe secret = Array($0) }
    #expect(isRead == (secret != nil))
    var rest = [UInt8](repeating: 0, count: 100)
    let count = unsafe Glibc.read(ends[0], &rest, rest.count)
    return (secret, String(decoding: rest[..<max(0, count)], as: UTF8.self))
  }

  @Test func `ends at the line break, and takes no more`() {
    let found = read("six words\nnext line\n")
    #expect(found.secret == Array("six words".utf8))
    #expect(found.rest == "next line\n")
  }

  @Test func `may lack its line break, or have that of another system`() {
    #expect(read("six words").secret == Array("six words".utf8))
    #expect(read("six words\r\n").secret == Array("six words".utf8))
  }

  @Test func `may be empty, but nothing is not a line`() {
    #expect(read("\n").secret == [])
    #expect(read("").secret == nil)
  }

  @Test func `is refused when it is too long to be whole`() {
    #expect(read(String(repeating: "a", count: 4096) + "\n").secret?.count == 4096)
    #expect(read(String(repeating: "a", count: 4097) + "\n").secret == nil)
  }
}
