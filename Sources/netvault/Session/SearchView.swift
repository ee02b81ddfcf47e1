/// What a search found: each record with the words around what was looked for.
internal import Console
internal import JSON
internal import Records
internal import Vault

struct SearchView {
  let talk: Talk
  let vault: Vault

  private var settings: TerminalSettings { talk.terminal.settings }

  func show(_ found: Found, _ text: String) throws {
    LastList(vault: try talk.location(), talk.environment).remember(found.hits.map(\.row.id))
    if settings.plain {
      plain(found)
    } else {
      if !found.hasAllWords {
        talk.terminal.say("No record has all of these words. These have some of them:")
        talk.terminal.say()
      }
      for (place, hit) in found.hits.enumerated() { show(hit, number: place + 1, found) }
    }
    if !found.hasAllWords { try suggest(text) }
    let more = found.count - found.hits.count
    talk.terminal.say(
      more > 0
        ? "\(Listing.grouped(found.count)) records; \(found.hits.count) are shown. To see all: --all"
        : "\(Listing.count(found.count, "record")). See one: netvault show 1")
  }

  private func show(_ hit: Found.Hit, number: Int, _ found: Found) {
    let kind = KindDescription.of(hit.row.kind).one
    let date = hit.row.dateSpelled ?? "date not known"
    let excerpt = excerpt(hit)
    if settings.isAccessible {
      let words = excerpt.map { " Found in: \($0.text)" } ?? ""
      let line = "\(number). \(hit.row.title). \(kind), \(date).\(words)"
      talk.terminal.answer(Styled(line.hasSuffix(".") ? line : line + "."))
      return
    }
    let width = String(found.hits.count).count
    let padded = String(repeating: " ", count: width - String(number).count) + String(number)
    let indent = String(repeating: " ", count: width + 2)
    talk.terminal.answer(Styled("\(padded)  ") + Styled(hit.row.title, .bold))
    talk.terminal.answer(Styled("\(indent)\(kind), \(date)"))
    if let excerpt { talk.terminal.answer(Styled(indent) + excerpt) }
  }

  /// Nil where the title says it already. What was found is bold, and has a star on either side:
  /// colour and weight say nothing alone.
  private func excerpt(_ hit: Found.Hit) -> Styled? {
    let title = hit.row.title.lowercased()
    guard hit.pieces.contains(where: { $0.isFound && !title.contains($0.text.lowercased()) })
    else { return nil }
    // The words of a record begin with its kind, which stands above.
    let kind = KindDescription.of(hit.row.kind).one + " "
    var words = Styled("")
    for (place, piece) in hit.pieces.enumerated() {
      let isKind = place == 0 && !piece.isFound && piece.text.hasPrefix(kind)
      let text = isKind ? String(piece.text.dropFirst(kind.count)) : piece.text
      words =
        words
        + (piece.isFound && !settings.isAccessible ? Styled("*\(text)*", .bold) : Styled(text))
    }
    return words
  }

  /// A word of the vault that is close to one that no record has.
  private func suggest(_ text: String) throws {
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard try vault.search(String(word), limit: 1).count == 0,
        let close = try vault.suggestions(for: String(word), limit: 1).first
      else { continue }
      talk.terminal.say(
        "Did you mean \(close.word) (\(Listing.count(close.records, "record")))?")
      return
    }
  }

  private func plain(_ found: Found) {
    var table = Table(Array(repeating: Table.Column(""), count: 4))
    for hit in found.hits {
      table.add([
        hit.row.date ?? "", KindDescription.of(hit.row.kind).one, hit.row.title, hit.excerpt,
      ])
    }
    table.write(to: talk.terminal)
  }

  func json(_ found: Found, _ text: String) throws {
    let records: [JSONValue] = try found.hits.compactMap { hit in
      guard let record = try vault.record(hit.row.id) else { return nil }
      var object = RecordsJSON.object(record)
      object["excerpt"] = .string(hit.excerpt)
      object["found"] = .array(hit.pieces.filter(\.isFound).map { .string($0.text) })
      return .object(object)
    }
    talk.answer(
      json: [
        "format": RecordsJSON.format, "count": .number(String(found.count)),
        "allWords": .bool(found.hasAllWords), "records": .array(records),
      ])
  }
}
