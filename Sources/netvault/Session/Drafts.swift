/// Answers that were typed and not saved yet. They are kept in the vault, locked like everything in
/// it, and offered when the person comes back.
internal import Console
internal import JSON
internal import Records
internal import Vault

/// One record that was begun.
struct Draft: Sendable {
  /// The name it is remembered by.
  let name: String
  let kind: Kind
  /// The record that is being changed; nil for a new one.
  let record: RecordID?
  /// When it was begun: an ISO 8601 instant in UTC.
  let began: String
  var progress = Interview.Progress()
  /// The text of a form that could not be read, as it was left in the editor.
  var form: String?
  /// What the record held when its change was begun.
  var base: [String: Value] = [:]

  /// A new one. `now` keeps two of one kind apart.
  init(_ kind: Kind, of record: RecordID? = nil, now: String) {
    self.kind = kind
    self.record = record
    began = now
    name =
      record.map { "\(Drafts.start)edit/\($0.text)" } ?? "\(Drafts.start)\(kind.rawValue)/\(now)"
  }

  /// The answers on top of what the record holds now: what another window changed meanwhile stays,
  /// where this change did not touch it.
  func answers(over now: [String: Value]) -> [String: Value] {
    var fields = now
    for name in Set(base.keys).union(progress.answers.keys)
    where progress.answers[name] != base[name] {
      fields[name] = progress.answers[name]
    }
    return fields
  }

  var day: PartialDate? { Moment(began)?.date }

  /// The command that goes on with it.
  var command: String {
    record == nil ? "netvault add \(kind.rawValue)" : "netvault edit \(record?.text ?? "")"
  }

  /// `a diagnosis, begun on 20 November 2026 (3 answers)`.
  var words: String {
    let one = KindDescription.of(kind).one
    let article = "aeiou".contains(one.first ?? "x") ? "an" : "a"
    let what = record == nil ? "\(article) \(one)" : "a change of \(article) \(one)"
    let count = progress.answers.count
    let many = form != nil ? "a form" : count == 1 ? "1 answer" : "\(count) answers"
    return "\(what), begun on \(day?.spelled ?? "an earlier day") (\(many))"
  }
}

enum Drafts {
  static let start = "draft/"
  /// How many days a draft is kept.
  static let daysKept = 30

  /// The drafts of a vault, newest first. Of what is older than 30 days nothing is said.
  static func all(in vault: Vault, today: PartialDate) throws(VaultError) -> [Draft] {
    var drafts: [Draft] = []
    for name in try vault.memoNames(startingWith: start) {
      guard let memo = try vault.memo(name), isKept(memo.at, today),
        let draft = read(memo.value, name: name)
      else { continue }
      drafts.append(draft)
    }
    return drafts.sorted { $0.began > $1.began }
  }

  /// Keeps a draft, or its newest state, and lets go of those that are too old.
  static func keep(
    _ draft: Draft, in vault: Vault, now: String, today: PartialDate
  ) throws(VaultError) {
    try vault.setMemo(draft.name, to: json(draft), at: now)
    for name in try vault.memoNames(startingWith: start) {
      guard let memo = try vault.memo(name), !isKept(memo.at, today) else { continue }
      try vault.setMemo(name, to: nil, at: now)
    }
  }

  static func remove(_ draft: Draft, from vault: Vault, now: String) throws(VaultError) {
    guard try vault.memo(draft.name) != nil else { return }
    try vault.setMemo(draft.name, to: nil, at: now)
  }

  private static func isKept(_ at: String, _ today: PartialDate) -> Bool {
    guard let day = Moment(at)?.date else { return false }
    return today.dayNumber - day.dayNumber <= daysKept
  }

  private static func json(_ draft: Draft) -> JSONValue {
    let progress = draft.progress
    var object = JSONObject([
      ("kind", .string(draft.kind.rawValue)), ("began", .string(draft.began)),
      ("answers", .object(FieldsJSON.object(progress.answers, of: draft.kind))),
      ("notKnown", .array(progress.notKnown.sorted().map { .string($0) })),
      ("passed", .array(progress.passed.map { .string($0) })),
    ])
    if let record = draft.record {
      object.append("record", .string(record.text))
      object.append("base", .object(FieldsJSON.object(draft.base, of: draft.kind)))
    }
    if let form = draft.form { object.append("form", .string(form)) }
    return .object(object)
  }

  /// Nil for what this version does not know, such as a field of a newer one.
  private static func read(_ json: JSONValue, name: String) -> Draft? {
    guard let kind = json["kind"]?.string.flatMap({ Kind(rawValue: $0) }),
      let began = json["began"]?.string, let fields = json["answers"]?.object,
      let answers = try? FieldsJSON.read(fields, of: kind)
    else { return nil }
    func names(_ key: String) -> [String] { (json[key]?.array ?? []).compactMap(\.string) }
    var draft = Draft(kind, of: json["record"]?.string.map { RecordID($0) }, now: began)
    guard draft.name == name else { return nil }
    draft.progress = Interview.Progress(
      answers: answers, notKnown: Set(names("notKnown")), passed: names("passed"))
    draft.form = json["form"]?.string
    if let base = json["base"]?.object {
      draft.base = (try? FieldsJSON.read(base, of: kind)) ?? [:]
    }
    return draft
  }
}
