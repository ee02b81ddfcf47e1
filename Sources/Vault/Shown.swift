internal import Records

/// What a list shows of a record, made when the record is written.
struct Shown: Equatable {
  let title: String
  let date: String?
  let dateWords: String?
  let marker: String
  let place: String?
}

extension Shown {
  init(_ record: Record) {
    let when = record.when
    // A list spells a plain date itself.
    let isPlain = when.map { $0.words == nil && !$0.isAbout && !$0.isPeriod } ?? true
    self.init(
      title: record.title.withoutNul, date: (when?.start ?? when?.end)?.description,
      dateWords: isPlain ? nil : when.map { $0.spelled.withoutNul },
      marker: record.provenance.marker, place: record.provenance.place?.withoutNul)
  }
}

/// What a search looks through, made when the record is written.
struct Searched: Equatable {
  let title: String
  let words: String
  let files: String
}

extension Searched {
  /// The names of attached files come from `name`.
  init(_ record: Record, title: String, name: (String) throws -> String) rethrows {
    var names = try record.attachments.map(name)
    if let source = record.provenance.sourceName { names.append(source) }
    self.init(
      title: title, words: record.searchText.withoutNul,
      files: names.joined(separator: "\n").withoutNul)
  }
}

extension String {
  /// SQLite's text ends at a zero byte, and a hostile file may bring one.
  var withoutNul: String {
    utf8.contains(0) ? replacing("\0", with: " ") : self
  }
}
