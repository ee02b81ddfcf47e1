import Console
import Glibc
import Testing

@Suite struct `A command that gives a secret` {
  private func run(_ words: [String]) throws(SecretCommand.Trouble) -> String {
    var text = ""
    unsafe try SecretCommand.run(words) { unsafe text = String(decoding: $0, as: UTF8.self) }
    return text
  }

  private func trouble(_ words: [String]) -> SecretCommand.Trouble? {
    do throws(SecretCommand.Trouble) {
      _ = try run(words)
      return nil
    } catch {
      return error
    }
  }

  @Test func `gives its first line`() throws {
    #expect(try run(["printf", #"harbor violin\nsecond\n"#]) == "harbor violin")
    #expect(try run(["printf", "no end"]) == "no end")
    #expect(try run(["printf", #"dos\r\nx"#]) == "dos")
  }

  @Test func `is run without a shell`() throws {
    #expect(try run(["echo", "$HOME;", "`id`"]) == "$HOME; `id`")
  }

  @Test func `may write more than a pipe holds`() throws {
    #expect(try run(["seq", "1", "200000"]) == "1")
  }

  @Test func `says how it ended`() {
    #expect(trouble(["false"]) == .ended(1))
    #expect(trouble(["sh", "-c", "echo x; exit 3"]) == .ended(3))
    #expect(trouble(["sh", "-c", "echo x; kill -9 $$"]) == .ended(nil))
    #expect(trouble(["true"]) == .nothing)
    #expect(trouble(["no-such-program-anywhere"]) == .notStarted(ENOENT))
    #expect(trouble(["sh", "-c", "head -c 5000 /dev/zero"]) == .nothing)
  }
}
