/// The record that files are kept with: one that is there, or a new document.
internal import Console
internal import Records
internal import Vault

struct AttachTarget {
  var record: Record
  let isNew: Bool

  /// A record that is known already, or one that is made with its files.
  init(_ record: Record, isNew: Bool) {
    self.record = record
    self.isNew = isNew
  }

  /// Finds or makes the record. At a terminal, what was not given is asked.
  init(
    talk: Talk, vault: Vault, to: String?, given: [(flag: String, text: String?)],
    files: [FileToKeep]
  ) throws {
    let canAsk = talk.terminal.settings.canAsk
    var words = to
    if words == nil, canAsk, given.allSatisfy({ $0.text == nil }) {
      let new = "a new document"
      let typed = try Prompt(talk.terminal).line(
        "Which record does it belong to?", default: new,
        help: "Words of the record, such as lobectomy, or its number in the last list.",
        flag: "to")
      if typed != new { words = typed }
    }
    if let words {
      record = try Choosing(talk: talk, vault: vault).record([words])
      isNew = false
      return
    }
    let kind = KindDescription.of(.document)
    let input = FieldInput(today: talk.today)
    var fields: [String: Value] = [:]
    for (flag, text) in given {
      guard let field = kind.field(flag), let text else { continue }
      fields[flag] = try input.value(text, for: field, of: .document)
    }
    if fields["title"] == nil {
      fields["title"] = .text(try Self.title(of: files, talk))
    }
    for flag in ["date", "from"] where fields[flag] == nil && canAsk {
      guard let field = kind.field(flag) else { continue }
      fields[flag] = try Self.answer(field, input, talk)
    }
    var generator = SystemRandomNumberGenerator()
    record = Record(
      id: RecordID(using: &generator), kind: .document, fields: fields,
      provenance: Provenance(origin: .person, who: try talk.who(in: vault), entered: talk.now))
    isNew = true
  }

  /// What it is: the file's name without its ending, unless somebody knows better.
  private static func title(of files: [FileToKeep], _ talk: Talk) throws -> String {
    let name = files.first?.name ?? ""
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let title = stem.isEmpty ? name : stem
    guard talk.terminal.settings.canAsk else { return title }
    return try Prompt(talk.terminal).line(
      "What is it?", default: title, help: "For example: discharge letter.", flag: "title")
  }

  /// An answer, or nil for what is not known. An answer that cannot be read is asked for again.
  private static func answer(_ field: Field, _ input: FieldInput, _ talk: Talk) throws -> Value? {
    let unknown = "not known"
    while true {
      let typed = try Prompt(talk.terminal).line(
        field.question, default: unknown, help: field.help, flag: field.flag)
      if typed == unknown || typed == "-" { return nil }
      do {
        return try input.value(typed, for: field, of: .document, isFlag: false)
      } catch let problem {
        talk.terminal.report(problem)
      }
    }
  }
}
