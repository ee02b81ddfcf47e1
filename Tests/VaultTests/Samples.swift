// Made-up records: one of every kind, with something in every field.

internal import Records
internal import Vault

let morning = "2026-11-21T09:00:00Z"
let noon = "2026-11-21T12:00:00Z"
let evening = "2026-11-21T18:00:00Z"

/// The id with that number in it.
func id(_ number: Int) -> RecordID {
  let digits = String(number, radix: 16)
  return RecordID(String(repeating: "0", count: 32 - digits.count) + digits)
}

func sha(_ number: Int) -> String { id(number).text + id(number).text }

func record(
  _ number: Int, _ kind: Kind = .note, _ fields: [String: Value], source: String? = nil,
  key: String? = nil
) -> Record {
  Record(
    id: id(number), kind: kind, fields: fields,
    provenance: Provenance(
      origin: source == nil ? .person : .document, who: source == nil ? "Ana" : nil,
      entered: morning, source: source, place: source.map { _ in "entry[\(number)]" }, key: key))
}

func note(_ number: Int, _ text: String) -> Record {
  record(number, .note, ["text": .text(text)])
}

let person = record(
  1, .person,
  ["name": .text("Ana Brandt"), "born": .when(When(PartialDate("1961-06-14") ?? someDay))])

private let someDay = PartialDate(dayNumber: 0) ?? { preconditionFailure("There is a day 0.") }()

func newVault() throws -> Vault {
  try Vault.inMemory(person: person, at: morning)
}

/// A record of the kind with a value in every field.
func full(_ kind: Kind, _ number: Int) -> Record {
  var fields: [String: Value] = [:]
  for field in KindDescription.of(kind).fields {
    let value = sample(field, number)
    fields[field.name] = field.isMany ? .list([value, value]) : value
  }
  return record(number, kind, fields)
}

private func sample(_ field: Field, _ number: Int) -> Value {
  switch field.type {
  case .text: .text("\(field.name) of \(number)")
  case .longText: .text("A long text,\nof two lines \"quoted\" \\ \u{1F9EC} é.")
  case .choice(let options): .choice(options.first?.token ?? "other")
  case .when:
    .when(When(start: Moment("2021-03-14T10:30:00+02:00"), end: Moment("2021-04"), isAbout: true))
  case .coded:
    .coded(
      Coded("\(field.name) in words", [Coding(system: "http://loinc.org", code: "9811-1")]))
  case .quantity: .quantity(Quantity("5.10", unit: "ng/mL", comparator: "<"))
  case .range: .range(ReferenceRange(text: "below 100", high: Quantity("100", unit: "ng/mL")))
  case .link: .link(id(1))
  case .parts: .part(Part(Coded("systolic"), .quantity(Quantity("120", unit: "mmHg"))))
  }
}

extension Vault {
  @discardableResult
  func add(_ records: Record..., at now: String = noon) throws -> Receipt {
    try apply(Change("add", at: now, steps: records.map { .add($0) }))
  }

  /// The titles a search finds, best first.
  func titles(_ words: String) throws -> [String] {
    try search(words).hits.map(\.row.title)
  }
}
