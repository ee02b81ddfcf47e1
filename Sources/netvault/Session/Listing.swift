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
    LastList(vault: (try? talk.location()) ?? "", talk.environment).remember(rows.map { $0.id })
    let titles = ["Date"] + (kind == nil ? ["Kind"] : []) + ["What", "From"]
    var table = Table(titles.map { Table.Column($0) }, isNumbered: true)
    for row in rows {
      table.add(
        [date(row, talk)] + (kind == nil ? [KindDescription.of(row.kind).one] : [])
          + [row.title, source(row, talk)])
    }
    table.write(to: talk.terminal)
    talk.terminal.say("\(count(rows.count, "record")). See one: netvault show 1")
  }

  /// The day without its time, and never more precise than it is known.
  private static func date(_ row: ListRow, _ talk: Talk) -> String {
    if talk.terminal.settings.plain { return row.date ?? "" }
    // Of a period the column has the start; "about 2019" and "spring 2019" it has as they are.
    if let words = row.dateWords,
      !["from ", "since ", "until "].contains(where: { words.hasPrefix($0) })
    {
      return words
    }
    let day = row.date.flatMap { PartialDate($0.prefix(10)) }?.spelled
    return day ?? row.dateSpelled ?? "date not known"
  }

  /// Names with their words, one a line. A name that is empty belongs to the line above.
  static func show(_ lines: [(label: String, text: String)], _ talk: Talk) {
    var table = Table([Table.Column(""), Table.Column("")])
    for line in lines {
      let label =
        line.label.isEmpty || !talk.terminal.settings.isAccessible
        ? line.label : line.label + ":"
      table.add([label, line.text])
    }
    table.write(to: talk.terminal)
  }

  /// The file's name, shortened where people read it; what was told has no file.
  private static func source(_ row: ListRow, _ talk: Talk) -> String {
    guard let name = row.sourceName else { return row.marker == "P" ? "told" : "" }
    guard !talk.terminal.settings.plain, name.count > 24 else { return name }
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
    if let day = Moment(provenance.entered)?.date.spelled { lines.append(("Entered", day)) }
    if record.isPrivate { lines.append(("Private", "yes, left out of exports")) }
    if !record.attachments.isEmpty {
      lines.append(("Files", count(record.attachments.count, "file") + " kept with it"))
    }
    return lines
  }
}
