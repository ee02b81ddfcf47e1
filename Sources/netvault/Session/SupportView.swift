/// How heavy things were over time, and who or what helps: a table, a small chart, the same in
/// words, people and programmes, and numbers to call.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault
internal import Writing

struct SupportView {
  let talk: Talk
  private let vault: Vault
  private let notes: [Record]
  private let distress: Distress
  private let family: [Record]

  init(talk: Talk, vault: Vault, range: DateRange) throws {
    self.talk = talk
    self.vault = vault
    notes = Listing.newestFirst(
      try vault.records(of: .support).filter {
        !$0.isRetracted && range.contains($0.when?.date)
      })
    distress = Distress(notes)
    family = try vault.records(of: .teamMember)
      .filter { !$0.isRetracted && !$0.hasLeftTeam && TeamPlace.of($0) == .family }
      .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
  }

  private var programmes: [Record] { notes.filter(\.isSupportProgramme) }

  /// Notes about a feeling, without a number.
  private var others: [Record] {
    notes.filter { note in
      !note.isSupportProgramme && !distress.entries.contains { $0.record.id == note.id }
    }
  }

  // MARK: On a terminal

  func show() throws {
    let settings = talk.terminal.settings
    if settings.plain { return showPlain() }
    let newest = Array(distress.entries.reversed())
    let shown =
      newest.map(\.record) + others
      + programmes.filter { note in
        !newest.contains { $0.record.id == note.id }
      }
    LastList(vault: try talk.location(), talk.environment).remember(shown.map(\.id))
    if !newest.isEmpty {
      talk.terminal.answer(Styled("How heavy it is, 0 (not at all) to 10", .bold))
      var table = Table(
        [
          Table.Column("When"), Table.Column("Of 10", isNumber: true), Table.Column("What"),
          Table.Column("Who helps"),
        ], isNumbered: true)
      for entry in newest {
        table.add([
          entry.when?.spelled ?? "not known", String(entry.number), entry.record.title,
          entry.record.words("who") ?? "",
        ])
      }
      table.write(to: talk.terminal)
      chart()
      talk.terminal.answer()
      talk.terminal.answer(Styled("In words: " + distress.sentences.joined(separator: " ")))
      talk.terminal.answer()
    }
    list("Noted", others.map { "\($0.when?.spelled ?? "date not known"): \($0.title)" })
    list("People", family.map { Self.person($0) })
    list("Groups and programmes", programmes.map { Self.programme($0) })
    if notes.isEmpty { talk.terminal.answer("Nothing is written down yet.\n") }
    list("Numbers to call", Helpline.all.map { "\($0.phone): \($0.what)." }, ends: true)
    for line in Helpline.all {
      talk.terminal.answer(Styled("  Source: \(line.sourceWords(on: talk.today)).", .dim))
    }
    talk.terminal.say()
    Self.sayGently(talk)
    talk.terminal.say(
      notes.isEmpty ? "Next: netvault support add" : "Next: netvault support print")
  }

  private func list(_ title: String, _ lines: [String], ends: Bool = false) {
    guard !lines.isEmpty else { return }
    talk.terminal.answer(Styled(title, .bold))
    for line in lines { talk.terminal.answer(Styled("  \(line)")) }
    if !ends { talk.terminal.answer() }
  }

  /// One line a number on the scale from 0 to 10, the oldest first. The table says the same.
  private func chart() {
    guard !talk.terminal.settings.isAccessible, distress.entries.count > 1 else { return }
    let shown = distress.entries.suffix(16)
    let labels = shown.map { $0.when?.date?.spelled ?? "date not known" }
    let width = labels.map { Columns.width($0) }.max() ?? 0
    talk.terminal.answer()
    talk.terminal.answer(
      Styled(
        String(repeating: " ", count: width + 4) + "0" + String(repeating: " ", count: 8) + "10"))
    for (label, entry) in zip(labels, shown) {
      let line = (0...10).map { $0 == entry.number ? "o" : "." }.joined()
      talk.terminal.answer(Styled("  \(Columns.padded(label, to: width))  \(line)"))
    }
  }

  /// What stands below every answer: no alarm, and no promise that netvault watches.
  static func sayGently(_ talk: Talk) {
    for line in gently { talk.terminal.say(Styled(line)) }
  }

  private static let gently = [
    "Worry and low mood are common, and you need not carry them alone.",
    "These notes warn nobody. If it feels like an emergency, call your emergency number.",
  ]

  private static func person(_ member: Record) -> String {
    [
      member.title, member.words("relation"), member.words("phone"),
      member.words("coordinates").map { "looks after \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private static func programme(_ note: Record) -> String {
    [note.title, note.words("programme"), note.words("who"), note.words("contact")]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private func showPlain() {
    var table = Table(Array(repeating: Table.Column(""), count: 6))
    for note in notes {
      table.add([
        note.when?.date?.description ?? "", note.words("distress") ?? "", note.title,
        note.words("who") ?? "", note.words("contact") ?? "", note.words("programme") ?? "",
      ])
    }
    table.write(to: talk.terminal)
  }

  // MARK: On paper, and for programs

  func handout() throws -> Handout {
    let shared = notes.filter { !$0.isPrivate }
    guard !shared.isEmpty else { throw Problem.noneOfKind("support notes", add: "support") }
    let heavy = Distress(shared)
    return Handout(
      title: "How I am, and who helps", about: "\(try vault.ownerName), \(talk.today.spelled)",
      parts: [
        Handout.Part(
          "How heavy it is, 0 (not at all) to 10",
          heavy.entries.reversed().map { entry in
            Handout.Item(
              entry.words,
              details: [entry.record.words("who").map { "Who helps: \($0)" }]
                .compactMap { $0 })
          }),
        Handout.Part(
          "In words",
          heavy.sentences.isEmpty
            ? [] : [Handout.Item(heavy.sentences.joined(separator: " "))]),
        Handout.Part(
          "Noted",
          others.filter { !$0.isPrivate }.map {
            Handout.Item("\($0.when?.spelled ?? "date not known"): \($0.title)")
          }),
        Handout.Part("People", family.map { Handout.Item(Self.person($0)) }),
        Handout.Part(
          "Groups and programmes",
          programmes.filter { !$0.isPrivate }.map { Handout.Item(Self.programme($0)) }),
        Handout.Part(
          "Numbers to call",
          Helpline.all.map {
            Handout.Item(
              "\($0.phone): \($0.what)", details: ["Source: \($0.sourceWords(on: talk.today))"])
          }),
        Handout.Part("What I want to say", [Handout.Item("", room: 4)]),
      ], end: [Self.gently.joined(separator: " ")])
  }

  var json: JSONValue {
    [
      "format": RecordsJSON.format,
      "records": .array(notes.map { .object(RecordsJSON.object($0)) }),
      "distress": .array(
        distress.entries.map { entry in
          [
            "record": .string(entry.record.id.text), "number": .number(String(entry.number)),
            "date": entry.when.map { ValueJSON.write($0) } ?? .null,
          ]
        }),
      "words": .array(distress.sentences.map { .string($0) }),
      "people": .array(family.map { .object(RecordsJSON.object($0)) }),
      "helplines": .array(
        Helpline.all.map { line in
          [
            "phone": .string(line.phone), "what": .string(line.what),
            "source": .string(line.source), "asOf": .string(line.asOf),
          ]
        }),
    ]
  }
}
