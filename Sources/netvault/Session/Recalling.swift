/// What the vault knows that may be an answer: names, tests, the unit of last time, other records.
///
/// All it reads at the start is the last few hundred records of the kinds that a kind of record can
/// learn from. Later questions take one short look each.
internal import Console
internal import Records
internal import Vault

final class Recalling {
  private let kind: KindDescription
  private let lent: LentVault?
  private let today: PartialDate
  private let who: String?
  private var recent: [(kind: Kind, fields: [String: Value])] = []
  private var titles: [RecordID: String] = [:]
  private var tests: [String: [String: Value]] = [:]

  /// Looks once into an open vault. `lent` is where later questions look.
  init(
    _ kind: KindDescription, in vault: Vault, lent: LentVault?, today: PartialDate, who: String?
  ) throws(VaultError) {
    self.kind = kind
    self.lent = lent
    self.today = today
    self.who = who
    var kinds: Set<Kind> = [kind.kind]
    for field in kind.fields {
      for source in field.sources(in: kind.kind) { kinds.formUnion(source.fields.map(\.kind)) }
    }
    recent = try vault.recent(kinds.sorted { $0.rawValue < $1.rawValue })
  }

  /// As an interview takes it.
  var memory: InterviewMemory {
    InterviewMemory(
      words: { self.words($0, $1) }, usual: { self.usual($0, $1) }, unit: { self.unit($0, $1) },
      records: { self.records($0, $1) }, title: { self.title($0) })
  }

  // MARK: words

  private func words(_ field: Field, _ answers: [String: Value]) -> [String] {
    if field.type == .range {
      guard let range = last(answers)?[field.name]?.words else { return [] }
      return [range]
    }
    let sources = field.sources(in: kind.kind)
    var counts: [String: (count: Int, words: String)] = [:]
    var order: [String] = []
    func add(_ value: Value?) {
      let values: [Value] =
        if case .list(let several)? = value { several } else { value.map { [$0] } ?? [] }
      for value in values {
        let words = value.words.onOneLine(max: 60)
        guard !words.isEmpty, words != "none" else { continue }
        let key = words.lowercased()
        if counts[key] == nil { order.append(key) }
        counts[key, default: (0, words)].count += 1
      }
    }
    for source in sources {
      for record in recent {
        if source == .same, record.kind == kind.kind { add(record.fields[field.name]) }
        for (kind, names) in source.fields where record.kind == kind {
          for name in names { add(record.fields[name]) }
        }
      }
    }
    // Often used first; of those used alike, the newest.
    let known = order.enumerated().sorted { left, right in
      let (first, second) = (counts[left.element]?.count ?? 0, counts[right.element]?.count ?? 0)
      return first == second ? left.offset < right.offset : first > second
    }.compactMap { counts[$0.element]?.words }
    let own = field.ownWords(in: kind.kind).filter { counts[$0.lowercased()] == nil }
    return known + own
  }

  /// What Enter takes where nothing was answered.
  private func usual(_ field: Field, _ answers: [String: Value]) -> Value? {
    switch (kind.kind, field.name) {
    case (.symptom, "date"), (.call, "date"), (.support, "date"), (.note, "date"),
      (.question, "asked"):
      .when(When(today))
    case (_, "writtenBy"): who.map { .text($0) }
    default: nil
    }
  }

  // MARK: the same test before

  private func unit(_ field: Field, _ answers: [String: Value]) -> String? {
    guard case .quantity(let quantity)? = last(answers)?[field.name] else { return nil }
    return quantity.unit
  }

  /// The last record about the same test.
  private func last(_ answers: [String: Value]) -> [String: Value]? {
    guard [.result, .vitalSign].contains(kind.kind), let name = answers["name"]?.words else {
      return nil
    }
    let key = name.lowercased()
    if let found = tests[key] { return found.isEmpty ? nil : found }
    let here = recent.first { record in
      record.kind == kind.kind && record.fields["name"]?.words.lowercased() == key
    }?.fields
    let found = here ?? lent?.look { try $0.latest(kind.kind, titled: name) ?? [:] }
    tests[key] = found ?? [:]
    return found?.isEmpty == false ? found : nil
  }

  // MARK: other records

  /// The newest records that a field may point to, or those that some words mean.
  private func records(_ field: Field, _ typed: String?) -> [InterviewMemory.Linked] {
    guard case .link(let kinds) = field.type else { return [] }
    let rows = lent?.look { vault -> [ListRow] in
      guard let typed else { return try vault.newest(kinds, limit: 8) }
      if typed.count == 32, typed.allSatisfy(\.isHexDigit),
        let record = try vault.record(RecordID(typed.lowercased()))
      {
        return try vault.search(record.title, kind: record.kind).hits.map(\.row)
          .filter { $0.id == record.id }
      }
      let found = try vault.search(typed)
      guard found.hasAllWords else { return [] }
      return found.hits.map(\.row).filter { kinds.isEmpty || kinds.contains($0.kind) }
    }
    return (rows ?? []).prefix(9).map { row in
      titles[row.id] = row.title
      let kind = KindDescription.of(row.kind).one
      return InterviewMemory.Linked(
        id: row.id, words: "\(row.title) (\(kind), \(row.dateSpelled ?? "date not known"))")
    }
  }

  private func title(_ id: RecordID) -> String? {
    if let title = titles[id] { return title }
    let title = lent?.look { try $0.title(of: id) } ?? nil
    titles[id] = title
    return title
  }
}
