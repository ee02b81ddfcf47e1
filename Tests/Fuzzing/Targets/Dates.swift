internal import Console
internal import Records

private let today = PartialDate(year: 2026, month: 11, day: 21)

/// Reads the text as a date that was typed, and as one in a file.
func fuzzDates(_ bytes: [UInt8]) {
  guard let first = bytes.first, let today else { return }
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  let orders: [DatePhrase.Order?] = [nil] + DatePhrase.Order.allCases.map { $0 }
  let directions: [DatePhrase.Direction] = [.any, .past]
  var phrase = DatePhrase(
    today: today, order: orders[Int(first) % orders.count],
    direction: directions[Int(first >> 4) % 2])
  if first & 8 != 0 { phrase.born = PartialDate(year: 1961, month: 6) }
  if let meaning = try? phrase.meaning(of: text) {
    switch meaning {
    case .date(let understood):
      _ = understood.readBack
      check(understood.when)
    case .either(let one, let other):
      check(one)
      check(other)
    case .age(let from, let to):
      check(from)
      check(to)
      claim(from <= to, "an age begins before it ends")
    }
  }
  _ = try? phrase.when(text)
  if let date = PartialDate(text) { check(date) }
  if let moment = Moment(text) {
    claim(Moment(moment.description) == moment, "a moment comes back")
    _ = moment.spelled
    check(moment.date)
  }
  if let quantity = Quantity(printed: text) { _ = quantity.printed }
  check(When(words: text))
}

private func check(_ when: When) {
  _ = when.spelled
  claim(ValueJSON.readWhen(ValueJSON.write(when)) == when, "the vault gives a date back")
  for moment in [when.start, when.end].compactMap(\.self) { check(moment.date) }
}

private func check(_ date: PartialDate) {
  claim(PartialDate(date.description) == date, "a date comes back")
  claim(PartialDate(dayNumber: date.firstDay.dayNumber) == date.firstDay, "a day has its number")
  claim(date.firstDay <= date.lastDay, "a date begins before it ends")
  _ = date.spelled
  _ = date.adding(months: 13)
}
