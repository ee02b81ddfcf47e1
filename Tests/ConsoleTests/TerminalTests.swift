import Console
import Testing

@Suite struct `A terminal` {
  @Test func `keeps answers and talk apart`() {
    let scene = Scene()
    scene.terminal.answer("Chromogranin A")
    scene.terminal.say("Next: netvault add")
    #expect(scene.device.answers == "Chromogranin A\n")
    #expect(scene.device.talk == "Next: netvault add\n")
  }

  @Test func `wraps at 72 columns, but not answers for a program`() {
    let text = String(repeating: "word ", count: 20) + "end"
    let wide = Scene(columns: 200)
    wide.terminal.answer(Styled(text))
    #expect(wide.device.answers.split(separator: "\n").map(\.count) == [69, 33])
    let piped = Scene(isTerminal: false)
    piped.terminal.answer(Styled(text))
    #expect(piped.device.answers == text + "\n")
  }

  @Test(arguments: [TerminalOptions(isQuiet: true), TerminalOptions(json: true)])
  func `is quiet when asked, except about problems`(options: TerminalOptions) {
    let scene = Scene(options: options)
    scene.terminal.say("Saved.")
    #expect(scene.device.talk == "")
    scene.terminal.report(.nothingToDo)
    #expect(scene.device.talk.contains("There is nothing to do."))
  }

  @Test func `reports a problem in lines, or as one line of JSON`() {
    let person = Scene()
    person.terminal.report(.noVaultYet)
    #expect(
      person.device.talk
        == "There is no vault on this computer yet.\nMake one with:  netvault init\n")
    let program = Scene(options: TerminalOptions(json: true))
    program.terminal.report(.noVaultYet)
    #expect(
      program.device.talk
        == "{\"error\":\"no-vault\",\"exit\":10,\"message\":\"There is no vault on this computer "
        + "yet. Make one with: netvault init\"}\n")
  }

  @Test func `says that accessible mode is on`() {
    let scene = Scene(options: TerminalOptions(isAccessible: true))
    scene.terminal.greet()
    #expect(scene.device.talk == "Accessible mode is on.\n")
    let other = Scene()
    other.terminal.greet()
    #expect(other.device.talk == "")
  }

  @Test func `makes all text safe, but not bytes for a program`() {
    let scene = Scene()
    scene.terminal.answer("a\u{1B}[2J")
    scene.terminal.say("b\u{1B}[2J")
    scene.terminal.report(.noSuchFile("c\u{1B}[2J", close: nil))
    #expect(!scene.device.screen.contains("\u{1B}"))
    scene.terminal.write([0x1B])
    #expect(scene.device.screen.contains("\u{1B}"))
  }

  @Test func `tells when the answers could not be written`() {
    let full = Scene(isFull: true)
    #expect(problem { () throws(Problem) in try full.terminal.finish() } == .answersNotWritten)
    let fine = Scene()
    #expect(problem { () throws(Problem) in try fine.terminal.finish() } == nil)
  }

  @Test func `says on Ctrl-C what is true`() {
    #expect(Stopped.nothingChanged.words == "Stopped. Nothing was changed.")
    #expect(Stopped.nothingSaved.words == "Stopped. Nothing was saved.")
    #expect(Stopped.someSaved.words == "Stopped. What was finished before stays saved.")
  }
}
