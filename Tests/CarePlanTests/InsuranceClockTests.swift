import Foundation
import Records
import Testing

@testable import CarePlan

@Suite struct `The rules for last days` {
  @Test func `are read in full, each with a source and a day`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/CarePlan/insurance-clocks.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(InsuranceClock.all.count == lines.count)
    #expect(InsuranceClock.all.count == 36)
    #expect(Set(InsuranceClock.all.map(\.id)).count == lines.count)
    let sorts = Set(PlanSort.allCases.map(\.rawValue)).union([
      "general", "any", "medicare-loss", "no-plan",
    ])
    for rule in InsuranceClock.all {
      #expect(rule.source.count > 8, "\(rule.id)")
      #expect(rule.asOf == MadeUp.day("2026-11-21"), "\(rule.id)")
      #expect(sorts.isSuperset(of: rule.plans), "\(rule.id)")
      #expect(!rule.what.contains("!") && !rule.countedFrom.isEmpty, "\(rule.id)")
      // What could not be confirmed is not shipped.
      #expect(!rule.source.lowercased().contains("unverified"), "\(rule.id)")
    }
    #expect(YearlyLimit.all.map(\.year) == [2025, 2026, 2027])
    #expect(YearlyLimit.of(2026)?.one == "10600 USD")
    #expect(YearlyLimit.of(2024) == nil)
  }

  @Test(arguments: [
    ("appeal", "2026-09-07", "2027-03-06"), ("appeal", "2027-08-31", "2028-02-27"),
    ("appeal-medicare", "2026-12-31", "2027-04-30"),
    ("appeal-advantage", "2027-12-31", "2028-02-29"),
    ("external", "2026-10-31", "2027-02-28"), ("external", "2027-10-31", "2028-02-29"),
    ("external", "2026-08-31", "2026-12-31"), ("first-before", "2026-12-20", "2027-01-04"),
    ("first-urgent", "2026-12-30", "2027-01-02"), ("first-before-fast", "2028-02-25", "2028-03-03"),
    ("cobra-first-premium", "2027-01-15", "2027-03-01"),
    ("cobra-first-premium", "2028-01-15", "2028-02-29"),
    ("cobra-length", "2026-08-31", "2028-02-29"),
    ("marketplace-special", "2026-11-30", "2027-01-29"),
    ("medicare-special", "2026-12-31", "2027-02-28"), ("medigap", "2026-09-01", "2027-03-01"),
  ])
  func `count days and calendar months`(id: String, from: String, to: String) throws {
    let rule = try #require(InsuranceClock.named(id))
    #expect(rule.last(after: MadeUp.day(from))?.description == to)
  }

  @Test func `count from the later of two days`() throws {
    let rule = try #require(InsuranceClock.named("COBRA-election"))
    let days = [MadeUp.day("2026-11-30"), MadeUp.day("2026-12-05")]
    #expect(rule.last(afterLaterOf: days)?.description == "2027-02-03")
    #expect(rule.last(afterLaterOf: days.reversed())?.description == "2027-02-03")
    #expect(rule.last(afterLaterOf: [days[0]])?.description == "2027-01-29")
    #expect(rule.last(afterLaterOf: []) == nil)
  }

  @Test func `count from no day that is not known to the day`() throws {
    #expect(try #require(InsuranceClock.named("appeal")).last(after: MadeUp.day("2026-09")) == nil)
  }

  @Test func `have windows of the calendar`() throws {
    let open = try #require(InsuranceClock.named("medicare-open"))
    let now = try #require(open.window(onOrAfter: MadeUp.today))
    #expect(now.from.description == "2026-10-15" && now.until.description == "2026-12-07")
    let next = try #require(open.window(onOrAfter: MadeUp.day("2026-12-08")))
    #expect(next.from.description == "2027-10-15")
    let market = try #require(InsuranceClock.named("marketplace"))
    // The rule for 2027 and later begins with the window in autumn 2026.
    #expect(market.window(onOrAfter: MadeUp.day("2025-12-20"))?.from.description == "2026-11-01")
    let before = try #require(InsuranceClock.named("marketplace-2026"))
    #expect(before.window(onOrAfter: MadeUp.day("2026-01-15"))?.until.description == "2026-01-15")
    #expect(before.window(onOrAfter: MadeUp.day("2026-01-16")) == nil)
  }

  @Test(arguments: [
    ("1961-06-14", "2026-03-01", "2026-09-30"), ("1960-02-29", "2024-11-01", "2025-05-31"),
    ("1961-12-01", "2026-09-01", "2027-03-31"), ("1961-11", "2026-08-01", "2027-02-28"),
  ])
  func `have a window around the month of turning 65`(born: String, from: String, to: String) throws
  {
    let window = try #require(
      InsuranceClock.named("medicare-first")?.window(born: MadeUp.day(born)))
    #expect(window.from.description == from && window.until.description == to)
    #expect(InsuranceClock.named("medicare-first")?.window(born: MadeUp.day("1961")) == nil)
  }

  @Test(
    arguments: [
      (PlanSort.employer, "appeal", "appeal"), (.unknown, "appeal", "appeal"),
      (.medicare, "appeal", "appeal-medicare"), (.medicareAdvantage, "appeal", "appeal-advantage"),
      (.partD, "decision-after", "decision-part-d"), (.medicaid, "appeal", nil),
      (.other, "appeal", nil),
      (.medicareAdvantage, "first-before", "first-before-fast"),
      (.medicare, "second", "second-medicare"),
    ] as [(PlanSort, String, String?)])
  func `go with the sort of plan`(sort: PlanSort, step: String, id: String?) {
    #expect(InsuranceClock.rule(step, for: sort, on: MadeUp.today)?.id == id)
  }

  @Test func `that began later are not for what was before`() {
    let before = InsuranceClock.rule(
      "first-before", for: .medicareAdvantage, on: MadeUp.day("2025-12-31"))
    #expect(before == nil)
  }

  @Test func `say when they were looked up long ago`() throws {
    let rule = try #require(InsuranceClock.named("appeal"))
    // 21 November 2026 and 18 months is 21 May 2028.
    #expect(!rule.isOld(on: MadeUp.day("2028-05-21")))
    #expect(rule.isOld(on: MadeUp.day("2028-05-22")))
    #expect(
      rule.sourceWords(on: MadeUp.today)
        == "Source: HealthCare.gov, Internal appeals, looked up on 21 November 2026.")
    #expect(rule.sourceWords(on: MadeUp.day("2028-05-22")).hasSuffix("the rule may have changed."))
    #expect(
      try #require(InsuranceClock.named("external")).sourceWords(on: MadeUp.today).contains(
        "second-hand"))
  }

  @Test(arguments: [
    "", "x", "x\ta\tgeneral\tafter\tletter\t180 weeks\t\tw\tc\ts\t2026-11-21\tread",
    "x\ta\tgeneral\tafter\tletter\t180 days\t\tw\tc\t\t2026-11-21\tread",
    "x\ta\tgeneral\tafter\tletter\t180 days\t\tw\tc\ts\tyesterday\tread",
    "x\ta\tgeneral\tafter\tletter\t180 days\t\tw\tc\ts\t2026-11-21\tUNVERIFIED",
    "x\ta\tgeneral\tyearly\t13-01\t12-31\t\tw\tc\ts\t2026-11-21\tread",
  ])
  func `that are not whole are left out`(line: String) {
    #expect(InsuranceClock.read(Array("heading\n\(line)\n".utf8)).isEmpty)
  }
}
