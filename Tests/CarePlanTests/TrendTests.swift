import CarePlan
import Records
import Testing

@Suite struct `The step of a marker` {
  static func step(_ results: [Record]) -> String? {
    ResultSeries.all(in: results).first.flatMap { Trend.step($0) }
  }

  @Test(arguments: [
    ("92", "118", "up from 92 ng/mL"), ("118", "92", "down from 118 ng/mL"),
    ("92.0", "92", "the same as before"),
  ])
  func `is said without a judgement`(old: String, new: String, words: String) {
    let results = [
      MadeUp.result("CgA", old, on: "2025-01-01"), MadeUp.result("CgA", new, on: "2026-01-01"),
    ]
    #expect(Self.step(results) == words)
  }

  @Test func `is not said across laboratories or units`() {
    let old = MadeUp.result("CgA", "92", on: "2025-01-01")
    let elsewhere = MadeUp.result("CgA", "93", on: "2026-01-01", laboratory: "Hillside")
    let unit = MadeUp.result("CgA", "93", on: "2026-01-01", unit: "nmol/L")
    #expect(Self.step([old, elsewhere])?.hasPrefix("not comparable") == true)
    #expect(Self.step([old, unit])?.hasPrefix("not comparable") == true)
  }

  @Test func `does not count with less-than values`() {
    var old = MadeUp.result("CgA", "5", on: "2025-01-01")
    old["value"] = .quantity(Quantity("5", unit: "ng/mL", comparator: "<"))
    #expect(Self.step([old, MadeUp.result("CgA", "5", on: "2026-01-01")]) == "before: <5 ng/mL")
  }

  @Test func `needs two values`() {
    #expect(Self.step([MadeUp.result("CgA", "92", on: "2025-01-01")]) == nil)
  }

  @Test func `has the newest value and its date as a sentence`() throws {
    let results = [
      MadeUp.result("CgA", "92", on: "2025-01-01"), MadeUp.result("CgA", "118", on: "2026-01-01"),
    ]
    let series = try #require(ResultSeries.all(in: results).first)
    #expect(Trend.words(series) == "118 ng/mL, 1 January 2026, up from 92 ng/mL")
  }
}
