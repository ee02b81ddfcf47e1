import Console
import Testing

@Suite struct `A help screen` {
  static let text = """
    Add a record.

    Examples:
      netvault add result
      netvault add result --name "chromogranin A" --value "88 ng/mL" --date 2026-11-10
      netvault show 3      the third of the last list

    This sentence is so long that the program
    has it on two lines of its source.
    """

  private func lines(_ width: Int, accessible: Bool = false) -> [String] {
    HelpScreen(Self.text).lines(width: width, isAccessible: accessible).map(\.text)
  }

  @Test func `joins the lines of a paragraph, and keeps what is typed on lines of its own`() {
    #expect(
      HelpScreen(Self.text).parts == [
        .paragraph("Add a record."), .blank, .heading("Examples:"), .line("netvault add result"),
        .line(
          "netvault add result --name \"chromogranin A\" --value \"88 ng/mL\" --date 2026-11-10"),
        .pair(name: "netvault show 3", words: "the third of the last list"), .blank,
        .paragraph(
          "This sentence is so long that the program has it on two lines of its source."),
      ])
  }

  @Test func `breaks a command where a shell reads on, and never inside quotes`() {
    #expect(
      lines(40)[4...8] == [
        "  netvault add result --name \\", "      \"chromogranin A\" --value \\",
        "      \"88 ng/mL\" --date 2026-11-10", "  netvault show 3",
        "      the third of the last list",
      ])
    #expect(lines(72)[6] == "  netvault show 3  the third of the last list")
  }

  @Test(arguments: [40, 50, 60, 72, 100])
  func `fits every width`(width: Int) {
    for line in lines(width) { #expect(line.count <= width, "\(line)") }
  }

  @Test func `has no columns for a screen reader`() {
    for line in lines(40, accessible: true) {
      #expect(!line.contains("  "))
      #expect(!line.hasPrefix(" "))
    }
    #expect(lines(72, accessible: true).contains("netvault show 3: the third of the last list"))
  }

  @Test func `of the argument parser is said in plain words, in another order`() {
    let parsed = """
      OVERVIEW: List records, newest first.

      Example:
        netvault list

      USAGE: netvault list [<kind>] [<options>]

      ARGUMENTS:
        <kind>                  A kind of record.

      OPTIONS OF EVERY COMMAND:
        --json                  Answer in JSON.

      OPTIONS:
        --passphrase-file <file>
                                Read the passphrase from a file.
        --since <date>          Only what happened later.

      EVERYDAY SUBCOMMANDS:
        add, new                Answer a few questions.

        See 'netvault help <subcommand>' for detailed help.
      """
    let screen = HelpScreen(parser: parsed, without: ["options of every command"])
    #expect(
      screen.lines(width: 72, isAccessible: false).map(\.text) == [
        "List records, newest first.", "", "Example:", "  netvault list", "", "How to write it:",
        "  netvault list [KIND] [OPTIONS]", "", "What to write after it:",
        "  KIND         A kind of record.", "", "Options:",
        "  --passphrase-file FILE  Read the passphrase from a file.",
        "  --since DATE            Only what happened later.", "", "Everyday:",
        "  add, new     Answer a few questions.",
      ])
  }
}
