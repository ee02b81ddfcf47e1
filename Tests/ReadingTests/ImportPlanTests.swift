internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `The plan of an import` {
  private func result(
    _ id: String, key: String? = nil, value: String = "88", source: String? = "file1",
    origin: Provenance.Origin = .document, more: [String: Value] = [:]
  ) -> Record {
    var fields: [String: Value] = [
      "name": .coded(Coded("Chromogranin A", [Coding(system: Inline.loinc, code: "9811-1")])),
      "value": .quantity(Quantity(value, unit: "ng/mL")),
    ]
    if let date = PartialDate(year: 2024, month: 3, day: 5) { fields["date"] = .when(When(date)) }
    fields.merge(more) { $1 }
    return Record(
      id: RecordID(id), kind: .result, fields: fields,
      provenance: Provenance(
        origin: origin, entered: "2026-03-01T10:00:00Z", source: source, key: key))
  }

  @Test func `adds what is not known`() {
    let plan = ImportPlan(adding: [result("1"), result("2", value: "90")], to: [])
    #expect(plan.new.map(\.id.text) == ["1", "2"])
    #expect(plan.same.isEmpty && plan.updates.isEmpty && plan.differs.isEmpty)
  }

  @Test(arguments: [nil, "a|Observation/1"])
  func `adds nothing the second time`(key: String?) {
    let plan = ImportPlan(
      adding: [result("new", key: key)], to: [KnownRecord(result("old", key: key))])
    #expect(plan.new.isEmpty)
    #expect(plan.same.map(\.id.text) == ["old"])
    #expect(plan.found == [RecordID("new"): RecordID("old")])
  }

  @Test(arguments: [
    ("primary", "2020-04", true), ("primary", "2019", false), ("recurrence", "2020-04", false),
  ])
  func `knows the lung tumor by whatever name a person typed`(
    role: String, date: String, isSame: Bool
  ) throws {
    func tumor(_ id: String, _ name: Coded, _ date: String, _ more: [String: Value]) throws
      -> Record
    {
      let day = try #require(PartialDate(date))
      return Record(
        id: RecordID(id), kind: .diagnosis,
        fields: ["name": .coded(name), "diagnosed": .when(When(day))].merging(more) { $1 },
        provenance: Provenance(
          origin: more.isEmpty ? .document : .person, entered: "2026-03-01T10:00:00Z"))
    }
    let typed = try tumor(
      "typed", Coded("Carcinoid, the slow kind"), date, ["role": .choice(role)])
    let coding = Coding(system: "http://snomed.info/sct", code: "254627002")
    let read = try tumor("new", Coded("Carcinoid tumor of lung", [coding]), "2020-04-22", [:])
    let plan = ImportPlan(adding: [read], to: [KnownRecord(typed)])
    #expect(plan.new.isEmpty == isSame)
    #expect(plan.differs.first?.fields == (isSame ? ["diagnosed", "name"] : nil))
  }

  @Test func `updates what came from an older file`() throws {
    let old = result("old", key: "a|Observation/1", source: "file1")
    let new = result("new", key: "a|Observation/1", value: "91", source: "file2")
    let change = try #require(ImportPlan(adding: [new], to: [KnownRecord(old)]).updates.first)
    #expect(change.fields == ["value"])
    #expect(change.new.id == old.id)
    #expect(change.new["value"]?.words == "91 ng/mL")
  }

  @Test func `asks about what a person changed since, but not when it is the same file`() {
    let old = result("old", key: "a|Observation/1", value: "89", source: "file1")
    let newer = result("new", key: "a|Observation/1", value: "91", source: "file2")
    let again = result("new", key: "a|Observation/1", value: "88", source: "file1")
    let known = [KnownRecord(old, wasEdited: true)]
    #expect(ImportPlan(adding: [newer], to: known).differs.map(\.fields) == [["value"]])
    #expect(ImportPlan(adding: [again], to: known).same.count == 1)
  }

  @Test func `asks about what a person typed otherwise`() throws {
    let typed = result("typed", value: "98", source: nil, origin: .person)
    let plan = ImportPlan(adding: [result("new", key: "k")], to: [KnownRecord(typed)])
    let change = try #require(plan.differs.first)
    #expect(change.old.id.text == "typed")
    #expect(change.fields == ["value"])
    #expect(plan.new.isEmpty)
  }

  @Test(
    arguments: [
      ("2024-03", true), ("2024", true), ("2024-03-05", true), ("2024-03-06", false),
      ("2024-04", false), ("2023", false),
    ])
  func `knows what was typed with a wider date`(date: String, isSame: Bool) throws {
    let moment = try #require(Moment(date) as Moment?)
    let when = When(start: moment)
    let typed = result(
      "typed", value: "98", source: nil, origin: .person, more: ["date": .when(when)])
    let plan = ImportPlan(adding: [result("new", key: "k")], to: [KnownRecord(typed)])
    #expect(plan.differs.isEmpty != isSame)
    #expect(plan.new.isEmpty == isSame)
    if isSame {
      #expect(plan.differs.first?.fields == (date == "2024-03-05" ? ["value"] : ["date", "value"]))
    }
  }

  @Test func `knows an allergy that was typed without a date, and never a result`() throws {
    func allergy(_ id: String, _ more: [String: Value], _ origin: Provenance.Origin) -> Record {
      Record(
        id: RecordID(id), kind: .allergy,
        fields: more.merging(["substance": .coded(Coded("Penicillin"))]) { $1 },
        provenance: Provenance(origin: origin, entered: "2026-03-01T10:00:00Z"))
    }
    let year = try #require(Moment("2019") as Moment?)
    let since: [String: Value] = ["since": .when(When(start: year))]
    let plan = ImportPlan(
      adding: [allergy("new", since, .document)], to: [KnownRecord(allergy("old", [:], .person))])
    #expect(plan.updates.map(\.fields) == [["since"]])
    var undated = result("typed", source: nil, origin: .person)
    undated["date"] = nil
    #expect(ImportPlan(adding: [result("new")], to: [KnownRecord(undated)]).new.count == 1)
  }

  @Test func `completes what was typed where the file only knows more`() throws {
    let typed = result("typed", source: nil, origin: .person)
    let more: [String: Value] = ["laboratory": .text("Riverside")]
    let file = result("new", key: "k", more: more)
    let change = try #require(ImportPlan(adding: [file], to: [KnownRecord(typed)]).updates.first)
    #expect(change.fields == ["laboratory"])
    #expect(change.new.id == typed.id && change.new.provenance.origin == .document)
    #expect(ImportPlan(adding: [file], to: [KnownRecord(change.new)]).same.count == 1)
  }

  @Test func `keeps what only the person knows, and says that a person told it`() throws {
    let told: [String: Value] = ["preparation": .text("fasting")]
    let typed = result("typed", source: nil, origin: .person, more: told)
    let file = result("new", key: "k", more: ["laboratory": .text("Riverside")])
    let change = try #require(ImportPlan(adding: [file], to: [KnownRecord(typed)]).updates.first)
    #expect(change.new["preparation"] == .text("fasting"))
    #expect(change.new["laboratory"] == .text("Riverside"))
    #expect(change.new.provenance.origin == .person)
  }

  @Test func `takes typed words for the same without their codes`() {
    let typed = result(
      "typed", source: nil, origin: .person,
      more: ["name": .coded(Coded("chromogranin a")), "note": .text("before breakfast")])
    let plan = ImportPlan(adding: [result("new", key: "k")], to: [KnownRecord(typed)])
    #expect(plan.same.map(\.id.text) == ["typed"])
  }

  @Test func `keeps identical results under different names apart`() {
    let file = [result("1", key: "a|O/1"), result("2", key: "a|O/2")]
    #expect(ImportPlan(adding: file, to: []).new.count == 2)
    let known = file.map { KnownRecord($0) }
    let three = file + [result("3", key: "a|O/3")]
    let plan = ImportPlan(adding: three, to: known)
    #expect(plan.same.count == 2)
    #expect(plan.new.map(\.id.text) == ["3"])
  }

  @Test func `knows identical results without names by their number`() {
    let file = [result("1"), result("2")]
    let again = [result("3"), result("4"), result("5")]
    let plan = ImportPlan(adding: again, to: file.map { KnownRecord($0) })
    #expect(plan.same.count == 2 && plan.new.count == 1)
  }

  @Test func `keeps two values of one day from two hospitals`() {
    let known = [KnownRecord(result("old", key: "a|O/1", value: "88"))]
    let plan = ImportPlan(adding: [result("new", key: "b|O/9", value: "90")], to: known)
    #expect(plan.new.count == 1 && plan.differs.isEmpty)
  }

  @Test func `points links at the records that are there`() {
    func spread(_ id: String, of first: String) -> Record {
      Record(
        id: RecordID(id), kind: .diagnosis,
        fields: ["name": .coded(Coded(id)), "of": .link(RecordID(first))],
        provenance: Provenance(origin: .document, entered: "", key: id))
    }
    func first(_ id: String) -> Record {
      Record(
        id: RecordID(id), kind: .diagnosis, fields: ["name": .coded(Coded("carcinoid"))],
        provenance: Provenance(origin: .document, entered: "", key: "first"))
    }
    let plan = ImportPlan(
      adding: [first("b"), spread("liver", of: "b")], to: [KnownRecord(first("a"))])
    #expect(plan.new.first?["of"] == .link(RecordID("a")))
    let again = ImportPlan(
      adding: [first("c"), spread("liver", of: "c")],
      to: [KnownRecord(first("a")), KnownRecord(spread("liver", of: "a"))])
    #expect(again.same.count == 2)
  }

  @Test func `takes time in proportion to the number of records`() {
    let many = (0..<20_000).map { result(String($0)) }
    let clock = ContinuousClock()
    var plan = ImportPlan()
    let time = clock.measure {
      plan = ImportPlan(adding: many, to: many.map { KnownRecord($0) })
    }
    #expect(plan.same.count == 20_000)
    #expect(time < .seconds(10))
  }
}
