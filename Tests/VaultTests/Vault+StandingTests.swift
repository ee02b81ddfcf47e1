internal import Records
internal import Testing
internal import Vault

internal import struct Records.Record

/// What `netvault` alone reads: a little of much.
@Suite struct `What is read for where things stand` {
  private func vault(_ records: [Record]) throws -> Vault {
    let vault = try newVault()
    try vault.apply(Change("add", at: noon, steps: records.map { .add($0) }))
    return vault
  }

  private func day(_ text: String) throws -> Value {
    .when(When(try #require(PartialDate(text))))
  }

  @Test func `counts those without an answer, and gives the newest first`() throws {
    var records: [Record] = []
    for number in 2..<40 {
      var fields: [String: Value] = [
        "what": .coded(Coded("cough \(number)")), "date": try day("2026-01-\(number % 18 + 10)"),
      ]
      if number % 2 == 0 { fields["toldTo"] = .text("Dr. Lee") }
      records.append(record(number, .symptom, fields))
    }
    let vault = try vault(records.filter { $0.when != nil })
    let untold = try vault.some(of: FieldsQuery(.symptom, without: "toldTo"), limit: 3)
    #expect(untold.count == records.count { $0["toldTo"] == nil })
    #expect(untold.first.count == 3)
    let days = untold.first.compactMap { $0.when?.date }
    #expect(days == days.sorted(by: >))
    #expect(untold.first.allSatisfy { $0["toldTo"] == nil })
    #expect(try vault.some(of: FieldsQuery(.question), limit: 3).count == 0)
    let told = try vault.some(of: FieldsQuery(.symptom, with: "toldTo"), limit: 50)
    #expect(told.count == records.count - untold.count)
    #expect(told.first.allSatisfy { $0["toldTo"] != nil })
  }

  @Test func `is not taken in by the name of a field inside an answer`() throws {
    let vault = try vault([
      record(2, .symptom, ["what": .coded(Coded("the word \"toldTo\":"))])
    ])
    #expect(try vault.some(of: FieldsQuery(.symptom, without: "toldTo"), limit: 3).count == 1)
  }

  @Test func `gives what lies ahead, the next one first`() throws {
    let vault = try vault([
      record(2, .visit, ["what": .text("past"), "date": try day("2026-11-20")]),
      record(3, .visit, ["what": .text("late"), "date": try day("2027-02-01")]),
      record(4, .visit, ["what": .text("next"), "date": try day("2026-11-21")]),
      record(5, .visit, ["what": .text("no date")]),
    ])
    let today = try #require(PartialDate("2026-11-21"))
    let ahead = try vault.some(of: FieldsQuery(.visit, since: today), limit: 5)
    #expect(ahead.first.map(\.title) == ["next", "late"])
  }

  @Test func `finds reports by the beginning of a word, and nothing in the bin`() throws {
    let vault = try vault([
      record(2, .result, ["name": .coded(Coded("Ki-67 in tissue"))]),
      record(3, .result, ["name": .coded(Coded("Mitotic count"))]),
      record(4, .result, ["name": .coded(Coded("Glucose"))]),
      record(5, .result, ["name": .coded(Coded("Ki-67 again"))]),
      record(6, .document, ["title": .text("Ki-67 letter")]),
    ])
    try vault.apply(Change("remove", at: evening, steps: [.remove(id(5))]))
    let found = try vault.records(of: [.result], withWords: ["ki-67", "mitot"], limit: 9)
    #expect(Set(found.map(\.id)) == [id(2), id(3)])
    #expect(try vault.records(of: []).isEmpty)
    #expect(try vault.records(of: [.result, .document]).count == 4)
  }
}
