package import Records

/// One thing of a list as it stands today: by what a person said of it, or else by what the vault
/// shows.
package struct ChecklistEntry: Hashable, Sendable {
  package enum Status: String, Sendable {
    case done
    case open
    case notNeeded = "not-needed"
  }

  /// The item that comes with netvault; nil for one of a person's own.
  package let ready: ReadyItem?
  /// What a person said of it. Nil as long as nobody did.
  package let record: Record?
  /// The record it is about.
  package let about: Record?
  /// The list, as a person calls it.
  package let list: String
  package let status: Status
  /// True when the vault shows that it is done, and nobody had to say so.
  package let isShownByVault: Bool
  package let owner: String
  package let due: PartialDate?
  /// What shows that it is done.
  package let evidence: String?
  /// What is missing, as far as the vault can tell.
  package let missing: String?
  /// Who did it, or who said that it is not needed.
  package let by: String?

  /// What is to be done. What it is about stands behind it.
  package var what: String {
    guard let ready else { return record?.title ?? "" }
    return about.map { "\(ready.what): \($0.title)" } ?? ready.what
  }

  package var why: String? { ready?.why ?? record?.words("why") }
  package var source: String? { ready?.source ?? record?.words("source") }
  package var asOf: String? { ready?.asOf ?? record?.words("asOf") }
  /// True where the vault was asked, and nobody said anything: what it should show is not there.
  package var isMissing: Bool {
    guard missing != nil, record?["status"] == nil, let question = ready?.question else {
      return false
    }
    // These look ahead; there is nothing that could show them.
    return ![.dueSoon, .enrollment].contains(question)
  }

  package var reason: String? { status == .notNeeded ? record?.words("reason") : nil }

  /// Its name for good: the item and the record it is about, or the record of a person's own item.
  package var name: String {
    guard let ready else { return record?.id.text ?? "" }
    return ready.id + (about.map { "@\($0.id.text)" } ?? "")
  }
}

/// One list with everything on it.
package struct Checklist: Hashable, Sendable {
  /// Nil for a list of a person's own.
  package let known: CareList?
  /// As a person calls it.
  package let title: String
  package let entries: [ChecklistEntry]

  /// What counts: all but what is not needed.
  package var needed: [ChecklistEntry] { entries.filter { $0.status != .notNeeded } }
  package var done: [ChecklistEntry] { entries.filter { $0.status == .done } }
  package var open: [ChecklistEntry] { entries.filter { $0.status == .open } }

  /// What the list is called after `netvault checklist`.
  package var word: String { known?.rawValue ?? title }

  /// Every list that comes with netvault, and then the person's own. Nothing is written by looking.
  package static func all(in facts: ChecklistFacts) -> [Checklist] {
    let making = ChecklistMaking(facts)
    let known = CareList.allCases.map { making.list($0) }
    return known + making.ownLists()
  }

  /// What stands over items that are on no list.
  package static let noList = "other things to do"
}

/// Puts together what comes with netvault, what the vault shows, and what people said.
struct ChecklistMaking {
  private let facts: ChecklistFacts
  private let owner: Owner
  /// What people said of items that come with netvault, by the names of the entries.
  private let said: [String: Record]
  private let own: [Record]

  init(_ facts: ChecklistFacts) {
    self.facts = facts
    owner = Owner(facts.person)
    var said: [String: Record] = [:]
    var own: [Record] = []
    let ids = Set(ReadyItem.all.map(\.id))
    for record in facts.all(.checklistItem) {
      guard let item = record.words("item"), ids.contains(item) else {
        own.append(record)
        continue
      }
      said[Self.name(item, record)] = record
    }
    self.said = said
    self.own = own
  }

  private static func name(_ item: String, _ record: Record) -> String {
    guard case .link(let about)? = record["about"] else { return item }
    return "\(item)@\(about.text)"
  }

  func list(_ list: CareList) -> Checklist {
    var entries = ReadyItem.of(list).flatMap { self.entries(of: $0) }
    entries += own.filter { $0.words("list").flatMap { CareList(words: $0) } == list }
      .map { entry(own: $0) }
    return Checklist(known: list, title: list.title, entries: entries)
  }

  func ownLists() -> [Checklist] {
    var names: [String] = []
    var byName: [String: [Record]] = [:]
    for record in own {
      let words = record.words("list")
      if let words, CareList(words: words) != nil { continue }
      let name = words ?? Checklist.noList
      let key = CareList.plain(name)
      if byName[key] == nil { names.append(name) }
      byName[key, default: []].append(record)
    }
    return names.map { name in
      Checklist(
        known: nil, title: name,
        entries: (byName[CareList.plain(name)] ?? []).map { entry(own: $0) })
    }
  }

  // MARK: entries

  private func entries(of item: ReadyItem) -> [ChecklistEntry] {
    let answers = item.question.map { facts.answers(to: $0) } ?? [FactAnswer(false)]
    var entries = answers.map { entry(item, $0) }
    // What somebody said of a record that means nothing here any more is not lost.
    let known = Set(entries.map(\.name))
    let others = said.filter { name, _ in
      (name == item.id || name.hasPrefix(item.id + "@")) && !known.contains(name)
    }
    for (_, record) in others.sorted(by: { $0.key < $1.key }) {
      var about: Record?
      if case .link(let id)? = record["about"] { about = facts.record(id) }
      entries.append(entry(item, FactAnswer(false, about: about), saying: record))
    }
    return entries
  }

  private func entry(
    _ item: ReadyItem, _ answer: FactAnswer, saying given: Record? = nil
  ) -> ChecklistEntry {
    let name = item.id + (answer.about.map { "@\($0.id.text)" } ?? "")
    let record = given ?? said[name]
    let told = record?.words("status").flatMap { ChecklistEntry.Status(rawValue: $0) }
    let status = told ?? (answer.isDone ? .done : .open)
    let due =
      record?.when("due")?.date ?? answer.due ?? (item.isForNextVisit ? facts.nextVisit : nil)
    return ChecklistEntry(
      ready: item, record: record, about: answer.about, list: item.list.title, status: status,
      isShownByVault: told == nil && answer.isDone,
      owner: record?.words("owner") ?? item.owner.rawValue, due: status == .open ? due : nil,
      evidence: status == .done ? record?.words("evidence") ?? answer.evidence : nil,
      missing: status == .open ? answer.missing : nil, by: told.flatMap { by(record, $0) })
  }

  private func entry(own record: Record) -> ChecklistEntry {
    let status = record.words("status").flatMap { ChecklistEntry.Status(rawValue: $0) } ?? .open
    return ChecklistEntry(
      ready: nil, record: record, about: nil, list: record.words("list") ?? Checklist.noList,
      status: status, isShownByVault: false,
      owner: record.words("owner") ?? ReadyItem.Role.patient.rawValue,
      due: status == .open ? record.when("due")?.date : nil,
      evidence: status == .done ? record.words("evidence") : nil, missing: nil,
      by: by(record, status))
  }

  private func by(_ record: Record?, _ status: ChecklistEntry.Status) -> String? {
    guard status != .open else { return nil }
    return record?.words("doneBy") ?? record?.provenance.who
  }
}
