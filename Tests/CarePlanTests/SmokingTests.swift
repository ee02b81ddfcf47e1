import CarePlan
import Records
import Testing

@Suite struct `An amount that was smoked` {
  @Test(
    arguments: [
      ("6", 6), ("19.5", 19.5), ("19,5", 19.5), ("about 20", 20), ("20 pack-years", 20),
      ("half a pack for 10 years", 5), ("1 pack a day for 20 years", 20),
      ("2 packs for 15 years", 30), ("one pack a day for 7 years", 7), ("0", 0),
    ] as [(String, Double)])
  func `is read where the words leave no doubt`(words: String, amount: Double) {
    #expect(Smoking.amount(words) == amount)
  }

  @Test(arguments: ["", "much", "10 to 15", "20 cigarettes a day", "-3", "nan", "inf", "a pack"])
  func `is not guessed`(words: String) {
    #expect(Smoking.amount(words) == nil)
  }

  @Test func `is the most that anybody wrote down`() {
    func habit(_ name: String, _ amount: String) -> Record {
      MadeUp.record(
        .habit, name, ["what": .coded(Coded("tobacco")), "packYears": .text(amount)])
    }
    #expect(Smoking([habit("a", "22"), habit("b", "6")]) == .packYears(22))
    #expect(Smoking([habit("a", "0")]) == .never)
    #expect(Smoking([]) == .notAsked)
  }
}
