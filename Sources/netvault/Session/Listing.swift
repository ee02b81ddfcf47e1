/// Tables of records. What a table shows is remembered, so that its numbers can be used next.
internal import Console
internal import Records
internal import Vault

enum Listing {
  /// Newest first; what has no date comes last.
  static func newestFirst(_ records: [Record]) -> [Record] {
    records.map { ($0, $0.when?.date) }
      .sorted { left, right in
        switch (left.1, right.1) {
        case (let left?, let right?): left > right
        case (nil, nil): false
        case (let date, nil): date != nil
        case (nil, _?): false
        }
      }
      .map(\.0)
  }

  /// One line a record: number, date, kind, title, where it comes from.
  static func show(_ rows: [ListRow], of kind: Kind?, _ talk: Talk) {
    var page = Page(of: kind, talk)
    for row in rows { page.add(row) }
    page.show(hidden: 0)
  }

  /// The same of what a query finds. False when there is nothing.
  ///
  /// - Parameter most: More than this are counted and not shown. Nil for all.
  static func show(
    _ query: ListQuery, of vault: Vault, most: Int?, _ talk: Talk
  ) throws -> Bool {
    var page = Page(of: query.kinds.count == 1 ? query.kinds.first : nil, talk)
    var query = query
    query.limit = most.map { $0 + 1 }
    var isMore = false
    try vault.eachListed(query) { row in
      isMore = page.count == most
      if !isMore { page.add(row) }
      return !isMore
    }
    guard page.count > 0 else { return false }
    page.show(hidden: isMore ? try vault.count(query) - page.count : 0)
    return true
  }

  /// The lines of a list while they are found. Of a row only what is shown is kept: there can be
  /// hundreds of thousands.
  private struct Page {
    private let kind: Kind?
    private let talk: Talk
    private var table: Table
    private var ids: [RecordID] = []
    private var days = DayWords()

    init(of kind: Kind?, _ talk: Talk) {
      (self.kind, self.talk) = (kind, talk)
      let titles = ["Date"] + (kind == nil ? ["Kind"] : []) + ["What", "From"]
      table = Table(titles.map { Table.Column($0) }, isNumbered: true)
    }

    var count: Int { table.rows.count }

    mutating func add(_ row: ListRow) {
      if ids.count < LastList.most { ids.append(row.id) }
      table.add(cells(row, of: kind, &days, talk))
    }

    /// - Parameter hidden: How many more there are that are not shown.
    func show(hidden: Int) {
      LastList(vault: (try? talk.location()) ?? "", talk.environment).remember(ids)
      table.write(to: talk.terminal)
      if hidden > 0 {
        talk.terminal.say("The newest \(count) are shown, and \(grouped(hidden)) more are there.")
        talk.terminal.say("All of them: --all    See one: netvault show 1")
      } else {
        talk.terminal.say("\(Listing.count(count, "record")). See one: netvault show 1")
      }
    }
  }

  /// The same for programs, with tabs: written as it is found. False when there is nothing.
  static func plain(_ query: ListQuery, of vault: Vault, _ talk: Talk) throws -> Bool {
    let kind = query.kinds.count == 1 ? query.kinds.first : nil
    var ids: [RecordID] = []
    var text = ""
    var days = DayWords()
    try vault.eachListed(query) { row in
      if ids.count < LastList.most { ids.append(row.id) }
      text +=
        cells(row, of: kind, &days, talk).map { Printable.line($0) }.joined(separator: "\t") + "\n"
      if text.utf8.count > 1 << 15 {
        talk.terminal.write(Array(text.utf8))
        text.removeAll(keepingCapacity: true)
      }
      return true
    }
    talk.terminal.write(Array(text.utf8))
    LastList(vault: (try? talk.location()) ?? "", talk.environment).remember(ids)
    return !ids.isEmpty
  }

  private static func cells(
    _ row: ListRow, of kind: Kind?, _ days: inout DayWords, _ talk: Talk
  ) -> [String] {
    let (date, source) = (date(row, &days, talk), source(row, talk))
    guard kind == nil else { return [date, row.title, source] }
    return [date, KindDescription.of(row.kind).one, row.title, source]
  }

  /// Days in words. Rows that follow each other often have the same one.
  private struct DayWords {
    private var date = ""
    private var words: String?

    mutating func words(_ date: String) -> String? {
      if self.date != date { (self.date, words) = (date, PartialDate(date.prefix(10))?.spelled) }
      return words
    }
  }

  /// `99,950`
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// The day without its time, and never more precise than it is known.
  private static func date(_ row: ListRow, _ days: inout DayWords, _ talk: Talk) -> String {
    if talk.terminal.settings.plain { return row.date ?? "" }
    // Of a period the column has the start; "about 2019" and "spring 2019" it has as they are.
    if let words = row.dateWords,
      !["from ", "since ", "until "].contains(where: { words.hasPrefix($0) })
    {
      return words
    }
    return row.date.flatMap { days.words($0) } ?? row.dateSpelled ?? "date not known"
  }

  /// Names with their words, one a line. A name that is empty belongs to the line above.
  static func show(_ lines: [(label: String, text: String)], _ talk: Talk) {
    let settings = talk.terminal.settings
    guard settings.isAccessible, !settings.plain else {
      var table = Table([Table.Column(""), Table.Column("")])
      for line in lines { table.add([line.label, line.text]) }
      return table.write(to: talk.terminal)
    }
    var label = ""
    for line in lines {
      if !line.label.isEmpty { label = line.label }
      let text = Printable.line(line.text)
      let stop = text.last.map { ".?!".contains($0) } ?? true ? "" : "."
      talk.terminal.answer(Styled("\(Printable.line(label)): \(text)\(stop)"))
    }
  }

  /// The file's name, shortened where people read it; what was told has no file.
  private static func source(_ row: ListRow, _ talk: Talk) -> String {
    guard let name = row.sourceName else { return row.marker == "P" ? "told" : "" }
    guard !talk.terminal.settings.plain, name.utf8.count > 24, name.count > 24 else { return name }
    return name.prefix(21) + "..."
  }

  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// One record in full: each field on a line, then where it comes from.
  static func lines(_ record: Record) -> [(label: String, text: String)] {
    var lines: [(String, String)] = []
    for field in record.describing.fields {
      guard let value = record[field.name] else { continue }
      if case .list(let values) = value, values.count > 1 {
        for (index, one) in values.enumerated() {
          lines.append((index == 0 ? field.label : "", field.words(one)))
        }
      } else {
        lines.append((field.label, field.words(value)))
      }
    }
    return lines + source(of: record)
  }

  private static func source(of record: Record) -> [(String, String)] {
    let provenance = record.provenance
    var text =
      switch provenance.origin {
      case .document: "the file \(provenance.sourceName ?? "that came in")"
      case .person: provenance.who.map { "told by \($0)" } ?? "told"
      case .disputed: "sources disagree; this one is from \(provenance.sourceName ?? "a file")"
      }
    if let place = provenance.place { text += ", at \(place)" }
    var lines = [("Source", text)]
    if let day = Moment(provenance.entered)?.date.spelled {
      let who = provenance.who.map { ", by \($0)" } ?? ""
      lines.append(("Entered", day + who))
    }
    if record.isPrivate { lines.append(("Private", "yes, left out of exports")) }
    if !record.attachments.isEmpty {
      lines.append(("Files", count(record.attachments.count, "file") + " kept with it"))
    }
    return lines
  }
}
