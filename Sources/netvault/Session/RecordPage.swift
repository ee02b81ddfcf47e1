/// One record as a page of lines. Diagnoses and treatments read as a doctor would tell them; the
/// others stand in the order of their questions.
internal import Console
internal import Records
internal import Vault

struct RecordPage {
  typealias Row = (label: String, text: String)

  let record: Record
  private(set) var rows: [Row] = []
  /// The fields that were said, so that nothing is said twice and nothing is left out.
  private var said: Set<String> = []

  /// A record whose links were turned into titles.
  init(_ record: Record) { self.record = record }

  /// The rows for one record, and what belongs to it.
  static func rows(of record: Record, _ vault: Vault, hiding hidden: Set<RecordID>) throws -> [Row]
  {
    var page = RecordPage(try Links(vault: vault).named(record))
    switch record.kind {
    case .diagnosis: try page.diagnosis(record.id, vault, hiding: hidden)
    case .treatment: try page.treatment(vault)
    default: break
    }
    page.rest()
    return page.rows
  }

  /// The answer in words, or nil where there is none.
  func words(_ field: String) -> String? {
    guard let value = record[field], let field = record.describing.field(field) else { return nil }
    let words = field.words(value)
    return words.isEmpty ? nil : words
  }

  mutating func add(_ label: String, _ text: String, of fields: [String] = []) {
    rows.append((label, text))
    said.formUnion(fields)
  }

  /// A row for one field, under its own name unless another is given. What nobody answered is left
  /// out, or named as not known.
  mutating func add(_ field: String, as label: String? = nil, orElse nothing: String? = nil) {
    let name = label ?? record.describing.field(field)?.label ?? field
    if let words = words(field) {
      add(name, words, of: [field])
    } else if let nothing {
      add(name, nothing, of: [field])
    }
  }

  /// Several fields on one row. Nothing where none has an answer.
  mutating func add(_ label: String, _ parts: [String?], of fields: [String]) {
    let text = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    if !text.isEmpty { add(label, text, of: fields) }
  }

  /// What was not said yet, then where it all comes from.
  private mutating func rest() {
    var left = record
    for name in said { left[name] = nil }
    // A heading of its own where the page told a story before it.
    rows += Listing.lines(left)
  }
}

extension RecordPage {
  /// `22 April 2020, biopsy of the lung`.
  static func line(_ record: Record, _ more: String? = nil) -> String {
    let day = record.when?.spelled ?? "date not known"
    return [day, record.title, more].compactMap { $0 }.joined(separator: ", ")
  }
}
