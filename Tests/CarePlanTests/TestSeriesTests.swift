import CarePlan
import Records
import Testing

@Suite struct `The values of a test` {
  private func value(
    _ number: String, on date: String, unit: String? = "ng/mL", comparator: String? = nil,
    range: String? = nil, laboratory: String? = "Riverside", name: String = "CgA"
  ) -> Record {
    var record = MadeUp.result(name, number, on: date)
    record["value"] = .quantity(Quantity(number, unit: unit, comparator: comparator))
    record["laboratory"] = laboratory.map { .text($0) }
    if let range { record["range"] = .range(ReferenceRange(text: range)) }
    return record
  }

  @Test func `stand in one series for each unit, oldest first`() {
    let series = TestSeries.all(in: [
      value("88", on: "2025-05-12"), value("5", on: "2019-01-01", unit: "nmol/L"),
      value("95", on: "2025-11-09"), value("61", on: "2020-01-01", unit: nil),
    ])
    #expect(series.map(\.unit) == ["ng/mL", nil, "nmol/L"])
    #expect(series[0].values.map(\.printed) == ["88 ng/mL", "95 ng/mL"])
  }

  @Test func `know one unit in its spellings`() {
    let units = ["ug/L", "\u{B5}g/L", "\u{3BC}g/L", "mcg/L", "ug / l"]
    let records = units.enumerated().map { place, unit in
      value("1", on: "202\(place)-01-01", unit: unit)
    }
    #expect(TestSeries.all(in: records).count == 1)
    #expect(TestSeries.all(in: records + [value("1", on: "2025-01-01", unit: "ng/mL")]).count == 2)
  }

  @Test func `in words never stand among numbers`() {
    var words = value("1", on: "2024-01-01")
    words["value"] = nil
    words["finding"] = .coded(Coded("not seen"))
    let series = TestSeries.all(in: [words, value("88", on: "2025-05-12")])
    #expect(series.map(\.isNumber) == [true, false])
    #expect(series[1].values.map(\.printed) == ["not seen"])
    #expect(series[1].values[0].number == nil)
  }

  @Test func `say when the laboratory is another one than before`() {
    let series = TestSeries.all(in: [
      value("88", on: "2025-05-12"), value("95", on: "2025-11-09", laboratory: "riverside "),
      value("121", on: "2026-05-14", laboratory: "City lab"),
      value("118", on: "2026-11-10"), value("1", on: "2026-11-11", laboratory: nil),
      value("2", on: "2026-11-12"),
    ])[0]
    #expect(
      series.values.map(\.isOtherLaboratory) == [false, false, true, true, false, false])
    #expect(series.laboratories == ["Riverside", "City lab"])
  }

  @Test func `have one range where all printed the same, with or without the unit`() {
    let same = [
      value("88", on: "2025-05-12", range: "below 100 ng/mL"),
      value("95", on: "2025-11-09", range: "below 100"),
    ]
    #expect(TestSeries.all(in: same)[0].sharedRange == "below 100 ng/mL")
    let other = same + [value("95", on: "2026-11-09", range: "below 90")]
    #expect(TestSeries.all(in: other)[0].sharedRange == nil)
    let missing = same + [value("95", on: "2026-11-09")]
    #expect(TestSeries.all(in: missing)[0].sharedRange == nil)
  }

  @Test func `that were typed in join those of a file that have a code`() {
    let code = Coding(system: "http://loinc.org", code: "9811-1")
    let other = Coding(system: "http://loinc.org", code: "25587-7")
    let imported = MadeUp.result("Chromogranin A", "88", on: "2025-05-12", codings: [code])
    let typed = value("95", on: "2025-11-09", name: "chromogranin a")
    #expect(TestSeries.all(in: [imported, typed]).map(\.values.count) == [2])
    // Two tests of that name: nobody knows which one was meant.
    let third = MadeUp.result("Chromogranin A", "4", on: "2026-01-01", codings: [other])
    #expect(TestSeries.all(in: [imported, typed, third]).count == 3)
  }

  @Test func `show what there is where there is no value`() {
    var record = value("1", on: "2024-01-01")
    record["value"] = nil
    record["absent"] = .coded(Coded("not done"))
    #expect(TestSeries.all(in: [record])[0].values[0].printed == "no value: not done")
    record["absent"] = nil
    #expect(TestSeries.all(in: [record])[0].values[0].printed == "no value")
    record["value"] = .text("about 5, see report")
    #expect(TestSeries.all(in: [record])[0].values[0].printed == "about 5, see report")
  }
}
