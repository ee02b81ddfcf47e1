package import Records

/// A test that looks for another cancer, as something to raise with a doctor: what a source says,
/// what the person's own doctor asked for, and when it was done last. It decides nothing.
package struct ScreeningTopic: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    case raise
    /// It cannot be told, and why.
    case unsure(String)
    /// Not at this age or not for this person, and why.
    case notNow(String)
  }

  package struct Done: Hashable, Sendable {
    package let what: String
    package let when: When?
    package let record: RecordID
  }

  package let rule: ScreeningRule
  package let standing: Standing
  package let last: Done?
  /// What the person's own doctor asked for. It comes before any rule.
  package let asked: [Due]
  /// What the records have that goes with it.
  package let notes: [String]

  /// `Breast cancer`, with "for women" where the person's sex is not known.
  package func title(isSexKnown: Bool) -> String {
    let name = rule.cancer == "other" ? "Other second cancers" : "\(rule.cancer) cancer"
    let title = name.prefix(1).uppercased() + name.dropFirst()
    return isSexKnown || rule.group == .all ? title : "\(title) (for \(rule.group.rawValue))"
  }

  /// What stands behind every topic.
  package static let advice = "Talk with your doctor about it."
}

/// All topics for one person on one day.
package struct Screening: Sendable {
  package let age: PersonAge
  package let sex: PersonSex
  package let smoking: Smoking
  package let topics: [ScreeningTopic]

  package var raised: [ScreeningTopic] { topics.filter { $0.standing == .raise } }
  package var unsure: [ScreeningTopic] {
    topics.filter { if case .unsure = $0.standing { true } else { false } }
  }
  package var notNow: [ScreeningTopic] {
    topics.filter { if case .notNow = $0.standing { true } else { false } }
  }

  /// - Parameter rules: The rows that come with the program.
  package init(
    of records: [Record], today: PartialDate, rules: [ScreeningRule] = ScreeningRule.all
  ) {
    let facts = records.filter { !$0.isRetracted }
    let person = facts.first { $0.kind == .person }
    let age = PersonAge(born: person?.when("born")?.date, on: today)
    let sex = PersonSex(words: person?.words("sex"))
    let smoking = Smoking(facts)
    let own = ScreeningFacts(facts, today: today)
    self.age = age
    self.sex = sex
    self.smoking = smoking
    let shown = rules.filter { rule in
      switch (rule.group, sex) {
      case (.women, .male), (.men, .female): false
      default: true
      }
    }
    let all = shown.map { rule in
      ScreeningTopic(
        rule: rule, standing: Self.standing(rule, age, smoking, own), last: own.last(rule),
        asked: own.asked(rule), notes: own.notes(rule))
    }
    topics = Self.oneEach(all)
  }

  /// Of each cancer what holds now; where nothing does, its first row says why.
  private static func oneEach(_ all: [ScreeningTopic]) -> [ScreeningTopic] {
    var shown: [ScreeningTopic] = []
    for topic in all {
      let same = all.filter { $0.rule.cancer == topic.rule.cancer }
      let now = same.filter { if case .notNow = $0.standing { false } else { true } }
      if now.contains(topic) {
        shown.append(topic)
      } else if now.isEmpty,
        let only = same.first(where: { $0.rule.how == .over && $0.isOver })
          ?? same.first, only == topic
      {
        shown.append(topic)
      }
    }
    return shown
  }

  private static func standing(
    _ rule: ScreeningRule, _ age: PersonAge, _ smoking: Smoking, _ own: ScreeningFacts
  ) -> ScreeningTopic.Standing {
    if rule.how == .none {
      return own.reasonsForMore.isEmpty ? .notNow(rule.words) : .raise
    }
    if let ages = rule.ages {
      switch age.isIn(ages) {
      case nil:
        let words = rule.ageWords ?? ""
        return .unsure("The source gives ages: \(words). Your age is \(age.words).")
      case false?:
        return .notNow("The source begins at \(ages.lowerBound). Your age is \(age.words).")
      case true? where rule.how == .over: return .notNow(rule.words)
      case true?: break
      }
    }
    guard let least = rule.packYears else { return .raise }
    switch smoking {
    case .notAsked: return .unsure("Whether you smoke or smoked is not written down yet.")
    case .never: return .notNow("Your records say that you never smoked.")
    case .unknownAmount:
      return .unsure("How much you smoked (pack-years) is not written down yet.")
    case .packYears(let amount):
      return amount >= Double(least)
        ? .raise
        : .notNow(
          "Your records say \(Smoking.words(amount)). The source begins at \(least).")
    }
  }
}

extension ScreeningTopic {
  /// True where the source says that the test is over at this age.
  fileprivate var isOver: Bool { standing == .notNow(rule.words) }
}
