/// What a year cost: sums by sort and currency, each amount below them, and the same as a table for
/// programs.
internal import CarePlan
internal import Console
internal import JSON
internal import Records

struct MoneyView {
  let desk: InsuranceDesk
  let money: MoneyYear
  private var talk: Talk { desk.talk }

  init(_ desk: InsuranceDesk, _ money: MoneyYear) {
    self.desk = desk
    self.money = money
  }

  func show() throws {
    let rows = rows()
    guard !talk.terminal.settings.plain else { return plain(rows) }
    try desk.remember(rows.map(\.record))
    var number = 1
    var isFirst = true
    for (title, sum, those) in parts() where !those.isEmpty {
      desk.heading("\(title): \(sum)", isFirst: isFirst)
      isFirst = false
      var table = Table(
        [Table.Column(""), Table.Column(""), Table.Column("", isNumber: true)], isNumbered: true)
      table.firstNumber = number
      for row in those {
        table.add([row.day?.spelled ?? "", row.what, row.amount])
      }
      table.write(to: talk.terminal)
      number += those.count
    }
    if !money.paid.isEmpty {
      desk.heading(
        "Paid in \(money.year), all together: \(money.sumPaid.printed)", isFirst: isFirst)
    }
    talk.terminal.say()
    for note in money.notes { talk.terminal.say(Styled(note)) }
    talk.terminal.say("These are sums of what is written down here. No tax rule is in them.")
    talk.terminal.say("Next: netvault insurance money --year \(money.year) --csv -o money.csv")
  }

  private struct Row {
    let sort: String
    let day: PartialDate?
    let what: String
    let amount: String
    let number: String
    let unit: String
    let record: RecordID
  }

  private static func row(_ entry: MoneyYear.Entry, _ sort: String) -> Row {
    Row(
      sort: sort, day: entry.day, what: entry.what, amount: entry.money.printed,
      number: entry.money.number, unit: entry.money.currency, record: entry.record)
  }

  private func parts() -> [(title: String, sum: String, rows: [Row])] {
    var parts: [(String, String, [Row])] = MoneyYear.Sort.allCases.map { sort in
      (
        sort.words, money.sum(sort).printed,
        money.paid.filter { $0.sort == sort }.map { Self.row($0, sort.rawValue) }
      )
    }
    parts.append(
      (
        "Not paid yet, for care in \(money.year)", money.sumOwed.printed,
        money.owed.map { Self.row($0, "owed") }
      ))
    parts.append(
      (
        "The way there and back", money.sumWays.printed,
        money.ways.map { way in
          Row(
            sort: "way", day: way.day, what: way.what, amount: way.distance.printed,
            number: way.distance.number, unit: way.distance.currency, record: way.record)
        }
      ))
    return parts
  }

  private func rows() -> [Row] { parts().flatMap(\.rows) }

  private func plain(_ rows: [Row]) {
    var table = Table(Array(repeating: Table.Column(""), count: 5))
    for row in rows {
      table.add([row.sort, row.day?.description ?? "", row.what, row.number, row.unit])
    }
    table.write(to: talk.terminal)
  }

  /// As RFC 4180 has it: a heading, and lines that end with carriage return and line feed.
  var csv: String {
    let heading = ["sort", "day", "what", "amount", "currency or unit"]
    let lines = rows().map { row in
      [row.sort, row.day?.description ?? "", row.what, row.number, row.unit]
    }
    return ([heading] + lines).map { line in
      line.map { Self.cell($0) }.joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// A spreadsheet takes a cell that begins with one of these signs for something to work out.
  private static func cell(_ text: String) -> String {
    var text = Printable.line(text)
    if let first = text.first, "=+-@".contains(first) { text = "'" + text }
    guard text.contains(where: { ",\"".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  var json: JSONValue {
    [
      "format": RecordsJSON.format, "year": .number(String(money.year)),
      "paid": money.sumPaid.json, "owed": money.sumOwed.json, "ways": money.sumWays.json,
      "sums": .object(
        JSONObject(
          MoneyYear.Sort.allCases.map { ($0.rawValue, money.sum($0).json) })),
      "entries": .array(
        rows().map { row in
          [
            "sort": .string(row.sort), "day": row.day.json, "what": .string(row.what),
            "amount": .string(row.number), "currency": .string(row.unit),
            "record": .string(row.record.text),
          ]
        }),
      "notes": .array(money.notes.map { .string($0) }),
    ]
  }
}
