import CarePlan
import Records
import Testing

@Suite struct `Tests for other cancers` {
  private static func person(
    _ sex: String? = "female", born: String? = "1976-11-21"
  ) -> Record {
    var fields: [String: Value] = ["name": .text("Ana")]
    if let sex { fields["sex"] = .text(sex) }
    if let born { fields["born"] = MadeUp.when(born) }
    return MadeUp.record(.person, "p", fields)
  }

  /// Somebody who is this old today.
  private static func aged(_ age: Int, _ sex: String? = "female") -> Record {
    person(sex, born: "\(2026 - age)-11-21")
  }

  private func screening(_ records: [Record], on day: String = "2026-11-21") -> Screening {
    Screening(of: records, today: MadeUp.day(day))
  }

  private func raised(_ records: [Record], on day: String = "2026-11-21") -> Set<String> {
    Set(screening(records, on: day).raised.map(\.rule.id))
  }

  private static func smoker(_ amount: String?, _ status: String = "stopped") -> Record {
    var fields: [String: Value] = ["what": .coded(Coded("smoking")), "status": .text(status)]
    if let amount { fields["packYears"] = .text(amount) }
    return MadeUp.record(.habit, "smoking", fields)
  }

  @Test(arguments: [
    (24, []), (25, ["cervical-25"]), (39, ["cervical-25"]), (40, ["cervical-25", "breast-40"]),
    (44, ["cervical-25", "breast-40"]), (45, ["cervical-25", "breast-45", "colorectal-45"]),
    (54, ["cervical-25", "breast-45", "colorectal-45"]),
    (55, ["cervical-25", "breast-55", "colorectal-45"]),
    (65, ["cervical-25", "breast-55", "colorectal-45"]),
    (66, ["cervical-66", "breast-55", "colorectal-45"]),
    (75, ["cervical-66", "breast-55", "colorectal-45"]),
    (76, ["cervical-66", "breast-55", "colorectal-76"]),
    (85, ["cervical-66", "breast-55", "colorectal-76"]), (86, ["cervical-66", "breast-55"]),
  ])
  func `of a woman go by age`(age: Int, topics: [String]) {
    #expect(raised([Self.aged(age)]) == Set(topics))
  }

  @Test(arguments: [
    (39, []), (40, ["prostate-40"]), (44, ["prostate-40"]),
    (45, ["prostate-45", "colorectal-45"]), (49, ["prostate-45", "colorectal-45"]),
    (50, ["prostate-50", "colorectal-45"]), (86, ["prostate-50"]),
  ])
  func `of a man go by age`(age: Int, topics: [String]) {
    #expect(raised([Self.aged(age, "male")]) == Set(topics))
  }

  @Test func `change on the very birthday`() {
    let born = [Self.person(born: "1981-11-21")]
    #expect(raised(born, on: "2026-11-20").contains("breast-40"))
    #expect(!raised(born, on: "2026-11-20").contains("colorectal-45"))
    #expect(raised(born, on: "2026-11-21").contains("colorectal-45"))
    // Who was born on a leap day has a birthday on 1 March of other years.
    let leap = [Self.person(born: "1980-02-29")]
    #expect(!raised(leap, on: "2025-02-28").contains("colorectal-45"))
    #expect(raised(leap, on: "2025-03-01").contains("colorectal-45"))
  }

  @Test(arguments: [
    (49, "30", false), (50, "30", true), (80, "30", true), (81, "30", false), (60, "19", false),
    (60, "19.9", false), (60, "20", true), (60, "1 pack a day for 20 years", true),
    (60, "half a pack for 39 years", false), (60, "half a pack for 40 years", true),
  ])
  func `of the lung go by age and pack-years`(age: Int, amount: String, isRaised: Bool) {
    let topics = raised([Self.aged(age), Self.smoker(amount)])
    #expect(topics.contains("lung-50") == isRaised)
  }

  @Test func `of the lung say why they are not listed, or cannot be told`() {
    func standing(_ records: [Record]) -> ScreeningTopic.Standing? {
      screening([Self.aged(60)] + records).topics.first { $0.rule.id == "lung-50" }?.standing
    }
    #expect(standing([]) == .unsure("Whether you smoke or smoked is not written down yet."))
    #expect(
      standing([Self.smoker(nil)])
        == .unsure("How much you smoked (pack-years) is not written down yet."))
    #expect(
      standing([Self.smoker("some")])
        == .unsure("How much you smoked (pack-years) is not written down yet."))
    #expect(
      standing([Self.smoker(nil, "never smoked")])
        == .notNow("Your records say that you never smoked."))
    #expect(
      standing([Self.smoker("6")])
        == .notNow("Your records say 6 pack-years. The source begins at 20."))
  }

  @Test func `of the lung point out scans that are made already`() throws {
    let scan = MadeUp.record(
      .followUp, "ct", ["what": .coded(Coded("CT of the chest")), "every": .text("every year")])
    let topic = try #require(
      screening([Self.aged(60), Self.smoker("25"), scan]).raised.first {
        $0.rule.cancer == "lung"
      })
    #expect(
      topic.notes == [
        "You have scans of the chest already. Ask your doctor whether this adds anything."
      ])
    #expect(
      screening([Self.aged(60), Self.smoker("25")]).raised.first { $0.rule.cancer == "lung" }?
        .notes == [])
  }

  @Test func `are of both lists where the sex is not known`() {
    let both = screening([Self.aged(50, nil)])
    #expect(both.sex == .notKnown)
    #expect(
      Set(both.raised.map { $0.title(isSexKnown: false) }) == [
        "Breast cancer (for women)", "Cervical cancer (for women)", "Colorectal cancer",
        "Prostate cancer (for men)",
      ])
    #expect(screening([Self.aged(50, "other words")]).sex == .notKnown)
    #expect(screening([Self.aged(50, "M")]).sex == .male)
  }

  @Test func `are not sorted out where the age is not known`() {
    for born in [nil, "2027-01-01"] as [String?] {
      let topics = screening([Self.person(born: born)])
      #expect(topics.raised.isEmpty)
      #expect(topics.unsure.count > 5)
    }
    #expect(screening([Self.person(born: nil)]).age == .notKnown)
    #expect(screening([Self.person(born: "2027-01-01")]).age == .notBornYet)
  }

  @Test func `say both ages where only the year of birth is known`() {
    let topics = screening([Self.person(born: "1981")])
    #expect(topics.age.words == "44 or 45")
    #expect(topics.raised.map(\.rule.id).contains("cervical-25"))
    #expect(topics.unsure.map(\.rule.id).contains("breast-40"))
    #expect(topics.unsure.map(\.rule.id).contains("breast-45"))
  }

  @Test func `say why a test is over, or not yet`() throws {
    let old = try #require(
      screening([Self.aged(86)]).notNow.first { $0.rule.cancer == "colorectal" })
    #expect(old.standing == .notNow("After 85 it is no longer done."))
    let young = try #require(
      screening([Self.aged(30)]).notNow.first { $0.rule.cancer == "colorectal" })
    #expect(young.standing == .notNow("The source begins at 45. Your age is 30."))
  }

  @Test func `show what was done last, and what the own doctor asked for`() throws {
    let done = [("2019-05-02", "a"), ("2024-06-03", "b")].map { day, name in
      MadeUp.record(
        .procedure, name, ["name": .coded(Coded("Colonoscopy")), "date": MadeUp.when(day)])
    }
    let asked = MadeUp.record(
      .followUp, "m",
      [
        "what": .coded(Coded("Mammogram")), "every": .text("every 2 years"),
        "askedBy": .text("Dr. Falk"), "last": MadeUp.when("2025-06-21"),
      ])
    let spine = MadeUp.record(
      .imaging, "s", ["name": .coded(Coded("MRI of the cervical spine"))])
    let topics = screening([Self.aged(59), asked, spine] + done).raised
    let bowel = try #require(topics.first { $0.rule.cancer == "colorectal" })
    #expect(bowel.last?.record == RecordID("b"))
    let breast = try #require(topics.first { $0.rule.cancer == "breast" })
    #expect(breast.asked.map(\.askedBy) == ["Dr. Falk"])
    #expect(breast.last?.when?.date == MadeUp.day("2025-06-21"))
    #expect(topics.first { $0.rule.cancer == "cervical" }?.last == nil)
  }

  @Test func `beyond these are a question only with MEN1 or new symptoms`() {
    func notes(_ records: [Record]) -> [String] {
      screening([Self.aged(60)] + records).raised.filter { $0.rule.cancer == "other" }
        .flatMap(\.notes)
    }
    #expect(notes([]).isEmpty)
    let own = MadeUp.record(.diagnosis, "d", ["name": .coded(Coded("x")), "role": .choice("men1")])
    #expect(notes([own]) == ["Your records name MEN1. Ask about extra tests."])
    let tested = MadeUp.record(
      .diagnosis, "d",
      ["name": .coded(Coded("carcinoid")), "role": .choice("primary"), "men1": .choice("no")])
    #expect(notes([tested]).isEmpty)
    let family = MadeUp.record(
      .familyHistory, "f",
      ["relation": .text("mother"), "condition": .list([.coded(Coded("MEN1"))])])
    #expect(notes([family]) == ["MEN1 is in your family. Ask about extra tests."])
    let symptom = MadeUp.record(.symptom, "s", ["what": .coded(Coded("cough"))])
    #expect(
      notes([symptom])
        == ["1 symptom is not told to your team yet. Tell them, and ask about extra tests."])
    var told = symptom
    told["toldTo"] = .text("Dr. Lee")
    #expect(notes([told]).isEmpty)
  }
}
