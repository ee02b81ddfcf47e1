import CarePlan
import Records
import Testing

@Suite struct `A concern` {
  @Test func `is named by its number, its name or the beginning of its words`() {
    #expect(Concern.named("2")?.id == "fatigue")
    #expect(Concern.named("Money")?.id == "money")
    #expect(Concern.named("fert")?.id == "fertility")
    #expect(Concern.named("worry, fear or low mood")?.id == "emotional")
    for none in ["0", "14", "x", "", "nothing"] { #expect(Concern.named(none) == nil) }
  }

  @Test func `is ticked as long as nobody talked about it`() throws {
    let concern = try #require(Concern.named("fatigue"))
    var item = MadeUp.record(
      .checklistItem, "c",
      ["what": .text("x"), "list": .text("concerns"), "item": .text("fatigue")])
    #expect(concern.ticked(in: [item]) == item)
    item["status"] = .choice("done")
    #expect(concern.ticked(in: [item]) == nil)
    item["status"] = nil
    item["list"] = .text("insurance")
    #expect(concern.ticked(in: [item]) == nil)
  }
}
