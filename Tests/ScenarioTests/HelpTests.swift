internal import Foundation
internal import JSON
internal import Records
import Testing

/// What somebody sees who asks how netvault works.
@Suite struct `The help` {
  private let folder = FileManager.default.temporaryDirectory

  private func run(_ words: [String], _ environment: [String: String] = [:]) throws -> Outcome {
    try Program.run(
      words, environment: ["LANG": "C.UTF-8"].merging(environment) { $1 }, in: folder)
  }

  /// What may stand on the first screen, and what only `netvault help commands` shows.
  private static let main: Set = [
    "init", "practice", "add", "list", "show", "edit", "remove", "restore", "search", "timeline",
    "undo", "import", "attach", "results", "symptoms", "questions", "team", "schedule",
    "insurance", "checklist", "export", "given", "backup", "verify", "passphrase", "recover",
    "lock", "doctor", "completions",
  ]

  @Test func `begins with examples, the main commands and the topics`() throws {
    let help = try run(["help"])
    #expect(help.exit == .done, "\(help)")
    #expect(help.out.hasPrefix("Keep medical records in one locked file of your own.\n\nExamples:"))
    for words in [[], ["--help"], ["-h"]] where !words.isEmpty {
      #expect(try run(words).out == help.out)
    }
    for command in CommandList.all where command.words.count == 1 {
      let isShown =
        help.out.contains("\n  \(command.words[0]) ")
        || help.out.contains("\n  \(command.words[0]),")
      #expect(isShown == Self.main.contains(command.words[0]), "\(command)")
    }
    for topic in CommandList.topics { #expect(help.out.contains("\n  \(topic) "), "\(topic)") }
    #expect(!help.out.contains("OVERVIEW") && !help.out.contains("<"))
  }

  @Test func `has all commands and kinds in one list`() throws {
    let list = try run(["help", "commands"])
    for command in CommandList.all where !command.words.isEmpty && command.words.count < 3 {
      if command.words[0] == "add", command.words.count == 2 { continue }
      #expect(list.out.contains(command.words.joined(separator: " ")), "\(command)\n\(list)")
    }
    for kind in Kind.allCases { #expect(list.out.contains("  \(kind.rawValue) ")) }
  }

  @Test func `of every command says what it is for, then shows examples, then the rest`() throws {
    #expect(CommandList.all.count > 60)
    for command in CommandList.all {
      let help = try run(["help"] + command.words)
      #expect(help.exit == .done, "\(command)\n\(help)")
      let about = Self.letters(command.abstract)
      #expect(Self.letters(help.out).hasPrefix(about), "\(command)\n\(help)")
      #expect(command.abstract.hasSuffix("."), "\(command)")
      let example = help.out.firstRange(of: /\nExamples?:\n  netvault/)
      let usage = help.out.firstRange(of: "\nHow to write it:\n")
      #expect(example != nil && usage != nil, "\(command) has no example\n\(help)")
      if let example, let usage { #expect(example.lowerBound < usage.lowerBound, "\(command)") }
      #expect(try run(command.words + ["--help"]).out == help.out, "\(command)")
    }
  }

  /// Examples are tried where there is no vault: a command that is understood says so.
  @Test func `has only examples that the program understands`() throws {
    let desk = try Desk()
    let environment = desk.environment.merging(["NETVAULT_VAULT": desk.path("none/x.vault")]) { $1 }
    var count = 0
    for command in CommandList.all {
      let help = try run(["help"] + command.words, ["COLUMNS": "10000"])
      let plain = help.out.replacing(" \\\n      ", with: " ")
      // An example may be followed by what it does, after two spaces, or by where its answer goes.
      let examples = plain.split(separator: "\n").filter { $0.hasPrefix("  netvault ") }
        .map { String($0.dropFirst(2)) }
        .map { $0.replacing(#/ {2}.*/#, with: "").replacing(#/ >.*/#, with: "") }
      for line in examples where !line.contains(/[A-Z]{4,}|\.\.\.|\[/) {
        let words = Self.words(of: line).dropFirst()
        let outcome = try Program.run(
          Array(words) + ["--no-input", "--dry-run"], environment: environment, in: desk.folder)
        #expect(outcome.exit != .notUnderstood, "\(line)\n\(outcome)")
        #expect(outcome.signal == nil, "\(line)\n\(outcome)")
        count += 1
      }
    }
    #expect(count > 60)
  }

  /// Words as a shell cuts them.
  private static func words(of line: String) -> [String] {
    var words = [""]
    var isQuoted = false
    for letter in line {
      switch letter {
      case "\"": isQuoted.toggle()
      case " " where !isQuoted: words.append("")
      default: words[words.count - 1].append(letter)
      }
    }
    return words.filter { !$0.isEmpty }
  }

  @Test(arguments: [40, 72])
  func `has no line that is longer than the window`(columns: Int) throws {
    let pages = CommandList.all.map(\.words) + CommandList.topics.map { [$0] }
    for page in pages {
      let help = try run(["help"] + page, ["COLUMNS": String(columns)])
      for line in help.out.split(separator: "\n") {
        // One word, such as a path, is never cut.
        let isOneWord = line.split(separator: " ").count == 1
        #expect(line.count <= columns || isOneWord, "help \(page): \(line)")
      }
      // Narrow, it says the same.
      if columns == 40 {
        let wide = try run(["help"] + page, ["COLUMNS": "72"])
        #expect(Self.letters(help.out) == Self.letters(wide.out), "help \(page)")
      }
    }
  }

  private static func letters(_ text: String) -> String {
    String(text.replacing(" \\\n", with: "").filter { !$0.isWhitespace })
  }

  @Test func `names only commands that there are`() throws {
    let known = Set(CommandList.all.compactMap(\.words.first) + CommandList.topics + ["help"])
    for topic in CommandList.topics {
      let help = try run(["help", topic], ["COLUMNS": "10000"])
      for named in help.out.matches(of: #/ {2}netvault ([a-z][a-z-]+)/#) {
        #expect(known.contains(String(named.output.1)), "help \(topic): \(named.output.0)")
      }
    }
  }

  @Test func `can be heard`() throws {
    for page in CommandList.all.map(\.words) + CommandList.topics.map({ [$0] }) {
      let help = try run(["help"] + page + ["--accessible"])
      #expect(help.err == "Accessible mode is on.\n", "\(page)\n\(help)")
      #expect(!help.out.contains("  "), "\(page)\n\(help)")
    }
  }

  @Test func `is there for kinds, topics and words, wherever flags stand`() throws {
    #expect(try run(["help", "diagnosis"]).out == run(["add", "diagnosis", "--help"]).out)
    #expect(try run(["--no-color", "help", "dates"]).out == run(["dates"]).out)
    #expect(try run(["--vault", "help", "help", "dates"]).out == run(["dates"]).out)
    let word = try run(["help", "chromogranin-a"])
    #expect(word.out.contains("chromogranin A\n"))
    #expect(word.out.contains("Source: "))
    let json = try run(["help", "words", "EOB", "--json"]).json()
    #expect(json["words"]?.array?.first?["asOf"]?.string == "2026-11-21")
    #expect(try run(["help", "words", "--json"]).json()["words"]?.array?.count ?? 0 >= 60)
    #expect(try run(["help", "privacy", "--json"]).json()["text"]?.array?.isEmpty == false)
  }

  @Test(arguments: [
    (["help", "imprt"], "netvault help import"),
    (["help", "words", "chromogranin b"], "chromogranin A"),
    (["help", "key", "ad"], "netvault key add"),
  ])
  func `suggests what may be meant`(words: [String], meant: String) throws {
    let outcome = try run(words)
    #expect(outcome.exit == .notFound || outcome.exit == .notUnderstood, "\(outcome)")
    #expect(outcome.err.contains(meant), "\(outcome)")
    #expect(outcome.out == "")
  }

  @Test func `is not what an unknown command gets`() throws {
    for words in [["nonsense", "--help"], ["key", "nonsense", "--help"]] {
      let outcome = try run(words)
      #expect(outcome.exit == .notUnderstood, "\(outcome)")
    }
  }
}

/// A command line that cannot be understood gets a suggestion, and nothing is run by guess.
@Suite struct `A mistyped command line` {
  @Test(arguments: [
    (["improt", "x.json"], 64, "Did you mean:  netvault import"),
    (["shw", "3"], 64, "Did you mean:  netvault show"),
    (["key", "lst"], 64, "Did you mean:  netvault key list"),
    (["key", "rmove", "3"], 64, "Did you mean:  netvault key remove"),
    (["backup", "opn", "x"], 64, "Did you mean:  netvault backup open"),
    (["add", "dignosis"], 64, "Did you mean:  netvault add diagnosis"),
    (["list", "resluts"], 64, "Did you mean:  netvault list results"),
    (["list", "--jsn"], 64, "Did you mean:  --json"),
    (["list", "--sinze", "2021"], 64, "Did you mean:  --since"),
    (["--acessible", "list"], 64, "Did you mean:  --accessible"),
    (["add", "result", "--valu", "3"], 64, "Did you mean:  --value"),
    (["list", "--since"], 18, "--since has nothing after it."),
    (["completions", "fsh"], 64, "It can be:  bash, zsh, fish"),
    (["wombat"], 64, "All commands:  netvault help commands"),
    (["list", "wombats"], 64, "netvault help commands"),
    (["diagnosis"], 64, "netvault list diagnosis"),
  ])
  func `is answered in plain words`(words: [String], exit: Int32, saying: String) throws {
    let desk = try Desk()
    let outcome = try desk.alone(words)
    #expect(outcome.code == exit, "\(outcome)")
    let said = outcome.err.replacing("\n", with: " ")
    #expect(said.contains(saying), "\(outcome)")
    #expect(!outcome.err.contains("?.") && !outcome.err.contains("''"), "\(outcome)")
    #expect(outcome.err.split(separator: "\n").count <= 4, "\(outcome)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.path("home")) == [])
  }
}
