internal import Records

/// What a person's own records have that goes with tests for other cancers.
struct ScreeningFacts {
  private let facts: [Record]
  private let today: PartialDate
  private let dues: [Due]
  /// What can be a test that was done, by its name: thousands of results have a few names.
  private let done: [String: [Record]]

  init(_ facts: [Record], today: PartialDate) {
    self.facts = facts
    self.today = today
    dues = Due.all(in: facts, today: today)
    let kinds: Set<Kind> = [.imaging, .procedure, .result, .pathology]
    done = Dictionary(grouping: facts.filter { kinds.contains($0.kind) }, by: \.title)
  }

  /// What was asked for by the person's own doctor.
  func asked(_ rule: ScreeningRule) -> [Due] { dues.filter { rule.isNamed($0.what) } }

  /// When it was done last: the newest scan, procedure, result or check of that name.
  func last(_ rule: ScreeningRule) -> ScreeningTopic.Done? {
    var done = self.done.flatMap { title, records -> [ScreeningTopic.Done] in
      guard rule.isNamed(title) else { return [] }
      return records.filter {
        !["planned", "not-done", "not done"].contains($0.words("status")?.lowercased())
      }.map { ScreeningTopic.Done(what: title, when: $0.when, record: $0.id) }
    }
    done += asked(rule).compactMap { due in
      due.last.map { ScreeningTopic.Done(what: due.what, when: $0, record: due.record) }
    }
    return done.filter { ($0.when?.date?.firstDay).map { $0 <= today.lastDay } ?? true }
      .max { left, right in
        let days = (left.when?.date?.firstDay.dayNumber, right.when?.date?.firstDay.dayNumber)
        return (days.0 ?? .min, left.record) < (days.1 ?? .min, right.record)
      }
  }

  /// What the records say beside the rule.
  func notes(_ rule: ScreeningRule) -> [String] {
    switch rule.cancer {
    case "other": reasonsForMore
    case "lung" where hasChestScans:
      ["You have scans of the chest already. Ask your doctor whether this adds anything."]
    case "prostate": relativesWithProstateCancer
    default: []
    }
  }

  private var hasChestScans: Bool {
    facts.contains { record in
      if record.kind == .diagnosis { return record.problemRank <= .ofTheTumor }
      guard record.kind == .followUp || record.kind == .imaging else { return false }
      let words = record.title.lowercased()
      let isCT = words.split { !$0.isLetter }.contains("ct")
      return isCT && ["chest", "lung", "thora"].contains { words.contains($0) }
    }
  }

  private var relativesWithProstateCancer: [String] {
    facts.filter { record in
      record.kind == .familyHistory
        && record.list("condition").contains { $0.words.lowercased().contains("prostate") }
    }.map { record in
      let age = record.words("age").map { ", at age \($0)" } ?? ""
      return "In your family: \(record.words("relation") ?? "a relative")\(age)."
    }
  }

  /// Why more tests may be worth a question: MEN1, or symptoms that nobody on the team knows of.
  var reasonsForMore: [String] {
    var reasons: [String] = []
    if facts.contains(where: { $0.isOwnMEN1 }) {
      reasons.append("Your records name MEN1. Ask about extra tests.")
    }
    let family = facts.contains { record in
      record.kind == .familyHistory && record.list("condition").contains { Self.isMEN1($0.words) }
    }
    if family { reasons.append("MEN1 is in your family. Ask about extra tests.") }
    let open = facts.count { $0.kind == .symptom && $0.isUntold(on: today) }
    if open > 0 {
      reasons.append(
        "\(open == 1 ? "1 symptom is" : "\(open) symptoms are") not told to your team yet. "
          + "Tell them, and ask about extra tests.")
    }
    return reasons
  }

  static func isMEN1(_ words: String) -> Bool {
    let words = words.lowercased()
    return words.split { !$0.isLetter && !$0.isNumber }.contains("men1")
      || ["men 1", "men-1", "multiple endocrine neoplasia"].contains { words.contains($0) }
  }
}

extension Record {
  /// True for a diagnosis that says that the person has MEN1.
  fileprivate var isOwnMEN1: Bool {
    guard kind == .diagnosis, verificationAllows else { return false }
    if words("role") == "men1" || words("men1") == "yes" { return true }
    return words("role") != "primary" && ScreeningFacts.isMEN1(words("name") ?? "")
  }

  private var verificationAllows: Bool {
    !["refuted", "unconfirmed"].contains(words("verification"))
  }
}
