/// The diary of symptoms: newest first, with what the person's own team asked to report at once.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault
internal import Writing

struct Diary {
  let talk: Talk
  let vault: Vault
  /// Every symptom, newest first.
  let entries: [Record]
  /// Signs that the team wants to hear of at once, with who said so.
  let atOnce: [AtOnce]

  struct AtOnce {
    let what: String
    let callWhom: String?
    let saidBy: String?

    var words: String {
      var text = what
      if let callWhom { text += ". Call: \(callWhom)" }
      return text + ". " + (saidBy.map { "Said by \($0)" } ?? "Nobody wrote down who said so") + "."
    }
  }

  /// More than this, nobody reads on a screen.
  private static let most = 40

  init(talk: Talk, vault: Vault) throws {
    self.talk = talk
    self.vault = vault
    entries = Listing.newestFirst(try vault.records(of: .symptom).filter { !$0.isRetracted })
    var atOnce: [AtOnce] = []
    for one in entries where one.words("reportAtOnce") == "yes" {
      let isKnown = atOnce.contains { $0.what.lowercased() == one.title.lowercased() }
      if !isKnown {
        atOnce.append(AtOnce(what: one.title, callWhom: nil, saidBy: one.words("saidBy")))
      }
    }
    for effect in try vault.records(of: .lateEffect)
    where !effect.isRetracted && effect.words("status") != "gone" {
      guard let when = effect.words("callWhen") else { continue }
      atOnce.append(
        AtOnce(what: when, callWhom: effect.words("callWhom"), saidBy: effect.words("saidBy")))
    }
    self.atOnce = atOnce
  }

  func show(_ shown: [Record], all: Bool) throws {
    let settings = talk.terminal.settings
    let isCut = settings.answersAreTerminal && !settings.plain && !all
    let rows = isCut ? Array(shown.prefix(Self.most)) : shown
    LastList(vault: try talk.location(), talk.environment).remember(rows.map(\.id))
    var table = Table(
      ["When", "What", "Bothers", "How long", "Told"].map { Table.Column($0) }, isNumbered: true)
    for (place, one) in rows.enumerated() {
      if one.isUntold(on: talk.today) { table.attention.insert(place) }
      table.add([
        settings.plain ? one.when?.date?.description ?? "" : one.when?.spelled ?? "not known",
        one.title, Self.bother(one), one.words("howLong") ?? "", told(one),
      ])
    }
    table.write(to: talk.terminal)
    guard !settings.plain else { return }
    if rows.count < shown.count {
      talk.terminal.answer(
        "\(shown.count - rows.count) older ones are not shown here. To see them: --all")
    }
    if !atOnce.isEmpty {
      talk.terminal.answer()
      talk.terminal.answer(Styled("Report at once, as your own team said", .bold))
      for one in atOnce { talk.terminal.answer(Styled("  \(one.words)")) }
    }
    talk.terminal.say()
    let untold = entries.count { $0.isUntold(on: talk.today) }
    if untold > 0 {
      talk.terminal.say(
        "\(Listing.count(untold, "symptom")) not yet told to a doctor or nurse.")
      talk.terminal.say("When told: netvault symptoms told")
    }
    Self.sayNoWarning(talk)
  }

  /// What the diary cannot do. UX §5.2.
  static func sayNoWarning(_ talk: Talk) {
    for line in noWarning { talk.terminal.say(Styled(line)) }
  }

  private static let noWarning = [
    "If something feels like an emergency, call your emergency number;",
    "this diary does not warn anyone.",
  ]

  /// `4 of 10`, where a number was typed.
  private static func bother(_ symptom: Record) -> String {
    guard let words = symptom.words("bother") else { return "" }
    return Int(words) != nil ? "\(words) of 10" : words
  }

  private func told(_ symptom: Record) -> String {
    guard !symptom.isUntold(on: talk.today) else { return "not yet told" }
    return symptom.words("toldTo") ?? ""
  }

  /// The sheet for a visit, with room to write.
  func handout(_ shown: [Record]) throws -> Handout {
    func item(_ one: Record, room: Int) -> Handout.Item {
      let details = [
        Self.bother(one).isEmpty ? nil : "How much it bothers: \(Self.bother(one))",
        one.words("howLong").map { "How long: \($0)" },
        one.words("done").map { "What was done: \($0)" },
        one.words("noticedBy").map { "Noticed by: \($0)" },
        one.isUntold(on: talk.today) ? nil : "Told to: \(told(one))",
      ]
      return Handout.Item(
        "\(one.when?.spelled ?? "Date not known"): \(one.title)",
        details: details.compactMap { $0 }, room: room)
    }
    let untold = shown.filter { $0.isUntold(on: talk.today) }
    let others = shown.filter { !$0.isUntold(on: talk.today) }
    return Handout(
      title: "Symptoms", about: "\(try vault.ownerName), \(talk.today.spelled)",
      parts: [
        Handout.Part("Not yet told", untold.map { item($0, room: 1) }),
        Handout.Part("Told before", others.map { item($0, room: 0) }),
        Handout.Part(
          "Report at once, as my own team said", atOnce.map { Handout.Item($0.words) }),
      ],
      end: [Self.noWarning.joined(separator: " ")])
  }

  func json(_ shown: [Record]) -> JSONValue {
    [
      "format": RecordsJSON.format,
      "records": .array(
        shown.map { one in
          var object = RecordsJSON.object(one)
          object["told"] = .bool(!one.isUntold(on: talk.today))
          return .object(object)
        }),
      "reportAtOnce": .array(
        atOnce.map { one in
          [
            "what": .string(one.what), "call": one.callWhom.map { .string($0) } ?? .null,
            "saidBy": one.saidBy.map { .string($0) } ?? .null,
          ]
        }),
    ]
  }
}
