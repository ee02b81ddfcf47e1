internal import ArgumentParser
internal import Console
internal import FoundationEssentials
internal import JSON
internal import Records
internal import Sealing
internal import Summary
internal import Vault
internal import Writing

/// `netvault export --for NAME`: the summary that a new doctor reads in a minute.
struct Export: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a one- or two-page summary for a doctor.",
    discussion: """
      Examples:
        netvault export --for "Dr. Lee"
        netvault export --for "Dr. Lee" --format text
        netvault export --for "Dr. Lee" --format ips -o for-dr-lee.json

      Notes, the diary, insurance and private records are left out unless you include them.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html
    case ips
    case text

    var ending: String {
      switch self {
      case .html: "html"
      case .ips: "json"
      case .text: "txt"
      }
    }
  }

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(name: .customLong("for"), help: ArgumentHelp("Who will read it.", valueName: "name"))
  var recipient: String?

  @Option(help: "A page for any browser, a FHIR document for a hospital system, or plain text.")
  var format = Format.html

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where to; - prints it.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that is already there.")
  var replace = false

  @Flag(help: "Larger letters, on more pages.")
  var largePrint = false

  @Flag(help: "Say what would be in it, and write nothing.")
  var preview = false

  @Option(help: ArgumentHelp("A kind of record to leave out.", valueName: "kind"))
  var leaveOut: [String] = []

  @Option(help: ArgumentHelp("A kind to add, or: private.", valueName: "kind"))
  var include: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let scope = try scope()
    let path = output ?? "health-summary-\(talk.today).\(format.ending)"
    let canNote = try !preview && !options.dryRun && talk.canWrite()
    let vault = try talk.open(canNote ? .write : .read)
    let recipient = try recipient(talk)
    let summary = Summary(
      of: try vault.everything(), person: try vault.owner, for: recipient, on: talk.today,
      scope: scope)
    describe(summary, talk)
    guard !preview, !options.dryRun else {
      talk.terminal.say("Nothing was written.")
      return .done
    }
    let bytes = try write(summary, talk)
    if path == "-" {
      talk.terminal.write(bytes)
    } else {
      try OutputFile.write(bytes, to: path, replacing: replace)
    }
    if canNote {
      try note(recipient, summary, bytes, vault, talk)
    } else {
      talk.terminal.say("Not noted in the vault: it lies where nothing can be written.")
    }
    try vault.close()
    receipt(path, bytes, talk)
    return .done
  }

  private func recipient(_ talk: Talk) throws -> String {
    if let recipient, !recipient.trimmedSpaces.isEmpty { return recipient.trimmedSpaces }
    return try Prompt(talk.terminal).line("Who is it for? (for example, Dr. Lee)", flag: "for")
  }

  private func scope() throws -> Scope {
    var scope = Scope()
    for word in leaveOut { scope.leaveOut.insert(try KindWord.kind(word)) }
    for word in include {
      if word == "private" {
        scope.withPrivate = true
      } else {
        scope.include.insert(try KindWord.kind(word))
      }
    }
    return scope
  }

  private func write(_ summary: Summary, _ talk: Talk) throws -> [UInt8] {
    switch format {
    case .html: Array(HTMLPage(isLargePrint: largePrint).text(of: summary).utf8)
    case .text: Array(PlainText().text(of: summary).utf8)
    case .ips:
      IPSDocument(identifier: Self.newUUID(), timestamp: talk.now).bundle(of: summary)
        .write(pretty: true)
    }
  }

  /// A random UUID in lower case (RFC 9562 §5.4), which names the document for good.
  private static func newUUID() -> String {
    UUID().uuidString.lowercased()
  }

  private func describe(_ summary: Summary, _ talk: Talk) {
    talk.terminal.say("For: \(summary.recipient ?? "a doctor")")
    for (index, page) in summary.pages.enumerated() {
      let parts = page.map { $0.part.title.lowercased() }.joined(separator: ", ")
      talk.terminal.say("Page \(index + 1): \(parts)")
    }
    let left = Kind.allCases.map { KindDescription.of($0) }
      .filter { $0.isPersonal && !scopeIncludes($0.kind) }.map(\.many)
    talk.terminal.say("Left out: \(left.joined(separator: ", ")), private records")
  }

  private func scopeIncludes(_ kind: Kind) -> Bool {
    include.contains { Kind(word: $0) == kind }
  }

  /// A line in the vault of what was given to whom.
  private func note(
    _ recipient: String, _ summary: Summary, _ bytes: [UInt8], _ vault: Vault, _ talk: Talk
  ) throws {
    let parts = summary.pages.joined().map(\.part.rawValue)
    try vault.addGiven(
      Given(
        at: talk.now, recipient: recipient, format: format.rawValue, parts: parts,
        sha256: FileDigest.hex(of: bytes)))
  }

  private func receipt(_ path: String, _ bytes: [UInt8], _ talk: Talk) {
    guard path != "-" else { return }
    let size = max(1, (bytes.count + 1023) / 1024)
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "written": .string(path),
          "bytes": .number(String(bytes.count)),
        ])
    }
    talk.terminal.say("Written: \(path)   \(size) KB")
    talk.terminal.say("This file is not locked. Anyone who has it can read it.")
    if format == .html { talk.terminal.say("Next: open it in a browser and print it.") }
  }
}
