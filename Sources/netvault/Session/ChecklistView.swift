/// How lists look on the screen, and on paper.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Writing

struct ChecklistView {
  let book: ChecklistBook
  var showsBy = false

  private var talk: Talk { book.talk }

  /// Part of a list: what is to be seen of it.
  struct Part {
    let list: Checklist
    let entries: [ChecklistEntry]
  }

  // MARK: all lists

  func showAll() {
    let isPlain = talk.terminal.settings.plain
    var table = Table(["List", "Done", "Next by"].map { Table.Column($0) })
    for list in book.lists {
      let due = list.open.compactMap { entry in
        entry.record?.when("due")?.date ?? (entry.about != nil ? entry.due : nil)
      }.min()
      table.add([
        isPlain ? list.word : list.title,
        isPlain
          ? "\(list.done.count)\t\(list.needed.count)"
          : Self.count(list), due.map { isPlain ? $0.description : $0.spelled } ?? "",
      ])
    }
    guard !isPlain else {
      for row in table.rows { talk.terminal.answer(Styled(row.joined(separator: "\t"))) }
      return
    }
    table.write(to: talk.terminal)
    talk.terminal.say()
    talk.terminal.say("What the vault shows counts as done by itself.")
    let next = book.lists.first { !$0.open.isEmpty }?.word ?? CareList.insurance.rawValue
    talk.terminal.say(Styled("Next: netvault checklist \(next)"))
  }

  /// `3 of 5 done`
  static func count(_ list: Checklist) -> String {
    "\(list.done.count) of \(list.needed.count) done"
  }

  // MARK: one list, or what somebody does of several

  func show(_ parts: [Part]) throws {
    try book.remember(parts.flatMap(\.entries))
    if talk.terminal.settings.plain { return plain(parts) }
    var number = 1
    for (place, part) in parts.enumerated() {
      if place > 0 { talk.terminal.answer() }
      let title = part.list.title.prefix(1).uppercased() + part.list.title.dropFirst()
      talk.terminal.answer(Styled("\(title)   \(Self.count(part.list))", .bold))
      var table = Table([Table.Column(""), Table.Column("")], isNumbered: true)
      table.firstNumber = number
      for (row, entry) in part.entries.enumerated() {
        if isLate(entry) { table.attention.insert(row) }
        table.add([Self.status(entry), words(entry)])
      }
      table.write(to: talk.terminal)
      number += part.entries.count
    }
    talk.terminal.say()
    talk.terminal.say("Why, and where it was read: netvault checklist show 1")
    let open = parts.flatMap(\.entries).firstIndex { $0.status == .open }
    talk.terminal.say(
      Styled(
        open.map { "Next: netvault checklist done \($0 + 1)    (or: not-needed, give)" }
          ?? "Next: netvault checklist"))
  }

  private func plain(_ parts: [Part]) {
    var table = Table(Array(repeating: Table.Column(""), count: 8))
    for entry in parts.flatMap(\.entries) {
      table.add([
        entry.list, entry.status.rawValue, entry.what, entry.owner, entry.due?.description ?? "",
        entry.evidence ?? entry.missing ?? entry.reason ?? "", entry.by ?? "", entry.name,
      ])
    }
    table.write(to: talk.terminal)
  }

  /// What the vault looked for and did not find is missing; what only a person can say is open.
  static func status(_ entry: ChecklistEntry) -> String {
    switch entry.status {
    case .done: "done"
    case .notNeeded: "not needed"
    case .open: entry.isMissing ? "missing" : "open"
    }
  }

  /// What it is, what shows or is missing, and, where it is open, who does it by when.
  private func words(_ entry: ChecklistEntry) -> String {
    let more = entry.evidence ?? entry.missing ?? entry.reason
    var words = entry.what + (more.map { " (\($0))" } ?? "")
    switch entry.status {
    case .open:
      words += ". Who: \(entry.owner)"
      if let due = entry.due {
        words += ", by \(due.spelled)" + (isLate(entry) ? ", OVERDUE" : "")
      }
    case .done, .notNeeded:
      guard showsBy else { break }
      words += ". By: \(entry.by ?? "nobody: the vault shows it")"
    }
    return words
  }

  private func isLate(_ entry: ChecklistEntry) -> Bool {
    entry.status == .open && entry.due.map { $0.lastDay < talk.today } ?? false
  }

  // MARK: one item

  func show(_ entry: ChecklistEntry) {
    let day = entry.asOf.flatMap { PartialDate($0)?.spelled }
    let lines: [(label: String, text: String?)] = [
      ("What", entry.what), ("List", entry.list), ("How it stands", Self.status(entry)),
      ("Shown by", entry.evidence),
      (entry.isMissing ? "Missing" : "Note", entry.missing), ("Why not needed", entry.reason),
      ("Who does it", entry.owner), ("By when", entry.due?.spelled), ("Done by", entry.by),
      ("Why it is there", entry.why),
      ("Read in", entry.source.map { $0 + (day.map { ", looked up on \($0)" } ?? "") }),
      ("Its name", entry.ready?.id),
    ]
    Listing.show(
      lines.compactMap { line in line.text.map { (line.label, $0) } }, talk)
  }

  // MARK: paper

  func handout(_ parts: [Part], title: String) -> Handout {
    let sources = parts.flatMap(\.entries).compactMap { entry in
      entry.source.map { source in
        source
          + (entry.asOf.flatMap { PartialDate($0) }.map { ", looked up on \($0.spelled)" } ?? "")
      }
    }
    let different = sources.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let items = parts.map { part in
      Handout.Part(
        parts.count == 1 ? Self.count(part.list) : "\(part.list.title), \(Self.count(part.list))",
        part.entries.map { item($0) })
    }
    return Handout(
      title: title, about: "\(book.person.title), \(talk.today.spelled)",
      parts: items + [Handout.Part("Where it was read", different.map { Handout.Item($0) })],
      end: ["The words are netvault's own. This is no medical or legal advice."])
  }

  private func item(_ entry: ChecklistEntry) -> Handout.Item {
    var details: [String] = []
    if let evidence = entry.evidence { details.append("Shown by: \(evidence)") }
    if let missing = entry.missing {
      details.append(entry.isMissing ? "Missing: \(missing)" : "Note: \(missing)")
    }
    if let reason = entry.reason { details.append("Not needed: \(reason)") }
    if entry.status == .open {
      if let why = entry.why { details.append(why) }
      let due = entry.due.map { ", by \($0.spelled)" } ?? ""
      details.append("Who: \(entry.owner)\(due)")
    } else if let by = entry.by {
      details.append("By: \(by)")
    }
    return Handout.Item(
      entry.what, details: details, tick: entry.status == .notNeeded ? nil : entry.status == .done)
  }

  // MARK: programs

  func json(_ parts: [Part]) -> JSONValue {
    [
      "format": RecordsJSON.format,
      "lists": .array(
        parts.map { part in
          [
            "list": .string(part.list.word), "title": .string(part.list.title),
            "done": .number(String(part.list.done.count)),
            "needed": .number(String(part.list.needed.count)),
            "items": .array(part.entries.map { Self.json($0) }),
          ]
        }),
    ]
  }

  static func json(_ entry: ChecklistEntry) -> JSONValue {
    func text(_ words: String?) -> JSONValue { words.map { .string($0) } ?? .null }
    return [
      "name": .string(entry.name), "what": .string(entry.what), "list": .string(entry.list),
      "status": .string(entry.status.rawValue), "shownByVault": .bool(entry.isShownByVault),
      "owner": .string(entry.owner), "due": text(entry.due?.description),
      "evidence": text(entry.evidence), "missing": text(entry.missing),
      "reason": text(entry.reason), "by": text(entry.by), "why": text(entry.why),
      "source": text(entry.source), "asOf": text(entry.asOf),
      "record": text(entry.record?.id.text), "about": text(entry.about?.id.text),
    ]
  }
}
