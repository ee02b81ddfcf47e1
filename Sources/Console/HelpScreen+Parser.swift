extension HelpScreen {
  /// Takes the help that the argument parser wrote for one command, unwrapped, and says it in the
  /// words and the order that netvault uses: what it is for, examples, how it is written, what it
  /// takes. `hidden` names the headings that are left out, in small letters.
  package init(parser text: String, without hidden: Set<String> = []) {
    let text = text.replacing("OVERVIEW: ", with: "")
    var sections: [(heading: String, screen: HelpScreen)] = []
    var heading = ""
    var body: [Substring] = []
    func close() {
      sections.append((heading, HelpScreen(body.joined(separator: "\n"))))
      body = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  See 'netvault help") { continue }
      if let title = Self.title(line) {
        close()
        heading = title
        if line.hasPrefix("USAGE: ") { body.append(line.dropFirst("USAGE: ".count)) }
      } else {
        body.append(line)
      }
    }
    close()
    parts = []
    for section in sections where !hidden.contains(section.heading.lowercased()) {
      let screen = HelpScreen(section.screen.parts.map { Self.plain($0) })
      if section.heading == "Usage" {
        self = self + HelpScreen([.heading("How to write it:")] + screen.asLines)
      } else if section.heading.isEmpty {
        self = self + screen
      } else if !screen.parts.isEmpty {
        self = self + HelpScreen([.heading(section.heading + ":")] + screen.parts)
      }
    }
  }

  /// The heading of the parser's in plain words, or nil where the line is none.
  private static func title(_ line: Substring) -> String? {
    if line.hasPrefix("USAGE: ") { return "Usage" }
    guard line.hasSuffix(":"), !line.hasPrefix(" "), !line.contains(where: \.isLowercase),
      line.contains(where: \.isUppercase)
    else { return nil }
    var words = line.dropLast().lowercased()
    if words == "subcommands" { words = "commands" }
    if words.hasSuffix(" subcommands") { words.removeLast(" subcommands".count) }
    if words == "arguments" { words = "what to write after it" }
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// `<file>` as FILE: the marks are read aloud as "less than".
  private static func plain(_ part: Part) -> Part {
    switch part {
    case .pair(let name, let words): .pair(name: plain(name), words: words)
    case .line(let text): .line(plain(text))
    default: part
    }
  }

  static func plain(_ text: String) -> String {
    text.replacing(/\[?<options>\]?/, with: "[OPTIONS]")
      .replacing(/<([a-z0-9-]+)>/) { $0.output.1.uppercased() }
  }

  private var asLines: [Part] {
    parts.map { part in
      if case .paragraph(let text) = part { .line(Self.plain(text)) } else { part }
    }
  }
}
