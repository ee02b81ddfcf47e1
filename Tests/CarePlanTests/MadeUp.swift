import Records

/// Short ways to write records down in tests.
enum MadeUp {
  static let today = day("2026-11-21")

  static func day(_ text: String) -> PartialDate {
    guard let day = PartialDate(text) else { preconditionFailure("\(text) is no date") }
    return day
  }

  static func when(_ text: String) -> Value { .when(When(day(text))) }

  static func record(_ kind: Kind, _ name: String, _ fields: [String: Value]) -> Record {
    Record(
      id: RecordID(name), kind: kind, fields: fields,
      provenance: Provenance(origin: .person, entered: "2026-11-14T09:30:00Z"))
  }

  static func result(
    _ name: String, _ number: String, on date: String?, unit: String = "ng/mL",
    laboratory: String = "Riverside", codings: [Coding] = []
  ) -> Record {
    var fields: [String: Value] = [
      "name": .coded(Coded(name, codings)), "value": .quantity(Quantity(number, unit: unit)),
      "laboratory": .text(laboratory),
    ]
    if let date { fields["date"] = when(date) }
    return record(.result, "\(name) \(date ?? "")", fields)
  }
}
