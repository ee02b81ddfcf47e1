internal import ArgumentParser
internal import Console
internal import JSON
internal import Records

/// What `netvault help TOPIC` explains. A topic is a hidden command that says a text.
protocol Topic: TalkingCommand {
  static var name: String { get }
  /// The first paragraph is what the list of topics says.
  static var text: String { get }
  static func screen() -> HelpScreen
}

extension Topic {
  static var configuration: CommandConfiguration {
    let about = text.prefix { $0 != "\n" }
    return CommandConfiguration(
      commandName: name, abstract: String(about),
      discussion: text.dropFirst(about.count).trimmingLines, shouldDisplay: false)
  }

  static func screen() -> HelpScreen { Topics.true(text) }

  func perform(_ talk: Talk) throws -> Exit {
    if options.json {
      talk.answer(json: [
        "format": RecordsJSON.format, "topic": .string(Self.name),
        "text": .array(Self.screen().words.map { .string($0) }),
      ])
    } else {
      Self.screen().write(to: talk.terminal)
    }
    return .done
  }
}

enum Topics {
  static let all: [any Topic.Type] = [
    Dates.self, Words.self, Privacy.self, Accessibility.self, Files.self, ExitCodes.self,
    Options.self, Commands.self,
  ]

  /// A text without the lines about settings where there is no command for them.
  static func `true`(_ text: String) -> HelpScreen {
    let hasSettings = CommandTree.names(below: Netvault.self).contains("config")
    return HelpScreen(
      HelpScreen(text).parts.filter { part in
        guard !hasSettings, case .pair(let name, let words) = part else { return true }
        return !words.hasPrefix("netvault config") && name != "your settings"
      })
  }

  struct Commands: Topic {
    static let name = "commands"
    static let text = TopicText.commands
    static func screen() -> HelpScreen { HelpPages.commands }
    @OptionGroup var options: GlobalOptions
  }

  struct Options: Topic {
    static let name = "options"
    static let text = TopicText.options
    static func screen() -> HelpScreen { HelpPages.options }
    @OptionGroup var options: GlobalOptions
  }

  struct ExitCodes: Topic {
    static let name = "exit-codes"
    static let text = TopicText.exitCodes
    static func screen() -> HelpScreen {
      HelpScreen(text)
        + HelpScreen(Exit.allCases.map { .pair(name: String($0.code), words: $0.meaning) })
    }
    @OptionGroup var options: GlobalOptions
  }

  struct Dates: Topic {
    static let name = "dates"
    static let text = TopicText.dates
    @OptionGroup var options: GlobalOptions
  }

  struct Privacy: Topic {
    static let name = "privacy"
    static let text = TopicText.privacy
    @OptionGroup var options: GlobalOptions
  }

  struct Accessibility: Topic {
    static let name = "accessibility"
    static let text = TopicText.accessibility
    @OptionGroup var options: GlobalOptions
  }

  struct Files: Topic {
    static let name = "files"
    static let text = TopicText.files
    @OptionGroup var options: GlobalOptions
  }

  /// `netvault help words`, and one of them with its source: `netvault help words Ki-67`.
  struct Words: Topic {
    static let name = "words"
    static let text = TopicText.words
    static func screen() -> HelpScreen {
      HelpScreen(text)
        + HelpScreen(
          Glossary.shared.entries.map { .pair(name: $0.term, words: $0.words) })
        + HelpScreen(TopicText.wordsNote)
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: ArgumentHelp("A word to explain.", valueName: "term"))
    var term: [String] = []

    func perform(_ talk: Talk) throws -> Exit {
      let typed = term.joined(separator: " ")
      let found = term.isEmpty ? Glossary.shared.entries : Glossary.shared.find(typed)
      guard !found.isEmpty else {
        throw Problem.unknownTerm(typed, close: Glossary.shared.closest(to: typed))
      }
      if options.json {
        talk.answer(json: [
          "format": RecordsJSON.format, "words": .array(found.map { Self.json($0) }),
        ])
      } else if term.isEmpty {
        Self.screen().write(to: talk.terminal)
      } else {
        found.reduce(HelpScreen()) { $0 + Self.screen(of: $1) }.write(to: talk.terminal)
      }
      return .done
    }

    private static func screen(of entry: GlossaryEntry) -> HelpScreen {
      var parts: [HelpScreen.Part] = [.heading(entry.term), .paragraph(entry.words)]
      if !entry.also.isEmpty {
        parts.append(.paragraph("Also called: \(entry.also.joined(separator: ", "))."))
      }
      let day = PartialDate(entry.asOf)?.spelled ?? entry.asOf
      let source = entry.source.hasSuffix("?") ? entry.source : entry.source + "."
      parts.append(.paragraph("Source: \(source) Looked up on \(day)."))
      return HelpScreen(parts)
    }

    private static func json(_ entry: GlossaryEntry) -> JSONValue {
      [
        "term": .string(entry.term), "also": .array(entry.also.map { .string($0) }),
        "words": .string(entry.words), "source": .string(entry.source),
        "asOf": .string(entry.asOf),
      ]
    }
  }
}

extension Substring {
  /// Without empty lines at both ends.
  fileprivate var trimmingLines: String {
    guard let start = firstIndex(where: { $0 != "\n" }),
      let end = lastIndex(where: { $0 != "\n" })
    else { return "" }
    return String(self[start...end])
  }
}
