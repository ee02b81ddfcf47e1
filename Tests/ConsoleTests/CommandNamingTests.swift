internal import Testing

@testable import Console

@Suite struct `The vault in a command that is shown` {
  private let naming = CommandNaming(vault: "dad")

  @Test(arguments: [
    ("Next: netvault add symptom", "Next: netvault --vault dad add symptom"),
    ("netvault list", "netvault --vault dad list"),
    (
      "Next: netvault visit print    (afterwards: netvault visit write)",
      "Next: netvault --vault dad visit print    (afterwards: netvault --vault dad visit write)"
    ),
    ("Next: netvault --vault eve list", "Next: netvault --vault eve list"),
    ("Another netvault is using this vault.", "Another netvault is using this vault."),
    ("Words: netvault help words", "Words: netvault help words"),
  ])
  func `stands after the program's name`(text: String, named: String) {
    #expect(Styled(text).naming(naming).text == named)
  }

  @Test func `is in quotation marks where it is two words`() {
    let naming = CommandNaming(vault: "my dad")
    #expect(Styled("netvault list").naming(naming).text == #"netvault --vault "my dad" list"#)
  }

  @Test(arguments: [nil, "", "/media/stick/dad.vault"])
  func `is left out where none was named, or a file was`(vault: String?) {
    #expect(Styled("netvault list").naming(CommandNaming(vault: vault)).text == "netvault list")
  }
}
