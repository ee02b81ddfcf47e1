internal import ArgumentParser
internal import CarePlan
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
    if path != "-", !replace, !preview, !options.dryRun { try OutputFile.requireFree(path) }
    let canNote = try !preview && !options.dryRun && talk.canWrite()
    let vault = try talk.open(canNote ? .write : .read)
    let recipient = try recipient(talk)
    let records = try vault.everything()
    let summary = Summary(
      of: records, person: try vault.owner, for: recipient, on: talk.today, scope: scope)
    describe(summary, of: records, scope, talk)
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
    receipt(path, bytes, pages: summary.pages.count, isNoted: canNote, talk)
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
    let isLarge = largePrint || talk.config.isLargePrint
    return switch format {
    case .html:
      Array(HTMLPage(isLargePrint: isLarge, paper: talk.config.paper).text(of: summary).utf8)
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

  /// For whom, what is on which page, what stays in the vault, and what nobody wrote down yet.
  private func describe(
    _ summary: Summary, of records: [Record], _ scope: Scope, _ talk: Talk
  ) {
    let recipient = summary.recipient ?? "a doctor"
    talk.terminal.say(Styled("For: \(recipient), \(Self.standing(of: recipient, in: records))"))
    for (index, page) in summary.pages.enumerated() {
      let parts = page.map { $0.part.title.lowercased() }.joined(separator: ", ")
      talk.terminal.say("Page \(index + 1): \(parts)")
    }
    talk.terminal.say(Styled("Left out: \(Self.leftOut(of: records, scope))"))
    let gaps = Gap.all(in: records).map(\.words)
    if !gaps.isEmpty {
      talk.terminal.say("Missing: \(gaps.joined(separator: ", "))")
      talk.terminal.say("A new doctor is likely to ask for what is missing.")
    }
  }

  /// What the person with this name does, as far as the vault knows.
  private static func standing(of name: String, in records: [Record]) -> String {
    let member = records.first { record in
      record.kind == .teamMember
        && record.title.lowercased().contains(name.lowercased())
    }
    guard let member else { return "not yet in your team" }
    let known = ["role", "organization"].compactMap { member.words($0) }
    return known.isEmpty ? "of your team" : known.joined(separator: ", ")
  }

  /// What is there and stays in the vault, counted by kind.
  private static func leftOut(of records: [Record], _ scope: Scope) -> String {
    let left = records.filter { !scope.allows($0) }
    let hidden = left.count { $0.isPrivate }
    let byKind = Dictionary(grouping: left.filter { !$0.isPrivate }, by: \.kind)
    var words = KindDescription.all.compactMap { kind in
      byKind[kind.kind].map { Listing.count($0.count, kind.one, kind.many) }
    }
    if hidden > 0 { words.append("\(Listing.count(hidden, "record")) marked private") }
    return words.isEmpty ? "nothing" : words.joined(separator: ", ")
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

  private func receipt(
    _ path: String, _ bytes: [UInt8], pages: Int, isNoted: Bool, _ talk: Talk
  ) {
    guard path != "-" else { return }
    let size = max(1, (bytes.count + 1023) / 1024)
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "written": .string(path),
          "bytes": .number(String(bytes.count)),
        ])
    }
    let length = format == .ips ? "" : "\(Listing.count(pages, "page")), "
    talk.terminal.say("Written: \(path)   \(length)\(size) KB")
    talk.terminal.say("This file is not locked. Anyone who has it can read it.")
    if isNoted { talk.terminal.say("Noted in the vault: what was given, to whom and when.") }
    switch format {
    case .html: talk.terminal.say("Next: open it in a browser and print it.")
    case .text: talk.terminal.say("Next: print it, and take it with you.")
    case .ips: talk.terminal.say("Next: give it to the clinic. Its computers can load it.")
    }
  }
}
