import Codes
import JSON
import Records

/// Short ways to write records down in tests.
enum Made {
  static let hospital = String(repeating: "a1", count: 32)
  static let report = String(repeating: "b2", count: 32)
  static let letter = String(repeating: "c3", count: 32)

  enum Source {
    case hospitalFile
    case pathologyReport
    case clinicLetter
    case told(by: String)
    case disputed
  }

  static func record(
    _ kind: Kind, _ number: Int, _ fields: [String: Value], _ source: Source = .hospitalFile,
    isPrivate: Bool = false, attachments: [String] = []
  ) -> Record {
    let digits = String(number, radix: 16)
    let id = String(repeating: "0", count: 32 - digits.count) + digits
    return Record(
      id: RecordID(id), kind: kind, fields: fields, isPrivate: isPrivate,
      provenance: provenance(source), attachments: attachments)
  }

  private static func provenance(_ source: Source) -> Provenance {
    let day = "2026-11-14T09:30:00Z"
    return switch source {
    case .hospitalFile:
      Provenance(
        origin: .document, entered: day, source: hospital, sourceName: "riverside-export.json",
        place: "entry[4]")
    case .pathologyReport:
      Provenance(
        origin: .document, entered: day, source: report, sourceName: "pathology S20-1234.pdf")
    case .clinicLetter:
      Provenance(origin: .document, entered: day, source: letter, sourceName: "letter.pdf")
    case .told(let who): Provenance(origin: .person, who: who, entered: day)
    case .disputed:
      Provenance(
        origin: .disputed, entered: day, source: hospital, sourceName: "riverside-export.json")
    }
  }

  static func day(_ text: String) -> Value {
    .when(When(start: Moment(text)))
  }

  static func code(_ text: String, _ system: String, _ code: String, _ display: String? = nil)
    -> Value
  {
    .coded(Coded(text, [Coding(system: system, code: code, display: display)]))
  }

  static func value(_ number: String, _ unit: String, ucum: String? = nil) -> Value {
    .quantity(
      Quantity(number, unit: unit, code: ucum, system: ucum.map { _ in CodeSystem.ucum }))
  }
}
