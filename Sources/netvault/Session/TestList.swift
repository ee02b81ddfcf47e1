/// Every test that there are values of, what matters most first.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault

struct TestList {
  let talk: Talk
  let vault: Vault

  func show(_ names: [TestName]) throws -> Exit {
    let newest = try vault.newest(of: names)
    // The newest record of each says which test it is: one may have been called different names.
    var counts: [RecordID: Int] = [:]
    for name in names { if let record = newest[name] { counts[record.id] = name.count } }
    let tests = ResultSeries.all(in: Array(newest.values)).map { series in
      (
        newest: series.records[0], name: series.name,
        count: series.records.reduce(0) { $0 + (counts[$1.id] ?? 0) }
      )
    }
    guard !tests.isEmpty else { throw Problem.noTests }
    guard !talk.options.json else {
      let list: [JSONValue] = tests.map { test in
        [
          "test": .string(test.name), "kind": .string(test.newest.kind.rawValue),
          "count": .number(String(test.count)), "newest": TestView.json(of: test.newest),
        ]
      }
      talk.answer(json: ["format": RecordsJSON.format, "tests": .array(list)])
      return .done
    }
    LastList(vault: try talk.location(), talk.environment).remember(tests.map(\.newest.id))
    var table = Table(
      [
        Table.Column("Test"), Table.Column("Values", isNumber: true), Table.Column("Last"),
        Table.Column("Date"),
      ], isNumbered: true)
    for (place, test) in tests.enumerated() {
      let value = TestSeries.all(in: [test.newest]).first?.values.first
      if value?.side != nil { table.attention.insert(place) }
      table.add([
        test.name, String(test.count), (value?.printed ?? "") + TestView.mark(value),
        talk.terminal.settings.plain
          ? test.newest.when?.date?.description ?? "" : test.newest.when?.spelled ?? "",
      ])
    }
    table.write(to: talk.terminal)
    let example = tests[0].name.contains(" ") ? "\"\(tests[0].name)\"" : tests[0].name
    talk.terminal.say("\(Listing.count(tests.count, "test")). See one: netvault results \(example)")
    return .done
  }
}
