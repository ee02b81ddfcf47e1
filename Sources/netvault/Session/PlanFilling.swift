/// The questions for what is missing in a care plan, and where each answer goes.
internal import CarePlan
internal import Console
internal import Records
internal import Summary
internal import Vault

struct PlanFilling {
  let talk: Talk
  /// What is asked, in the order of the plan.
  private let asked: [Asked]
  private let born: PartialDate?
  private var answers: [String: Value] = [:]
  private var notKnown: Set<String> = []
  /// The commands for what a person wants to add later.
  private(set) var later: [String] = []
  /// Why the talk broke off, when it did.
  private(set) var brokenOff: Problem?

  private struct Asked {
    let field: PlanField
    let question: Field
  }

  /// No more questions at once than a person can bear.
  private static let mostAsked = 12

  init(talk: Talk, vault: Vault, fields: [PlanField]) throws {
    self.talk = talk
    born = try vault.owner.when("born")?.date
    let hasTumor = try Self.tumor(in: vault) != nil
    let hasPlan = try vault.records(of: .plan).survivorPlan != nil
    asked = fields.filter { !$0.fill.isEmpty }
      .compactMap { field in
        Self.question(field, hasTumor: hasTumor, hasPlan: hasPlan).map {
          Asked(field: field, question: $0)
        }
      }.prefix(Self.mostAsked).map { $0 }
  }

  var isEmpty: Bool { asked.isEmpty }
  var hasAnswers: Bool { count > 0 || !later.isEmpty }
  var count: Int { answers.count + notKnown.count }

  private static func tumor(in vault: Vault) throws -> Record? {
    Listing.newestFirst(try vault.records(of: .diagnosis).filter { !$0.isRetracted })
      .filter { $0.problemRank.isTumor }.min { $0.problemRank < $1.problemRank }
  }

  private static func parts(_ fill: String) -> (head: String, rest: String) {
    guard let colon = fill.firstIndex(of: ":") else { return (fill, "") }
    return (String(fill[..<colon]), String(fill[fill.index(after: colon)...]))
  }

  /// The question of the kind's own description, where there is one.
  private static func question(_ field: PlanField, hasTumor: Bool, hasPlan: Bool) -> Field? {
    let (head, rest) = parts(field.fill)
    switch head {
    case "person": return KindDescription.of(.person).field(rest)?.asked(as: field.id)
    case "tumor":
      return hasTumor ? KindDescription.of(.diagnosis).field(rest)?.asked(as: field.id) : nil
    case "plan":
      // What the paper says can only be asked where there is one.
      let isOfPaper = !["coordinator", "review"].contains(rest)
      guard hasPlan || !isOfPaper else { return nil }
      return KindDescription.of(.plan).field(rest)?
        .asked(as: field.id, about: isOfPaper ? "The care plan" : nil)
    case "team":
      return Field.ask(
        field.id, field.label, "Who is your \(rest)?",
        help: "A name and a phone number. For example: Dr. Lee, 555-0134.")
    case "habit":
      return Field.ask(
        field.id, field.label, "\(field.label): how is it?",
        help: "In your own words, such as: walks on most days.")
    case "note":
      return Field.ask(
        field.id, field.label, "\(field.label): what is there to say?",
        help: "In your own words, such as: works half days since June.")
    case "none":
      return Field.askWhether(
        field.id, field.label, help: "To add one: \(field.add)")
    default: return nil
    }
  }

  mutating func ask() throws(Problem) {
    guard talk.terminal.settings.canAsk else {
      throw .planFillNeedsTerminal
    }
    let kind = KindDescription.of(.plan)
    let talkAbout = KindDescription(
      .plan, one: kind.one, many: kind.many, about: kind.about, titles: kind.titles,
      fields: asked.map(\.question))
    var input = FieldInput(today: talk.today, order: DateOrder(talk.environment).order)
    input.born = born
    var interview = Interview(talkAbout, terminal: talk.terminal, input: input, isEdit: true)
    let talked = try AnswersSoFar.ask(&interview, talk)
    brokenOff = talked.brokenOff
    for one in asked {
      guard let answer = talked.answers[one.field.id] else { continue }
      if answer == .choice("later") {
        later.append(one.field.add)
      } else {
        answers[one.field.id] = answer
      }
    }
    notKnown = talked.notKnown.intersection(asked.map(\.field.id))
  }

  /// Each answer as a change of the record that it belongs to.
  func steps(in vault: Vault) throws -> [Change.Step] {
    let who = try talk.who(in: vault)
    var plan = try PlanRecord(vault: vault, talk)
    var person = try vault.owner
    var tumor = try Self.tumor(in: vault)
    let before = (person: person, tumor: tumor)
    var steps: [Change.Step] = []
    for one in asked {
      let field = one.field
      if notKnown.contains(field.id) { Self.note(field, in: "notKnown", of: &plan.record) }
      guard let answer = answers[field.id] else { continue }
      guard !Self.isNone(answer) else {
        Self.note(field, in: "noneOf", of: &plan.record)
        continue
      }
      let (head, rest) = Self.parts(field.fill)
      switch head {
      case "person": person[rest] = answer
      case "tumor": tumor?[rest] = answer
      case "plan": plan.record[rest] = answer
      case "team":
        steps.append(.add(try talk.newRecord(.teamMember, Self.member(answer, rest), in: vault)))
      case "habit":
        steps.append(
          .add(
            try talk.newRecord(
              .habit,
              [
                "what": .coded(Coded(rest)), "status": .text(answer.words),
                "date": .when(When(talk.today)),
              ], in: vault)))
      case "note":
        steps.append(
          .add(
            try talk.newRecord(
              .note,
              [
                "topic": .text(rest), "text": .text(answer.words),
                "date": .when(When(talk.today)),
              ], in: vault)))
      default: break
      }
    }
    for (now, old) in [(person, before.person), (tumor, before.tumor)] {
      guard var now, now.fields != old?.fields else { continue }
      now.provenance.who = who
      steps.append(.update(now))
    }
    if plan.hasChanged { steps.append(plan.step(by: who)) }
    return steps
  }

  private static func isNone(_ answer: Value) -> Bool {
    answer == .choice("none") || ["none", "none."].contains(answer.words.lowercased())
  }

  /// Writes down on the plan that there is none, or that nobody knows.
  private static func note(_ field: PlanField, in name: String, of plan: inout Record) {
    let known = plan.list(name)
    guard !known.contains(where: { $0.words == field.label }) else { return }
    plan[name] = .list(known + [.text(field.label)])
  }

  /// `Dr. Lee, 555-0134` is a name and a phone number.
  private static func member(_ answer: Value, _ role: String) -> [String: Value] {
    let words = answer.words.trimmedSpaces
    var fields: [String: Value] = [
      "name": .text(words), "role": .list([.coded(Coded(role))]),
    ]
    if let comma = words.lastIndex(of: ",") {
      let tail = String(words[words.index(after: comma)...]).trimmedSpaces
      let head = String(words[..<comma]).trimmedSpaces
      if tail.count(where: \.isNumber) >= 3, !head.isEmpty {
        fields["name"] = .text(head)
        fields["phone"] = .list([.text(tail)])
      }
    }
    return fields
  }
}
