internal import Codes
internal import JSON
internal import Records
internal import Summary

/// Builds the resources of one document, each once.
struct IPSBuilder {
  let summary: Summary
  private let document: String
  private let records: [RecordID: Record]
  private(set) var entries: [Resource] = []
  private var made: Set<DocumentID> = []

  init(_ summary: Summary, document: String) {
    self.summary = summary
    self.document = document
    records = Dictionary(
      summary.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func profile(_ name: String) -> String {
    "http://hl7.org/fhir/uv/ips/StructureDefinition/\(name)-uv-ips"
  }

  static func cancerProfile(_ name: String) -> String {
    "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-\(name)"
  }

  var patientID: DocumentID { DocumentID(document: document, role: "patient") }
  var patient: JSONValue { FHIR.reference(patientID) }

  func record(_ id: RecordID) -> Record? { records[id] }

  func id(_ record: Record, _ role: String = "") -> DocumentID {
    DocumentID(document: document, record: record.id, role: role)
  }

  func id(role: String) -> DocumentID { DocumentID(document: document, role: role) }

  func start(_ type: String, _ record: Record, _ role: String = "") -> Resource {
    Resource(type, id(record, role))
  }

  /// Adds a resource unless it is there, and returns the reference to it.
  @discardableResult
  mutating func add(_ resource: Resource) -> JSONValue {
    if made.insert(resource.id).inserted { entries.append(resource) }
    return FHIR.reference(resource.id)
  }

  /// The laboratory or clinic of that name: one Organization a name.
  mutating func organization(_ name: String) -> JSONValue? {
    guard let words = FHIR.string(name) else { return nil }
    var organization = Resource("Organization", id(role: "organization \(name)"))
    organization["name"] = words
    return add(organization)
  }

  /// The tumor that treatments are for, when there is exactly one.
  var onlyTumor: Record? {
    let tumors = summary.records.filter { $0.kind == .diagnosis && $0.words("role") == "primary" }
    return tumors.count == 1 ? tumors.first : nil
  }

  mutating func addPatient() {
    var patient = Resource("Patient", patientID)
    patient.addProfiles([Self.profile("Patient")])
    let person = summary.person
    patient["name"] = [["text": FHIR.string(summary.name) ?? "Name not given"]]
    if let sex = person?.words("sex")?.lowercased() {
      patient["gender"] = ["female", "male", "other"].contains(sex) ? .string(sex) : nil
    }
    if let born = person?.when("born"), born.words == nil, let date = born.start?.date {
      patient["birthDate"] = .string(date.description)
    } else {
      patient["_birthDate"] = FHIR.unknown
    }
    if let died = person?.when("died") {
      if died.words == nil, died.start != nil {
        patient.set("deceasedDateTime", dateTime: died)
      } else {
        patient["deceasedBoolean"] = true
      }
    }
    patient.set("telecom", person.map { Self.contacts($0) } ?? [])
    let addresses = person?.list("address").compactMap { FHIR.string($0.words) } ?? []
    patient.set("address", addresses.map { ["text": $0] })
    let languages = person?.list("language").map(\.words) ?? []
    patient.set("communication", languages.map { ["language": FHIR.concept($0)] })
    add(patient)
  }

  /// Phones and e-mail addresses as ContactPoints.
  static func contacts(_ record: Record) -> [JSONValue] {
    let kinds = [("phone", "phone"), ("phoneNight", "phone"), ("email", "email")]
    return kinds.flatMap { field, system in
      record.list(field).compactMap { value in
        FHIR.string(value.words).map { ["system": .string(system), "value": $0] }
      }
    }
  }
}
