internal import CarePlan
internal import Console
internal import JSON
internal import Records
/// `netvault` alone: where things stand, and one next step.
internal import Sealing
internal import Vault

enum Standing {
  static func show(_ talk: Talk) throws -> Exit {
    if talk.options.vault == nil, talk.environment["NETVAULT_VAULT"] == nil,
      VaultLocation.known(talk.environment).isEmpty
    {
      return welcome(talk)
    }
    let vault = try talk.open(.read)
    let records = try vault.everything()
    let owner = try vault.owner
    if talk.options.json {
      let backup = LastBackup.of(vault, talk.environment)
      talk.answer(json: json(records, owner, backup, talk))
      return .done
    }
    talk.terminal.answer(Styled("\(owner.title), \(talk.today.spelled)", .bold))
    talk.terminal.answer()
    var lines: [(label: String, text: String)] = []
    for due in Due.all(in: records, today: talk.today) { lines.append(("Due", words(due))) }
    let gaps = Gap.all(in: records)
    if !gaps.isEmpty {
      lines.append(("Missing", gaps.map(\.words).joined(separator: ", ")))
    }
    lines.append(("Records", try countsInWords(vault)))
    if let last = try vault.sources().first {
      let day = Moment(last.readAt)?.date.spelled ?? last.readAt
      lines.append(("Last file", "\(last.name), read on \(day)"))
    }
    let backup = LastBackup.of(vault, talk.environment)
    lines.append(("Backup", backup?.words(today: talk.today) ?? "never"))
    Listing.show(lines, talk)
    talk.terminal.say()
    talk.terminal.say("Next: \(next(records, backup, talk))")
    return .done
  }

  private static func welcome(_ talk: Talk) -> Exit {
    talk.terminal.say("There is no vault on this computer yet.")
    talk.terminal.say("To try everything with a made-up patient: netvault practice")
    talk.terminal.say("Next: netvault init    makes your own vault (about 3 minutes)")
    return .noVault
  }

  /// What is due, who asked for it and how often, when it was done last, and how it stands.
  private static func words(_ due: Due) -> String {
    var text = due.what
    if let askedBy = due.askedBy { text += ", asked by \(askedBy)" }
    if let every = due.every { text += ", \(every)" }
    text += ". "
    if let last = due.last { text += "Last: \(last.spelled). " }
    return text + due.words.capitalizedFirst + "."
  }

  private static func json(_ due: Due) -> JSONValue {
    [
      "record": .string(due.record.text), "what": .string(due.what),
      "askedBy": due.askedBy.map { .string($0) } ?? .null,
      "every": due.every.map { .string($0) } ?? .null,
      "last": due.last.map { ValueJSON.write($0) } ?? .null,
      "due": due.day.map { .string($0.description) } ?? .null,
      "standing": .string(due.words),
    ]
  }

  private static func countsInWords(_ vault: Vault) throws -> String {
    let counts = try vault.counts()
    let parts = KindDescription.all.compactMap { kind -> String? in
      guard kind.kind != .person, let count = counts[kind.kind], count > 0 else { return nil }
      return Listing.count(count, kind.one, kind.many)
    }
    return parts.isEmpty ? "none yet" : parts.joined(separator: ", ")
  }

  private static func next(_ records: [Record], _ backup: LastBackup?, _ talk: Talk) -> String {
    let kinds = Set(records.map(\.kind))
    if !kinds.contains(.diagnosis) { return "netvault add diagnosis" }
    if !kinds.contains(.followUp) { return "netvault add follow-up" }
    guard let backup else { return "netvault backup FOLDER    (a stick, or another disk)" }
    if let age = backup.age(talk.today), age > LastBackup.longAgo { return "netvault backup" }
    return "netvault export --for \"your doctor's name\""
  }

  private static func json(
    _ records: [Record], _ owner: Record, _ backup: LastBackup?, _ talk: Talk
  ) -> JSONValue {
    var counts = JSONObject()
    for kind in Kind.allCases {
      let count = records.count { $0.kind == kind }
      if count > 0 { counts.append(kind.rawValue, .number(String(count))) }
    }
    return [
      "format": RecordsJSON.format, "name": .string(owner.title),
      "today": .string(talk.today.description),
      "due": .array(Due.all(in: records, today: talk.today).map { json($0) }),
      "missing": .array(Gap.all(in: records).map { .string($0.words) }),
      "records": .object(counts), "backup": backup?.json ?? .null,
    ]
  }
}
