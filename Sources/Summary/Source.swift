package import Records

/// A file that facts of the summary are from. `D1` on the page is the first of the list.
package struct Source: Hashable, Sendable {
  package let number: Int
  package let key: DocumentKey
  /// Its title and date in words.
  package let words: String
}

/// What is known of a file beside its name, for the list of sources.
package struct SourceFile: Hashable, Sendable {
  /// The SHA-256 of its bytes, in hexadecimal.
  package let sha256: String
  package let title: String
  /// The date on the document.
  package let date: PartialDate?

  package init(sha256: String, title: String, date: PartialDate? = nil) {
    self.sha256 = sha256
    self.title = title
    self.date = date
  }
}

/// Numbers the documents in the order in which they are met.
struct SourceList {
  private(set) var sources: [Source] = []
  private var known: [DocumentKey: Int] = [:]
  private let words: [DocumentKey: String]

  /// More than this many files are counted, not named.
  static let limit = 24

  init(records: [Record], files: [SourceFile]) {
    var words: [DocumentKey: String] = [:]
    for record in records where record.provenance.origin != .person {
      let key = DocumentKey(record.provenance)
      guard words[key] == nil else { continue }
      let name = record.provenance.sourceName?.short(60) ?? "a document without a name"
      let read = PartialDate(record.provenance.entered.prefix(10)).map { ", read \($0.spelled)" }
      words[key] = name + (read ?? ", " + Record.noDate)
    }
    for record in records where record.kind == .document {
      for file in record.attachments {
        let title = (record.words("title") ?? record.title).short(60)
        let from = record.said("from", "from", max: 40)
        words[DocumentKey(file)] = [title, from, record.dateColumn].joinedWords(", ")
      }
    }
    for file in files {
      let date = file.date?.spelled ?? Record.noDate
      words[DocumentKey(file.sha256)] = "\(file.title.short(60)), \(date)"
    }
    self.words = words
  }

  mutating func meet(_ lines: [Line]) { meet(lines.map(\.marks)) }

  mutating func meet(_ marks: [Marks]) {
    for key in marks.flatMap(\.documents) where known[key] == nil {
      let number = sources.count + 1
      known[key] = number
      sources.append(
        Source(number: number, key: key, words: words[key] ?? "a document without a name"))
    }
  }

  /// One line a file, in the order of the numbers.
  func lines() -> [Line] {
    var lines = sources.prefix(Self.limit).map { source in
      Line(.document, ["D\(source.number) \(source.words)"])
    }
    if sources.count > Self.limit {
      let rest = sources.count - Self.limit
      lines.append(Line(.document, ["D without a number: \(rest) more files, in the full record"]))
    }
    return lines
  }
}
