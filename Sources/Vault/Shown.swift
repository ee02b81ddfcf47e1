internal import Records

/// What a list shows of a record, made when the record is written.
struct Shown: Equatable {
  let title: String
  let date: String?
  let dateWords: String?
  let marker: String
  let place: String?

  init(_ record: Record) {
    title = record.title.withoutNul
    let when = record.when
    date = (when?.start ?? when?.end)?.description
    // A list spells a plain date itself.
    let isPlain = when.map { $0.words == nil && !$0.isAbout && !$0.isPeriod } ?? true
    dateWords = isPlain ? nil : when.map { $0.spelled.withoutNul }
    marker = record.provenance.marker
    place = record.provenance.place?.withoutNul
  }
}

/// What a search looks through, made when the record is written.
struct Searched: Equatable {
  let title: String
  let words: String
  let files: String

  /// The names of attached files come from `name`.
  init(_ record: Record, title: String, name: (String) throws -> String) rethrows {
    self.title = title
    words = record.searchText.withoutNul
    var names = try record.attachments.map(name)
    if let source = record.provenance.sourceName { names.append(source) }
    files = names.joined(separator: "\n").withoutNul
  }
}

extension String {
  /// SQLite's text ends at a zero byte, and a hostile file may bring one.
  var withoutNul: String {
    utf8.contains(0) ? replacing("\0", with: " ") : self
  }
}
