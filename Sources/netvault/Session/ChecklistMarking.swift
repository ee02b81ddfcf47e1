/// Writing down what a person says of an item: one change for all the items that were named.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

struct ChecklistMarking {
  let book: ChecklistBook

  /// What is changed of one record. Returns how it stands then, in words.
  typealias Mark = (ChecklistEntry, inout Record, String) throws -> String

  /// A day that somebody typed: nothing is due before a person was born.
  func day(_ typed: String) throws(Problem) -> When {
    let born = book.person.when("born")?.date
    return try DatePhrase(
      today: book.talk.today, order: DateOrder(book.talk.environment).order, direction: .next,
      born: born, earliest: born, label: "The day it is due", flag: "due"
    ).when(typed)
  }

  static func run(
    _ talk: Talk, _ command: String, _ what: [String], _ mark: Mark
  ) throws -> Exit {
    try run(talk, command, what, asking: { "" }) { entry, record, who, _ in
      try mark(entry, &record, who)
    }
  }

  static func run(
    _ talk: Talk, _ command: String, _ what: [String], due: String?,
    _ mark: (ChecklistEntry, inout Record, When?) throws -> String
  ) throws -> Exit {
    let vault = try talk.open(.read)
    let marking = ChecklistMarking(book: try ChecklistBook(talk: talk, vault: vault))
    let day = try due.map { try marking.day($0) }
    return try marking.run(vault, command, what, asking: { "" }) { entry, record, _, _ in
      try mark(entry, &record, day)
    }
  }

  /// - Parameter asking: Asked once, after it is clear which items are meant.
  static func run(
    _ talk: Talk, _ command: String, _ what: [String], asking: () throws -> String,
    _ mark: (ChecklistEntry, inout Record, String, String) throws -> String
  ) throws -> Exit {
    let vault = try talk.open(.read)
    return try ChecklistMarking(book: try ChecklistBook(talk: talk, vault: vault))
      .run(vault, command, what, asking: asking, mark)
  }

  private func run(
    _ vault: Vault, _ command: String, _ what: [String], asking: () throws -> String,
    _ mark: (ChecklistEntry, inout Record, String, String) throws -> String
  ) throws -> Exit {
    let talk = book.talk
    let chosen = try book.choose(what)
    // What is done already is said before anything is asked.
    var trial = try record(of: chosen[0], by: "", talk)
    _ = try mark(chosen[0], &trial, "", "")
    let answer = try asking()
    try vault.close()
    guard !talk.options.dryRun else {
      talk.terminal.say(
        "\(Listing.count(chosen.count, "item")) would be changed. Nothing was changed.")
      return .done
    }
    let writing = try talk.openAgain(vault)
    let who = try talk.who(in: writing)
    var steps: [Change.Step] = []
    var said: [(words: String, record: Record)] = []
    for entry in chosen {
      var record = try record(of: entry, by: who, talk)
      let words = try mark(entry, &record, who, answer)
      steps.append(entry.record == nil ? .add(record) : .update(record))
      said.append(("\(entry.what): \(words).", record))
    }
    try talk.apply(Change(command, at: talk.now, who: who, steps: steps), to: writing)
    try writing.close()
    if talk.options.json { talk.answer(json: RecordsJSON.list(said.map(\.record))) }
    for one in said { talk.terminal.say(Styled(one.words)) }
    let list = book.find(chosen[0].list)?.word ?? ""
    let word = list.contains(" ") ? "\"\(list)\"" : list
    talk.terminal.say(Styled("Next: netvault checklist \(word)    (take it back: netvault undo)"))
    return .done
  }

  /// The record that keeps what is said of an item. For one that comes with netvault, with the words
  /// it had on the day, and where they were read.
  private func record(of entry: ChecklistEntry, by who: String, _ talk: Talk) throws -> Record {
    if var record = entry.record {
      record.provenance.who = who.isEmpty ? record.provenance.who : who
      return record
    }
    var generator = SystemRandomNumberGenerator()
    var fields: [String: Value] = ["what": .text(entry.what), "list": .text(entry.list)]
    fields["item"] = entry.ready.map { .text($0.id) }
    fields["why"] = entry.why.map { .text($0) }
    fields["source"] = entry.source.map { .text($0) }
    fields["asOf"] = entry.asOf.map { .text($0) }
    fields["about"] = entry.about.map { .link($0.id) }
    return Record(
      id: RecordID(using: &generator), kind: .checklistItem, fields: fields,
      provenance: Provenance(origin: .person, who: who.isEmpty ? nil : who, entered: talk.now))
  }
}
