import Console
import Testing

@Suite struct `A prompt` {
  @Test func `takes a line, or its default`() throws {
    let scene = Scene(typing: ["Ana Brandt", "", "?", "x"])
    let prompt = Prompt(scene.terminal)
    #expect(try prompt.line("Whose records?", flag: "name") == "Ana Brandt")
    #expect(try prompt.line("When?", default: "today", flag: "date") == "today")
    #expect(try prompt.line("Where?", help: "A town will do.", flag: "place") == "x")
    #expect(
      scene.device.screen == """
        Whose records? Ana Brandt
        When? [today]\u{20}
        Where? ?
        A town will do.
        Where? x

        """)
  }

  @Test func `takes yes or no, and says a mistake differently the second time`() throws {
    let scene = Scene(typing: ["perhaps", "dunno", "N"])
    #expect(try !Prompt(scene.terminal).yes("Add these?"))
    #expect(
      scene.device.screen == """
        Add these? [yes] perhaps
          "perhaps" is neither yes nor no.
          Type y for yes or n for no.
        Add these? [yes] dunno
          Only yes or no can be used here. One letter is enough.
        Add these? [yes] N

        """)
  }

  @Test func `does not ask what --yes has answered`() throws {
    let scene = Scene(options: TerminalOptions(assumesYes: true), canAsk: false)
    #expect(try Prompt(scene.terminal).yes("Add these?"))
    #expect(scene.device.screen == "")
  }

  @Test(arguments: [
    (["2"], 1), (["keep both"], 2), (["use"], 1), ([""], 0), (["9", "3"], 2), (["keep", "1"], 0),
  ])
  func `takes one of a list by number or words`(typed: [String], place: Int) throws {
    let scene = Scene(typing: typed)
    let chosen = try Prompt(scene.terminal).choice(
      "For the 1 that differs:", ["keep mine", "use the file", "keep both"], default: 0,
      flag: "differs")
    #expect(chosen == place)
    #expect(
      scene.device.screen.hasPrefix(
        """
        For the 1 that differs:
          1  keep mine
          2  use the file
          3  keep both
        Choose [1]\u{20}
        """))
  }

  @Test func `ends with a colon in accessible mode`() throws {
    let scene = Scene(
      typing: ["1", "yes"], options: TerminalOptions(color: false, isAccessible: true))
    let prompt = Prompt(scene.terminal)
    _ = try prompt.choice("Which?", ["left", "right"], flag: "side")
    _ = try prompt.yes("Save?")
    #expect(
      scene.device.screen == """
        Which?
        1: left.
        2: right.
        Number: 1
        Save? [yes]: yes

        """)
  }

  @Test func `lends a passphrase without showing it`() throws {
    let scene = Scene(typing: ["six plain words"])
    let count = try unsafe Prompt(scene.terminal).passphrase("Passphrase for Ana Brandt:") {
      $0.count
    }
    #expect(count == 15)
    #expect(scene.device.screen == "Passphrase for Ana Brandt: \n")
  }

  @Test func `passes on what a passphrase was refused for`() {
    let scene = Scene(typing: ["x"])
    let found = problem { () throws(Problem) in
      try unsafe Prompt(scene.terminal).passphrase("Passphrase:") { _ throws(Problem) -> Int in
        throw .passphraseEmpty
      }
    }
    #expect(found == .passphraseEmpty)
  }

  @Test func `wants the name typed for what cannot be brought back`() throws {
    let scene = Scene(typing: ["ana", "ana-brandt"])
    try Prompt(scene.terminal).typedName("Empty the bin? Type the name:", name: "ana-brandt")
    #expect(scene.device.screen.contains("That is not the name \"ana-brandt\"."))
  }

  @Test(arguments: [true, false])
  func `names its flag where nothing can be asked`(noInput: Bool) {
    let scene = Scene(options: TerminalOptions(noInput: noInput), canAsk: noInput)
    let prompt = Prompt(scene.terminal)
    #expect(
      problem { () throws(Problem) in try prompt.line("Whose?", flag: "name") }
        == .needsAnswer("Whose?", flag: "name", noInput: noInput))
    #expect(
      problem { () throws(Problem) in try prompt.yes("Save?") }
        == .needsAnswer("Save?", flag: "yes", noInput: noInput))
    #expect(
      problem { () throws(Problem) in try prompt.choice("Which?", ["a"], flag: "side") }
        == .needsAnswer("Which?", flag: "side", noInput: noInput))
    let secret = problem { () throws(Problem) in
      try unsafe prompt.passphrase("Passphrase:") { _ in 1 }
    }
    #expect(secret == .passphraseNeeded)
    #expect(scene.device.screen == "")
  }

  @Test func `needs an answer when the talk ends`() {
    let scene = Scene(typing: [])
    #expect(
      problem { () throws(Problem) in try Prompt(scene.terminal).line("Whose?", flag: "name") }
        == .endedBeforeAnswer(flag: "name"))
  }
}
