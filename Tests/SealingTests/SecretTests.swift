import Glibc
internal import Sealing
import Testing

@Suite struct `A secret` {
  /// What a secret read from a pipe has in it.
  private func read(_ text: String) throws -> String {
    var ends: [Int32] = [0, 0]
    #expect(unsafe pipe(&ends) == 0)
    let bytes = Array(text.utf8)
    #expect(unsafe Glibc.write(ends[1], bytes, bytes.count) == bytes.count)
    Glibc.close(ends[1])
    defer { Glibc.close(ends[0]) }
    let secret = try Secret.read(from: ends[0])
    return secret.lend { span in
      String(decoding: span.indices.map { span[$0] }, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("word", "word"), ("word\n", "word"), ("word\n\n", "word\n"), ("word\r\n", "word\r"),
    ("two\nlines\n", "two\nlines"), ("\n", ""), ("", ""), (" word ", " word "),
  ])
  func `read from a file loses exactly one newline`(text: String, kept: String) throws {
    #expect(try read(text) == kept)
  }

  @Test func `is refused, not cut, when it is too long`() throws {
    let longest = String(repeating: "x", count: Secret.longest)
    #expect(try read(longest + "\n") == longest)
    #expect(throws: SealError.secretNotAllowed) { try read(longest + "xx") }
    #expect(throws: SealError.secretNotAllowed) { try read(longest + "x\n") }
  }

  @Test func `cannot be read from what is not open`() {
    #expect(throws: SealError.io(errno: EBADF)) { _ = try Secret.read(from: -1) }
  }

  @Test func `is random when asked`() throws {
    let first = try Secret.random(count: 32)
    let second = try Secret.random(count: 32)
    let same = first.lend { one in
      second.lend { two in one.indices.allSatisfy { one[$0] == two[$0] } }
    }
    #expect(!same)
  }

  @Test func `lives in memory that is kept apart`() {
    #expect(Secret.heap != .ordinary)
  }
}
