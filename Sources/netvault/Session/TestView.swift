/// The values of one test: a table, a small chart, and the same in words.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault

struct TestView {
  let talk: Talk
  let vault: Vault
  let showsAll: Bool

  /// More than this many rows are cut on a terminal, the oldest first.
  private static let mostRows = 40
  private static let mostPoints = 16

  private var settings: TerminalSettings { talk.terminal.settings }

  func show(_ series: [TestSeries]) throws {
    let shown = series.map { Array($0.values.suffix(rows(of: $0))) }
    LastList(vault: try talk.location(), talk.environment)
      .remember(shown.joined().map(\.record.id))
    if settings.plain {
      for (one, values) in zip(series, shown) { plain(one, values) }
      return
    }
    let owner = try vault.ownerName
    var number = 1
    for (place, one) in series.enumerated() {
      if place > 0 { talk.terminal.answer() }
      heading(one, among: series, owner)
      table(one, shown[place], from: number)
      number += shown[place].count
      chart(one)
      talk.terminal.answer()
      talk.terminal.answer(
        Styled("In words: " + TestWords.sentences(one).joined(separator: " ")))
    }
    notes(series)
  }

  private func rows(of series: TestSeries) -> Int {
    let isCut = settings.answersAreTerminal && !settings.plain && !showsAll
    return isCut ? min(Self.mostRows, series.values.count) : series.values.count
  }

  private func heading(_ series: TestSeries, among all: [TestSeries], _ owner: String) {
    let unit = series.unit.map { ", in \($0)" } ?? ""
    let isOneOfSeveral = all.count { $0.name == series.name } > 1
    let words =
      isOneOfSeveral && unit.isEmpty ? (series.isNumber ? ", no unit" : ", in words") : unit
    talk.terminal.answer(Styled("\(series.name)\(words). \(owner)", .bold))
    if let range = series.sharedRange {
      talk.terminal.answer(Styled("Usual range printed by the lab: \(range)"))
    }
    if let only = onlyLaboratory(series) { talk.terminal.answer(Styled("Laboratory: \(only)")) }
    let cut = series.values.count - rows(of: series)
    if cut > 0 {
      talk.terminal.answer("The \(cut) oldest values are not shown here. To see them: --all")
    }
    talk.terminal.answer()
  }

  private func table(_ series: TestSeries, _ values: [TestValue], from number: Int) {
    let hasRanges = series.sharedRange == nil && series.values.contains { $0.range != nil }
    let hasMarks = values.contains { $0.mark != nil }
    var columns = [
      Table.Column("Date"), Table.Column("Value", isNumber: series.isNumber),
    ]
    if hasMarks { columns.append(Table.Column("Mark")) }
    if hasRanges { columns.append(Table.Column("Usual range")) }
    let hasLaboratories = onlyLaboratory(series) == nil && !series.laboratories.isEmpty
    if hasLaboratories { columns.append(Table.Column("Laboratory")) }
    var table = Table(columns, isNumbered: true)
    table.firstNumber = number
    for (place, value) in values.enumerated() {
      if value.side != nil { table.attention.insert(place) }
      var row = [value.when?.spelled ?? "date not known", amount(value, series)]
      if hasMarks { row.append(Self.cell(value)) }
      if hasRanges { row.append(value.range?.printed ?? "none printed") }
      if hasLaboratories { row.append(laboratory(value)) }
      table.add(row)
    }
    table.write(to: talk.terminal)
  }

  /// The laboratory, where one measured everything.
  private func onlyLaboratory(_ series: TestSeries) -> String? {
    series.laboratories.count == 1 && series.values.allSatisfy { $0.laboratory != nil }
      ? series.laboratories.first : nil
  }

  /// The unit stands in the heading, and beside a value that spells it in another way.
  private func amount(_ value: TestValue, _ series: TestSeries) -> String {
    guard !settings.isAccessible, series.isNumber, let quantity = value.record.quantity("value"),
      quantity.unit == series.unit
    else { return value.printed }
    return (quantity.comparator ?? "") + quantity.number
  }

  private func laboratory(_ value: TestValue) -> String {
    guard let name = value.laboratory else { return "" }
    return value.isOtherLaboratory ? "\(name) (different lab: compare with care)" : name
  }

  /// What was printed and what it means: `H (high)`; the words alone where the range says it.
  private static func cell(_ value: TestValue) -> String {
    guard let mark = value.mark else { return "" }
    guard let flag = value.flag, flag.lowercased() != mark, !mark.hasSuffix(flag) else {
      return mark
    }
    return "\(flag) (\(mark))"
  }

  /// The same in a sentence: `, high`.
  static func mark(_ value: TestValue?) -> String {
    value?.mark.map { ", \($0)" } ?? ""
  }

  private func chart(_ series: TestSeries) {
    guard !settings.isAccessible, settings.answersAreTerminal || !settings.plain else { return }
    let points = series.values.suffix(Self.mostPoints).compactMap { value -> Chart.Point? in
      guard let number = value.number else { return nil }
      return Chart.Point(
        value.when?.date?.spelled ?? "not known", number, limit: value.comparator?.first,
        low: Self.end(value.range?.low, of: value), high: Self.end(value.range?.high, of: value),
        isOutside: value.side != nil)
    }
    let lines = Chart(points).lines(width: settings.textWidth, hasUnicode: settings.hasUnicode)
    guard !lines.isEmpty else { return }
    talk.terminal.answer()
    for line in lines { talk.terminal.answer(Styled(line)) }
  }

  /// An end of the range, where it is in the unit of the value.
  private static func end(_ end: Quantity?, of value: TestValue) -> Double? {
    guard let end, end.unit == nil || end.unit == value.record.quantity("value")?.unit else {
      return nil
    }
    return end.approximate
  }

  private func plain(_ series: TestSeries, _ values: [TestValue]) {
    var table = Table(Array(repeating: Table.Column(""), count: 6))
    for value in values {
      table.add([
        value.when?.date?.description ?? "", series.name, value.printed, Self.cell(value),
        value.range?.printed ?? "", value.laboratory ?? "",
      ])
    }
    table.write(to: talk.terminal)
  }

  // MARK: What else can change a test

  /// What sources say can change these tests, and which medicines of the list it is about.
  func influences(on series: [TestSeries]) throws -> [(influence: Influence, medicines: [String])] {
    let found = Set(series.map(\.name)).flatMap { Influence.of(test: $0) }
    guard !found.isEmpty else { return [] }
    let taken = try vault.records(of: .medicine)
      .filter { !$0.isRetracted && $0.isTaken(on: talk.today) }.map(\.title)
    var seen: Set<String> = []
    return found.filter { seen.insert($0.id).inserted }.map { ($0, $0.among(taken)) }
  }

  private func notes(_ series: [TestSeries]) {
    guard let found = try? influences(on: series), !found.isEmpty else { return }
    talk.terminal.answer()
    talk.terminal.answer("Note on this test: other things can change it.")
    for (influence, medicines) in found {
      var text = influence.words
      if !medicines.isEmpty { text += " Your list has \(medicines.joined(separator: ", "))." }
      talk.terminal.answer(Styled("  \(text)"))
      talk.terminal.answer(Styled("  Source: \(influence.source)", .dim))
    }
  }

  // MARK: For programs

  func json(_ series: [TestSeries]) throws -> JSONValue {
    let notes: [JSONValue] = try influences(on: series).map { found in
      [
        "words": .string(found.influence.words),
        "medicines": .array(found.medicines.map { .string($0) }),
        "source": .string(found.influence.source), "asOf": .string(found.influence.asOf),
      ]
    }
    return [
      "format": RecordsJSON.format, "notes": .array(notes),
      "series": .array(
        series.map { one in
          [
            "test": .string(one.name), "unit": Self.text(one.unit),
            "laboratories": .array(one.laboratories.map { .string($0) }),
            "words": .array(TestWords.sentences(one).map { .string($0) }),
            "values": .array(one.values.map { Self.json($0) }),
          ]
        }),
    ]
  }

  static func json(of record: Record) -> JSONValue {
    TestSeries.all(in: [record]).first?.values.first.map { json($0) } ?? .null
  }

  private static func json(_ value: TestValue) -> JSONValue {
    let quantity = value.record.quantity("value")
    return [
      "id": .string(value.record.id.text),
      "date": text(value.when?.date?.description), "printed": .string(value.printed),
      "value": quantity.flatMap { Double($0.number) == nil ? nil : .number($0.number) } ?? .null,
      "comparator": text(value.comparator), "unit": text(quantity?.unit),
      "range": text(value.range?.printed), "low": text(value.range?.low?.number),
      "high": text(value.range?.high?.number), "flag": text(value.flag),
      "mark": text(value.mark), "laboratory": text(value.laboratory),
      "otherLaboratory": .bool(value.isOtherLaboratory),
    ]
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
