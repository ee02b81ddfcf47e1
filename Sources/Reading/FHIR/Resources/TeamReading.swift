internal import JSON
internal import Records

/// Practitioner → team member, unless a role in the same file already tells of the person.
enum PractitionerReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    guard !resource.isUsed else { return .folded }
    let json = resource.json
    guard let name = Contact.names(json).first else { return .skipped("has no name") }
    var member = Draft(.teamMember)
    member.text("name", name)
    let skills = json.list("qualification").compactMap { $0.concept("code") }
    member.codeds("role", skills + json.list("practitionerRole").flatMap { $0.concepts("role") })
    member.addContact(json)
    return .record(member)
  }
}

/// PractitionerRole → team member, together with the person and the clinic it names.
enum PractitionerRoleReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    let person = file.references.resolve(json["practitioner"], from: resource)
    let clinic = file.references.name(json["organization"], from: resource)
    let roles = json.concepts("code") + json.concepts("specialty")
    let name = file.references.name(json["practitioner"], from: resource)
    guard let name = name ?? clinic ?? roles.first?.text else { return .skipped("has no name") }
    var member = Draft(.teamMember)
    member.text("name", name)
    member.codeds("role", roles)
    member.text("organization", clinic)
    member.when("date", json.period("period"))
    if json["active"]?.bool == false { member.text("status", "inactive") }
    let own = person?.json ?? .null
    member.texts("phone", unique(Contact.phones(json) + Contact.phones(own)))
    member.texts("email", unique(Contact.emails(json) + Contact.emails(own)))
    member.texts("address", Contact.addresses(own))
    member.texts("identifier", unique(Contact.identifiers(json) + Contact.identifiers(own)))
    if let text = json.text("availabilityExceptions") { member.note(text) }
    if person?.type == "Practitioner" { person?.isUsed = true }
    return .record(member)
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

/// Organization → team member: a clinic, a laboratory, a company.
enum OrganizationReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    guard !resource.isUsed else { return .folded }
    let json = resource.json
    let names = [json.text("name")] + json.texts("alias").map(Optional.some)
    guard let name = names.compactMap(\.self).first else { return .skipped("has no name") }
    var member = Draft(.teamMember)
    member.text("name", name)
    member.text("organization", name)
    member.codeds("role", json.concepts("type"))
    if json["active"]?.bool == false { member.text("status", "inactive") }
    member.addContact(json)
    return .record(member)
  }
}

/// RelatedPerson → team member: family and friends.
enum RelatedPersonReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    let relations = json.concepts("relationship")
    guard let name = Contact.names(json).first ?? relations.first?.text else {
      return .skipped("has no name")
    }
    var member = Draft(.teamMember)
    member.text("name", name)
    member.codeds("role", relations)
    member.text("relation", relations.map(\.text).joined(separator: ", "))
    member.when("date", json.period("period"))
    member.addContact(json)
    return .record(member)
  }
}

extension Draft {
  mutating func addContact(_ json: JSONValue) {
    texts("phone", Contact.phones(json))
    texts("email", Contact.emails(json))
    texts("address", Contact.addresses(json))
    texts("identifier", Contact.identifiers(json))
  }
}
