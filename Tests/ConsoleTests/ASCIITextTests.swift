import Console
import Testing

@Suite struct `Text for a terminal without UTF-8` {
  @Test(arguments: [
    ("Ana Brandt", "Ana Brandt"), ("Müller, Łukasz Ångström", "Muller, Lukasz Angstrom"),
    ("Straße · 5 – 6 °C", "Strasse - 5 - 6  deg C"), ("≤ 2 µg/L ± 1", "<= 2 ug/L +/- 1"),
    ("“yes”…", "\"yes\"..."), ("e\u{301}", "e"), ("Ђорђе", "?????"), ("日本", "??"), ("🙂", "?"),
  ])
  func `has the letters of ASCII`(text: String, shown: String) {
    #expect(ASCIIText.of(text) == shown)
    #expect(ASCIIText.of(text).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `is what all three streams get there, and what a file never gets`() {
    func screen(_ environment: [String: String], isTerminal: Bool) -> String {
      let device = ScriptedDevice(typing: ["x"])
      let terminal = Terminal(
        settings: TerminalSettings(
          options: TerminalOptions(color: false), environment: environment,
          surroundings: TerminalSurroundings(
            answersAreTerminal: isTerminal, talkIsTerminal: isTerminal, canAsk: true)),
        device: device)
      terminal.answer("é")
      terminal.say("ü")
      var table = Table([Table.Column("Name")])
      table.add(["ø"])
      table.write(to: terminal)
      return device.screen
    }
    #expect(screen(["LANG": "C"], isTerminal: true) == "e\nu\nName\no\n")
    #expect(screen([:], isTerminal: true) == "e\nu\nName\no\n")
    #expect(screen(["LANG": "de_DE.ISO-8859-1"], isTerminal: true) == "e\nu\nName\no\n")
    #expect(screen(["LANG": "C.UTF-8"], isTerminal: true) == "é\nü\nName\nø\n")
    #expect(screen(["LANG": "C"], isTerminal: false) == "é\nü\nName\nø\n")
  }
}
