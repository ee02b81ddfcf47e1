import Console
import Testing

@Suite struct `Styled words` {
  @Test func `are the words alone without colour`() {
    let text: Styled = "Due  \(attention: "Overdue") by \(1) month"
    #expect(text.text == "Due  Overdue by 1 month")
    let scene = Scene()
    scene.terminal.answer(text)
    #expect(scene.device.answers == "Due  Overdue by 1 month\n")
  }

  @Test func `use three styles of the terminal's own theme`() {
    let scene = Scene(options: TerminalOptions())
    scene.terminal.answer("\(bold: "a") \(attention: "b") \(dim: "c")")
    #expect(
      scene.device.answers
        == "\u{1B}[1ma\u{1B}[0m \u{1B}[33mb\u{1B}[0m \u{1B}[2mc\u{1B}[0m\n")
  }

  @Test func `cannot bring styles of their own`() {
    let scene = Scene(options: TerminalOptions())
    scene.terminal.answer("\(bold: "a\u{1B}[31m")")
    #expect(scene.device.answers == "\u{1B}[1ma?[31m\u{1B}[0m\n")
  }
}
