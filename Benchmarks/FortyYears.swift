/// How long it takes to count forty years of checks: thirty of them in steps, as somebody has who lives
/// long with a tumor, each day by day of its plan, and how all stand today.
internal import CarePlan
internal import Records

struct FortyYears {
  private static let checks = 30
  private static let plans = [
    ["every 3 months for 2 years", "every 6 months until year 5", "every 12 months"],
    ["every 28 days for 1 year", "every 6 weeks until year 10", "every 3 months"],
    ["monthly for 5 years", "every 2 months for 10 years", "every 4 months for life"],
  ]

  func run(rounds: Int = 9) throws {
    guard let start = PartialDate(year: 1990, month: 1, day: 31),
      let end = start.adding(months: 40 * 12)
    else { return }
    let records = (0..<Self.checks).map { number in
      Record(
        id: RecordID("check-\(number)"), kind: .followUp,
        fields: [
          "what": .text("check \(number)"), "askedBy": .text("Dr. Okafor"),
          "phases": .list(Self.plans[number % Self.plans.count].map { .text($0) }),
          "countedFrom": .when(When(start)), "early": .text("2 weeks"), "late": .text("2 weeks"),
        ], provenance: Provenance(origin: .person, entered: "1990-02-01T09:00:00Z"))
    }
    var days = 0
    let times = (0..<rounds).map { _ in
      seconds {
        days = 0
        for record in records {
          guard let plan = CheckPlan(record, dateOf: { _ in nil }).days else { continue }
          for one in plan {
            if one.day > end { break }
            days += 1
          }
        }
        days += Due.all(in: records, today: end).count
      }
    }
    Report.line(
      "40 years of checks", median(times) * 1000, "ms", .atMost(20),
      "\(Self.checks) checks, \(days) days")
  }
}
