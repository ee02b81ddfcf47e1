import Console
import Testing

@Suite struct `A command line` {
  @Test(arguments: [
    ("pass show netvault", ["pass", "show", "netvault"]),
    ("  pass\tshow  x ", ["pass", "show", "x"]),
    ("'my pass' \"show it\"", ["my pass", "show it"]),
    ("a'b c'\"d e\"f", ["ab cd ef"]),
    (#"a\ b \"c"#, ["a b", "\"c"]),
    (#""a\"b\\c\n" '\'"#, [#"a"b\c\n"#, #"\"#]),
    ("a '' \"\"", ["a", "", ""]),
    (
      "echo $HOME `id` ; x | y > z *", ["echo", "$HOME", "`id`", ";", "x", "|", "y", ">", "z", "*"]
    ),
  ])
  func `is cut into words, and nothing in it is run`(line: String, words: [String]) {
    #expect(CommandWords.split(line) == words)
  }

  @Test(arguments: ["", "   ", "'a", "\"a", "a \\", "a 'b\""])
  func `that is not whole is refused`(line: String) {
    #expect(CommandWords.split(line) == nil)
  }
}
