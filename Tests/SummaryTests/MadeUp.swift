import Records
import Summary

/// Short ways to write records down in tests.
enum MadeUp {
  static let today = day("2026-11-21")

  static func day(_ text: String) -> PartialDate {
    guard let day = PartialDate(text) else { preconditionFailure("\(text) is no date") }
    return day
  }

  static func when(_ text: String) -> Value { .when(When(day(text))) }

  static func record(
    _ kind: Kind, _ name: String, _ fields: [String: Value], isPrivate: Bool = false,
    file: String? = nil, isDisputed: Bool = false
  ) -> Record {
    let origin: Provenance.Origin = isDisputed ? .disputed : file == nil ? .person : .document
    return Record(
      id: RecordID(name), kind: kind, fields: fields, isPrivate: isPrivate,
      provenance: Provenance(
        origin: origin, entered: "2026-11-14T09:30:00Z", source: file,
        sourceName: file.map { "\($0).json" }))
  }

  static func named(_ kind: Kind, _ name: String, _ date: String? = nil) -> Record {
    let field = KindDescription.of(kind).titles.first?.first ?? "name"
    var fields: [String: Value] = [field: .coded(Coded(name))]
    if let date, let dateField = KindDescription.of(kind).dateFields.first {
      fields[dateField] = when(date)
    }
    return record(kind, "\(kind.rawValue) \(name)", fields)
  }

  static func summary(_ records: [Record], scope: Scope = Scope()) -> Summary {
    Summary(of: records, for: "Dr. Lee", on: today, scope: scope)
  }
}

extension Summary {
  func sentences(_ part: SummaryPart) -> [String] { (parts[part] ?? []).map(\.sentence) }
}
