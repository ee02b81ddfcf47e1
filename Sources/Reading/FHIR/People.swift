internal import JSON
internal import Records

/// Whom the resources of a file are about.
struct People {
  /// The place in ``found`` of each Patient resource and of each unresolved reference.
  private var places: [String: Int] = [:]
  private var found: [PatientFound] = []
  private var patients: [Resource] = []
  /// One resource for each way in which a person is referred to.
  private var subjects: [String: Resource] = [:]
  /// The number of the patient in the sender's own system: tells one sender from another.
  private(set) var system = ""

  /// Looks at a resource before anything is read.
  mutating func notice(_ resource: Resource) {
    if resource.type == "Patient" {
      patients.append(resource)
      _ = place(of: Self.key(of: resource))
    }
    for reference in Self.references(in: resource) {
      guard let key = Self.unresolvedKey(reference), subjects[key] == nil else { continue }
      subjects[key] = Self.slim(resource)
    }
  }

  /// To be called when everything has been noticed.
  mutating func prepare(_ file: FHIRFile) {
    for patient in patients { join(patient, file: file) }
    let number = patients.first?.json.list("identifier").first
    system = [number?.text("system"), number?.text("value")].compactMap(\.self)
      .joined(separator: "|")
    // With one Patient in the file, a reference that leads nowhere means that one, unless there
    // are several such references.
    if found.count == 1 {
      let dangling = subjects.filter { _, resource in
        Self.references(in: resource).allSatisfy {
          file.references.resolve($0, from: resource) == nil
        }
      }
      if dangling.count == 1, let only = dangling.keys.first { places[only] = 0 }
    }
    patients = []
    subjects = [:]
  }

  /// The person a resource is about: nil for a doctor or a clinic.
  ///
  /// In a file about several persons, a doctor that only one of them has is that one's.
  mutating func patient(of resource: Resource, file: FHIRFile) -> Int? {
    if resource.type == "Patient" { return place(of: Self.key(of: resource)) }
    for reference in Self.references(in: resource) {
      if let target = file.references.resolve(reference, from: resource) {
        guard target.type == "Patient" else { continue }
        return place(of: Self.key(of: target))
      }
      if let key = Self.unresolvedKey(reference) { return place(of: key) }
    }
    guard found.count > 1, resource.usedBy.count == 1 else { return nil }
    return resource.usedBy.first
  }

  mutating func count(_ patient: Int?) {
    if let patient { found[patient].factCount += 1 }
  }

  mutating func found(_ record: Record, for patient: Resource) {
    let place = place(of: Self.key(of: patient))
    if found[place].record == nil { found[place].record = record.id }
  }

  func finish(_ result: inout ReadingResult) { result.patients = found }

  private mutating func place(of key: String) -> Int {
    if let place = places[key] { return place }
    found.append(PatientFound(record: nil, factCount: 0))
    places[key] = found.count - 1
    return found.count - 1
  }

  /// `Patient.link` says that two resources are one person.
  private mutating func join(_ patient: Resource, file: FHIRFile) {
    for link in patient.json.list("link") {
      guard ["replaced-by", "replaces", "seealso"].contains(link.text("type")),
        let other = file.references.resolve(link["other"], from: patient), other.type == "Patient"
      else { continue }
      let (one, two) = (place(of: Self.key(of: patient)), place(of: Self.key(of: other)))
      guard one != two else { continue }
      let (kept, gone) = (min(one, two), max(one, two))
      for (key, place) in places where place >= gone {
        places[key] = place == gone ? kept : place - 1
      }
      found.remove(at: gone)
    }
  }

  /// The same id on one server is the same person, also under another `urn:`.
  private static func key(of patient: Resource) -> String {
    guard let name = patient.typeAndID else { return patient.url ?? patient.place }
    return patient.base.map { "\($0)/\(name)" } ?? name
  }

  private static let subjectNames = ["subject", "patient", "beneficiary", "individual"]

  private static func references(in resource: Resource) -> [JSONValue] {
    for name in subjectNames {
      let references = resource.json.list(name)
      if !references.isEmpty { return references }
    }
    return resource.json.list("participant").compactMap { $0["actor"] }
      .filter { $0.text("reference")?.hasPrefix("Patient/") == true }
  }

  /// What a look-up of the references needs, without the rest of the resource.
  private static func slim(_ resource: Resource) -> Resource {
    resource.keeping(subjectNames + ["participant"]) ?? resource
  }

  /// The text of a reference to a patient who is not in the file.
  private static func unresolvedKey(_ reference: JSONValue) -> String? {
    if let text = reference.text("reference") {
      let isOther =
        ["Group/", "Device/", "Location/", "Practitioner/", "#"].contains { text.hasPrefix($0) }
      return isOther ? nil : text
    }
    if let value = reference["identifier"]?.text("value") { return "identifier:\(value)" }
    return reference.text("display").map { "display:\($0)" }
  }
}

extension Resource {
  /// The same resource with these members only, to hold much less in memory.
  func keeping(_ names: [String]) -> Resource? {
    var object: JSONObject = ["resourceType": .string(type)]
    if let id { object["id"] = .string(id) }
    for name in names {
      if let value = json[name] { object[name] = value }
    }
    return Resource(.object(object), place: place, url: url, source: source)
  }
}
