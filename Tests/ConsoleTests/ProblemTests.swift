import Console
import Testing

@Suite struct `A problem` {
  @Test func `is one line of JSON for programs`() {
    let problem = Problem.wrongPassphrase(owner: nil, triesLeft: 0)
    #expect(
      problem.jsonLine
        == "{\"error\":\"wrong-passphrase\",\"exit\":12,\"message\":\"Still not the right "
        + "passphrase. Nothing was changed. Look for the paper you wrote it on, and try again.\"}")
  }

  @Test func `keeps its JSON whole, whatever was typed`() {
    let problem = Problem.notYesOrNo("a\"b\\c\nd\u{1B}")
    #expect(!problem.jsonLine.contains("\n"))
    #expect(problem.jsonLine.contains("a\\\"b\\\\c\\nd\\u001"))
  }

  @Test func `is said in the order: what, safe, why, next`() {
    let problem = Problem("What.", safe: "Safe.", why: "Why.", next: "Next.", exit: .failed)
    #expect(problem.lines == ["What.", "Safe.", "Why.", "Next."])
    #expect(problem.name == "failed")
  }
}
