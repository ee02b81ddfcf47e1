/// What makes no sense in a plan, in words for people.
internal import CarePlan
internal import Console
internal import Records

enum PlanWording {
  /// Throws where what is to be saved is no plan that days could be counted by.
  static func check(_ record: Record) throws(Problem) {
    do throws(PlanTrouble) {
      try PlanSense.check(record)
    } catch {
      throw problem(error)
    }
  }

  /// The same for what is no record yet.
  @Sendable
  static func check(_ fields: [String: Value], of kind: KindDescription) throws(Problem) {
    try check(
      Record(
        id: RecordID(""), kind: kind.kind, fields: fields,
        provenance: Provenance(origin: .person, entered: "")))
  }

  static func problem(_ trouble: PlanTrouble) -> Problem {
    switch trouble {
    case .zero: .intervalZero
    case .tooLong: .intervalTooLong
    case .notAStep: .notAStep
    case .openTooSoon: .stepWithoutEnd
    case .endsBeforeStart: .stepEndsBeforeStart
    case .noStart: .stepsNeedStart
    case .vagueStart: .stepsNeedMonth
    case .twoRules: .twoRules
    case .untilBeforeStart: .untilBeforeStart
    case .notALength: .notALength
    case .windowTooLong: .windowTooLong
    }
  }

  /// Why no day can be told, for a line of the schedule.
  static func words(_ trouble: PlanTrouble) -> String {
    switch trouble {
    case .noStart: "the day from which the steps are counted is not known"
    case .vagueStart: "a year alone is not enough to count the steps from"
    default: "the steps are not clear"
    }
  }
}
