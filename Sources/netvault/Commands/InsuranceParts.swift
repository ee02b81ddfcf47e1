internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// One of the lists of an insurance: permissions, referrals, claims or calls.
protocol InsurancePart {
  associatedtype Tag: KindTag
  /// `a call`
  static var one: String { get }
  /// What the group and its list are for.
  static var about: String { get }
  /// The headings of the titles, and of what follows them.
  static var first: String { get }
  static var columns: [String] { get }
  /// An example of flags for `add`.
  static var example: String { get }
  /// The cells of a row after the date, and whether it asks for attention.
  static func row(_ record: Record, _ desk: InsuranceDesk) -> (cells: [String], attention: Bool)
  /// False for what is over, which only `--all` shows.
  static func isOpen(_ record: Record, _ desk: InsuranceDesk) -> Bool
}

extension InsurancePart {
  static var name: String { Tag.kind.rawValue }
  static var first: String { "What" }
  static var kind: KindDescription { KindDescription.of(Tag.kind) }
}

struct PartGroup<Part: InsurancePart>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Part.name, abstract: Part.about,
      discussion: """
        Examples:
          netvault insurance \(Part.name)
          netvault insurance \(Part.name) add \(Part.example)
          netvault insurance \(Part.name) edit 1
        """,
      subcommands: [PartList<Part>.self, PartAdd<Part>.self, PartEdit<Part>.self],
      defaultSubcommand: PartList<Part>.self)
  }
}

struct PartList<Part: InsurancePart>: TalkingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: Part.about,
      discussion: """
        Examples:
          netvault insurance \(Part.name) list
          netvault insurance \(Part.name) list --all
        """)
  }

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(help: "Also what is over.")
  var all = false

  func perform(_ talk: Talk) throws -> Exit {
    let desk = try InsuranceDesk(talk: talk, vault: try talk.open(.read))
    let records = Listing.newestFirst(desk.records(Part.Tag.kind))
    guard !records.isEmpty else {
      throw Problem.noneOfKind(Part.kind.many, add: Part.name)
    }
    let shown = all ? records : records.filter { Part.isOpen($0, desk) }
    if options.json {
      talk.answer(json: RecordsJSON.list(shown))
      return .done
    }
    try desk.remember(shown.map(\.id))
    var table = Table(
      (["Date", Part.first] + Part.columns).map { Table.Column($0) },
      isNumbered: true)
    for (place, record) in shown.enumerated() {
      let row = Part.row(record, desk)
      if row.attention { table.attention.insert(place) }
      let date = options.plain ? record.when?.date?.description : record.when?.date?.spelled
      table.add([date ?? (options.plain ? "" : "not known"), record.title] + row.cells)
    }
    if shown.isEmpty, !options.plain {
      talk.terminal.answer("Nothing is open.")
    } else {
      table.write(to: talk.terminal)
    }
    let hidden = records.count - shown.count
    if hidden > 0 { talk.terminal.say("\(hidden) more that are over: --all") }
    talk.terminal.say("Next: netvault insurance \(Part.name) add    (change one: edit 1)")
    return .done
  }
}

struct PartAdd<Part: InsurancePart>: TalkingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: "Write down \(Part.one).",
      usage: "netvault insurance \(Part.name) add [--FIELD VALUE ...] [<options>]",
      discussion: """
        Examples:
          netvault insurance \(Part.name) add
          netvault insurance \(Part.name) add \(Part.example)

        It asks the same as netvault add \(Part.name), and takes the same flags.
        """)
  }

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    try await Passing.add(Part.Tag.self, arguments, options, talk)
  }
}

struct PartEdit<Part: InsurancePart>: TalkingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "edit", abstract: "Change what was written down of \(Part.one).",
      usage: "netvault insurance \(Part.name) edit <which> [--FIELD VALUE ...] [<options>]",
      discussion: """
        Example:
          netvault insurance \(Part.name) edit 1
        """)
  }

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    try await Passing.edit(Part.Tag.kind, arguments, options, talk)
  }
}

enum AuthorizationPart: InsurancePart {
  typealias Tag = KindTags.Authorization
  static let one = "a permission of the insurer"
  static let about = "Show what the insurer allowed beforehand, and until when."
  static let columns = ["Status", "Number", "Until", "Used"]
  static let example = "--service \"PET scan\" --status asked --asked today"

  static func row(_ record: Record, _ desk: InsuranceDesk) -> (cells: [String], attention: Bool) {
    let status = record["status"].flatMap { record.describing.field("status")?.words($0) } ?? ""
    return (
      [status, record.words("number") ?? ""] + Self.end(record, desk),
      Self.endsSoon(record, desk) || ["denied", "appeal"].contains(record.words("status") ?? "")
    )
  }

  static func isOpen(_ record: Record, _ desk: InsuranceDesk) -> Bool {
    if record.words("status") == "expired" { return false }
    return record.when("validTo")?.date.map { $0.lastDay >= desk.talk.today.firstDay } ?? true
  }
}

enum ReferralPart: InsurancePart {
  typealias Tag = KindTags.Referral
  static let one = "a referral"
  static let about = "Show which doctor sent you where, and until when it holds."
  static let columns = ["From", "To", "Until", "Used"]
  static let example = "--service \"second opinion\" --to \"Dr. Lee\" --date today"

  static func row(_ record: Record, _ desk: InsuranceDesk) -> (cells: [String], attention: Bool) {
    (
      [record.words("from") ?? "", record.words("to") ?? ""] + AuthorizationPart.end(record, desk),
      AuthorizationPart.endsSoon(record, desk)
    )
  }

  static func isOpen(_ record: Record, _ desk: InsuranceDesk) -> Bool {
    record.words("status") != "used" && AuthorizationPart.isOpen(record, desk)
  }
}

extension InsurancePart {
  /// Until when, and how many of the visits or doses are used up.
  static func end(_ record: Record, _ desk: InsuranceDesk) -> [String] {
    let end = record.when("validTo")
    let isPlain = desk.talk.options.plain
    let used = record.words("unitsApproved").map { approved in
      "\(record.words("unitsUsed") ?? "?") of \(approved)"
    }
    return [(isPlain ? end?.date?.description : end?.spelled) ?? "", used ?? ""]
  }

  static func endsSoon(_ record: Record, _ desk: InsuranceDesk) -> Bool {
    guard let end = record.when("validTo")?.date else { return false }
    return (0...30).contains(end.lastDay.dayNumber - desk.talk.today.firstDay.dayNumber)
  }
}

enum ClaimPart: InsurancePart {
  typealias Tag = KindTags.Claim
  static let one = "a bill or a statement"
  static let about = "Show bills and the insurer's statements (EOB)."
  static let columns = ["From", "Billed", "You owe", "How it stands"]
  static let example = "--service CT --provider \"City Clinic\" --paper bill --billed \"900 USD\""

  static func row(_ record: Record, _ desk: InsuranceDesk) -> (cells: [String], attention: Bool) {
    let denial = Denial(record, desk.policies)
    return (
      [
        record.words("provider") ?? "", record.words("billed") ?? "",
        record.words("patientOwes") ?? "", standing(record, denial),
      ], denial.map { $0.stage == .toFile } ?? false
    )
  }

  private static func standing(_ record: Record, _ denial: Denial?) -> String {
    if let denial { return StageWords.of(denial) }
    if record.words("dispute") != nil { return "in dispute" }
    if let paid = record.when("paidOn"), record.provenance.origin == .person {
      return "paid on \(paid.spelled)"
    }
    return record["paper"].flatMap { record.describing.field("paper")?.words($0) } ?? ""
  }

  static func isOpen(_ record: Record, _ desk: InsuranceDesk) -> Bool {
    if let denial = Denial(record, desk.policies) { return !denial.isOver }
    return record.when("paidOn") == nil || record.provenance.origin != .person
  }
}

enum CallPart: InsurancePart {
  typealias Tag = KindTags.Call
  static let one = "a call"
  static let about = "Show calls with insurers and clinics, and what was promised."
  static let first = "With"
  static let columns = ["About", "Reference", "Promised"]
  static let example = "--with \"Acme, Sam\" --promised \"a letter\" --by \"in 2 weeks\""

  static func row(_ record: Record, _ desk: InsuranceDesk) -> (cells: [String], attention: Bool) {
    let calls = desk.records(.call)
    let promise = CallPromise(record)
    let words = promise.map { "\($0.what), \($0.words(on: desk.talk.today, later: calls))" }
    let isLate = promise.map { promise in
      (promise.by.map { $0.lastDay < desk.talk.today.firstDay } ?? false)
        && !promise.isAnswered(by: calls)
    }
    return (
      [record.words("about") ?? "", record.words("reference") ?? "", words ?? ""], isLate ?? false
    )
  }

  /// A call stays in the list: its reference number may be needed years later.
  static func isOpen(_ record: Record, _ desk: InsuranceDesk) -> Bool { true }
}

/// Where the appeal of a refusal stands, in a few words.
enum StageWords {
  static func of(_ denial: Denial) -> String {
    switch denial.stage {
    case .toFile: "refused, no appeal sent"
    case .waiting: "appeal sent on \(denial.filed?.spelled ?? "a day not known")"
    case .refused: "appeal refused"
    case .won: "appeal won"
    case .answered: "appeal answered"
    }
  }
}
