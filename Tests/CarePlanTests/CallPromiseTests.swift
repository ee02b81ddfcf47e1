import CarePlan
import Records
import Testing

@Suite struct `A promise in a call` {
  private func call(_ name: String, on day: String, by: String? = nil, with: String = "Acme, Sam")
    -> Record
  {
    var fields: [String: Value] = [
      "with": .text(with), "date": MadeUp.when(day), "promised": .text("a letter"),
    ]
    if let by { fields["by"] = MadeUp.when(by) }
    return MadeUp.record(.call, name, fields)
  }

  @Test func `is not heard of yet after its day`() throws {
    let promise = try #require(CallPromise(call("a", on: "2026-11-01", by: "2026-11-20")))
    #expect(promise.words(on: MadeUp.day("2026-11-20")) == "promised by 20 November 2026")
    #expect(
      promise.words(on: MadeUp.today) == "promised by 20 November 2026: not heard yet, 1 day late")
    let later = call("b", on: "2026-11-21", with: "Acme")
    #expect(promise.isAnswered(by: [later]))
    #expect(!promise.isAnswered(by: [call("b", on: "2026-11-21", with: "City Clinic")]))
    #expect(!promise.isAnswered(by: [call("b", on: "2026-11-19")]))
  }

  @Test func `may have no day`() throws {
    let promise = try #require(CallPromise(call("a", on: "2026-11-01")))
    #expect(promise.words(on: MadeUp.today) == "promised, without a day")
    let none = MadeUp.record(.call, "c", ["with": .text("Acme")])
    #expect(CallPromise(none) == nil)
  }
}
