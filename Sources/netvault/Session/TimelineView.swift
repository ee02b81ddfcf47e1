/// The story on a terminal: a heading for each year, a line for each thing that happened.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault

struct TimelineView {
  let talk: Talk

  private var settings: TerminalSettings { talk.terminal.settings }

  func show(_ entries: [StoryEntry]) throws {
    LastList(vault: try talk.location(), talk.environment)
      .remember(entries.compactMap { $0.count == 1 ? $0.records.first : nil })
    if settings.plain { return plain(entries) }
    let numbers = numbers(entries)
    let labels = entries.map { Columns.width($0.label) }.max() ?? 0
    var place = 0
    while place < entries.count {
      let year = entries[place].date?.year
      var end = place
      while end < entries.count, entries[end].date?.year == year { end += 1 }
      if place > 0 { talk.terminal.answer() }
      talk.terminal.answer(Styled(year.map { "\($0)" } ?? "Date not known", .bold))
      table(entries[place..<end], numbers, labels)
      place = end
    }
    talk.terminal.say()
    let single = numbers.contains { $0 != nil }
    talk.terminal.say(
      "\(Listing.count(entries.count, "line"))." + (single ? " See one: netvault show 1" : ""))
  }

  /// A number for each line that is one record, for `netvault show`.
  private func numbers(_ entries: [StoryEntry]) -> [Int?] {
    var last = 0
    return entries.map { entry in
      guard entry.count == 1 else { return nil }
      last += 1
      return last
    }
  }

  private func table(_ entries: ArraySlice<StoryEntry>, _ numbers: [Int?], _ labels: Int) {
    var table = Table(Array(repeating: Table.Column(""), count: settings.isAccessible ? 3 : 4))
    if !settings.isAccessible { table.columns[0].isNumber = true }
    let widest = String(numbers.compactMap { $0 }.last ?? 0).count
    for (place, entry) in zip(entries.indices, entries) {
      let number = numbers[place].map { String($0) } ?? ""
      if settings.isAccessible {
        table.add([
          (number.isEmpty ? "" : "\(number): ") + day(entry), entry.label, sentence(entry),
        ])
      } else {
        // All years have the same columns.
        let padded = String(repeating: " ", count: widest - number.count) + number
        table.add([
          settings.width < 60 ? number : padded,
          settings.width < 60 ? day(entry) : Columns.padded(day(entry), to: 12),
          settings.width < 60 ? entry.label : Columns.padded(entry.label, to: labels),
          sentence(entry),
        ])
      }
    }
    table.write(to: talk.terminal)
  }

  private func sentence(_ entry: StoryEntry) -> String {
    var text = entry.text
    if let words = entry.dateWords, words.hasPrefix("from ") { text += " (\(words))" }
    guard let decided = entry.decided else { return text }
    return "\(text). \(entry.kind == .treatment ? "Response" : decidedWord(entry)): \(decided)"
  }

  private func decidedWord(_ entry: StoryEntry) -> String {
    entry.label == "Second opinion" ? "Said" : "Decided"
  }

  /// The day without the year, which stands above; in accessible mode with it.
  private func day(_ entry: StoryEntry) -> String {
    guard let date = entry.date else { return entry.dateWords ?? "date not known" }
    if let words = entry.dateWords, !words.hasPrefix("from "), !words.hasPrefix("since ") {
      return words
    }
    guard !settings.isAccessible, let month = date.month else { return date.spelled }
    let name = PartialDate.monthNames[month - 1]
    return date.day.map { "\($0) \(name)" } ?? name
  }

  private func plain(_ entries: [StoryEntry]) {
    var table = Table(Array(repeating: Table.Column(""), count: 4))
    for entry in entries {
      table.add([
        entry.date?.description ?? "", entry.label, entry.text, entry.decided ?? "",
      ])
    }
    table.write(to: talk.terminal)
  }

  static func json(_ entry: StoryEntry) -> JSONValue {
    [
      "date": entry.date.map { .string($0.description) } ?? .null,
      "dateWords": entry.dateWords.map { .string($0) } ?? .null,
      "kind": .string(entry.kind.rawValue), "label": .string(entry.label),
      "text": .string(entry.text), "decided": entry.decided.map { .string($0) } ?? .null,
      "planned": .bool(entry.isAhead), "count": .number(String(entry.count)),
      "records": .array(entry.records.map { .string($0.text) }),
    ]
  }
}
