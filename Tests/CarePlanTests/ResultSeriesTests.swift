import CarePlan
import Codes
import Records
import Testing

@Suite struct `Series of results` {
  @Test func `put tumor markers first and questionnaires last`() {
    var survey = MadeUp.result("PHQ-9 score", "3", on: "2026-11-01")
    survey["category"] = .coded(Coded("survey"))
    let results = [
      survey, MadeUp.result("ferritin", "20", on: "2026-11-02"),
      MadeUp.result("creatinine", "0.8", on: "2026-10-01"),
      MadeUp.result("Chromogranin A", "92", on: "2024-01-01"),
    ]
    #expect(
      ResultSeries.all(in: results).map(\.name)
        == ["Chromogranin A", "creatinine", "ferritin", "PHQ-9 score"])
  }

  @Test func `know a marker by its code`() {
    let code = Coding(system: CodeSystem.loinc, code: "9811-1")
    let result = MadeUp.result("CgA", "92", on: "2024-01-01", codings: [code])
    #expect(ResultSeries.all(in: [result]).first?.rank == .tumorMarker)
  }

  @Test func `stand with what has no date, too`() {
    let results = [
      MadeUp.result("sodium", "140", on: nil), MadeUp.result("sodium", "141", on: "2020-01-01"),
      MadeUp.result("zinc", "1", on: nil), MadeUp.result("copper", "1", on: nil),
    ]
    let series = ResultSeries.all(in: results)
    #expect(series.map(\.name) == ["sodium", "copper", "zinc"])
    #expect(series.first?.records.last?.when == nil)
  }

  @Test func `leave out what was taken back`() {
    var result = MadeUp.result("sodium", "140", on: "2020-01-01")
    result["status"] = .text("entered-in-error")
    #expect(ResultSeries.all(in: [result]).isEmpty)
  }

  @Test(arguments: [
    ("H", "high"), ("L", "low"), ("N", nil), ("*", "marked *"), ("HH", "very high"),
  ])
  func `say the laboratory's mark in words`(flag: String, words: String?) {
    var result = MadeUp.result("sodium", "140", on: "2020-01-01")
    result["flag"] = .coded(Coded(flag))
    #expect(result.mark == words)
  }

  @Test func `compare with the range beside the value, in one unit only`() {
    var result = MadeUp.result("sodium", "150", on: "2020-01-01", unit: "mmol/L")
    result["range"] = .range(ReferenceRange(high: Quantity("145", unit: "mmol/L")))
    #expect(result.mark == "above the range")
    result["range"] = .range(ReferenceRange(high: Quantity("145", unit: "mg/dL")))
    #expect(result.mark == nil)
    result["range"] = .range(ReferenceRange(low: Quantity("155")))
    #expect(result.mark == "below the range")
    result["value"] = .quantity(Quantity("150", unit: "mmol/L", comparator: ">"))
    #expect(result.mark == nil)
  }
}
