import CarePlan
import Records
import Testing

@Suite struct `The words about a test` {
  private func record(
    _ number: String, on date: String?, flag: String? = nil, high: String? = "100",
    laboratory: String = "Riverside lab", comparator: String? = nil
  ) -> Record {
    var record = MadeUp.result("CgA", number, on: date, laboratory: laboratory)
    record["value"] = .quantity(Quantity(number, unit: "ng/mL", comparator: comparator))
    if let flag { record["flag"] = .coded(Coded(flag)) }
    if let high {
      record["range"] = .range(ReferenceRange(text: "below \(high)", high: Quantity(high)))
    }
    return record
  }

  private func words(_ records: [Record]) -> String {
    TestSeries.all(in: records).first.map { TestWords.sentences($0).joined(separator: " ") } ?? ""
  }

  @Test func `say how many, how long, how high, and how the last ones stand`() {
    let words = words([
      record("88", on: "2025-05-12"), record("95", on: "2025-11-09"),
      record("121", on: "2026-05-14", flag: "H", laboratory: "City lab"),
      record("118", on: "2026-11-10", flag: "H"),
    ])
    #expect(
      words == "4 values over 17 months. Lowest 88, highest 121."
        + " The last 2 are above the range printed by the lab."
        + " In the same laboratory the value before was 95 on 9 November 2025."
        + " 2 laboratories measured it: compare their values with care.")
  }

  @Test func `of one value do not compare`() {
    #expect(
      words([record("88", on: "2025-05-12")])
        == "1 value, from 12 May 2025. The last one is within the range printed by the lab.")
    #expect(
      words([record("88", on: nil, high: nil)])
        == "1 value, date not known. No range is printed beside the last one.")
  }

  @Test func `do not count with limits`() {
    let words = words([
      record("5", on: "2024-01-01", comparator: "<"), record("7", on: "2025-01-01"),
      record("9", on: "2026-01-01"),
    ])
    #expect(words.contains("3 values over 2 years. Lowest 7, highest 9."))
    #expect(words.contains("1 value is only known as <5 ng/mL."))
    let last = self.words([
      record("7", on: "2024-01-01"), record("5", on: "2025-01-01", comparator: "<"),
    ])
    #expect(!last.contains("before was"))
  }

  @Test func `keep dates as they are known`() {
    var about = record("7", on: "2019")
    about["date"] = .when(When(start: Moment("2019"), isAbout: true))
    let words = words([about, record("9", on: "2026-01-01")])
    #expect(words.contains("The value before was 7, about 2019."))
    #expect(
      self.words([record("7", on: "2020"), record("9", on: "2020-03-01")])
        .hasPrefix("2 values in 2020."))
  }

  @Test func `name all that are marked, and marks of other sorts`() {
    let high = [record("121", on: "2025-01-01"), record("118", on: "2026-01-01")]
    #expect(words(high).contains("All of them are above the range printed by the lab."))
    #expect(
      words([record("1", on: "2025-01-01", flag: "A")])
        .contains("The last one is marked as abnormal by the lab."))
    #expect(
      words([record("1", on: "2025-01-01", flag: "LL")])
        .contains("The last one is below the range printed by the lab."))
  }

  @Test func `never hold a judgement`() {
    let words = words([record("88", on: "2025-05-12"), record("121", on: "2026-05-14")])
    for word in ["good", "bad", "worse", "better", "normal", "risk", "%"] {
      #expect(!words.contains(word), "\(words)")
    }
  }
}
