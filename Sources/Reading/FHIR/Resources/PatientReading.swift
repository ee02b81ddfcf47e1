internal import JSON
internal import Records

/// Patient → person, and the persons to call in an emergency.
enum PatientReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var person = Draft(.person)
    let names = Contact.names(json)
    person.text("name", names.first ?? "not named")
    person.texts("otherNames", names.others)
    person.when("born", json.moment("birthDate"))
    person.text("sex", sex(json))
    person.text("gender", gender(json))
    person.texts("address", Contact.addresses(json))
    person.texts("phone", Contact.phones(json))
    person.texts("email", Contact.emails(json))
    person.texts("language", json.list("communication").compactMap { $0.concept("language")?.text })
    person.texts("identifier", Contact.identifiers(json))
    if let died = json.choice("deceased") {
      person.when("died", When(type: died.type, died.value))
      if died.value.bool == true { person.when("died", When(words: "has died")) }
    }
    let doctors = file.references.names(json.list("generalPractitioner"), from: resource)
    if !doctors.isEmpty { person.note("General practitioner: \(doctors.joined(separator: ", "))") }
    let contacts = json.list("contact").enumerated().compactMap { index, contact in
      self.contact(contact, index: index, of: resource, in: file)
    }
    return .records([person] + contacts)
  }

  /// The sex on the birth certificate where it is given, else the administrative one.
  private static func sex(_ json: JSONValue) -> String? {
    let birth = json.fhirExtension("us-core-birthsex", "us-core-sex", "patient-birthSex")
    let words = [
      "F": "female", "M": "male", "OTH": "other", "248152002": "female", "248153007": "male",
    ]
    if let code = birth?.choice("value")?.value.plainText, code != "UNK" {
      return words[code] ?? code
    }
    return json.text("gender").flatMap { $0 == "unknown" ? nil : $0 }
  }

  private static func gender(_ json: JSONValue) -> String? {
    let part = json.fhirExtension("patient-genderIdentity", "us-core-genderIdentity")
    return part?.concept("valueCodeableConcept")?.text
      ?? part?.fhirExtension("value")?.concept("valueCodeableConcept")?.text
  }

  private static func contact(
    _ json: JSONValue, index: Int, of resource: Resource, in file: FHIRFile
  ) -> Draft? {
    var contact = Draft(.teamMember, part: "contact\(index)")
    let organization = file.references.name(json["organization"], from: resource)
    guard let name = json["name"].flatMap({ Contact.name($0) }) ?? organization else { return nil }
    let relations = json.concepts("relationship")
    contact.text("name", name)
    contact.text("organization", organization)
    contact.text("relation", relations.map(\.text).joined(separator: ", ").nonEmpty)
    contact.codeds("role", relations)
    contact.texts("phone", Contact.phones(json))
    contact.texts("email", Contact.emails(json))
    contact.texts("address", Contact.addresses(json))
    // v2-0131 C: emergency contact.
    if relations.contains(where: { $0.codings.contains { $0.code == "C" } }) {
      contact.choice("emergency", "yes")
    }
    return contact
  }
}
