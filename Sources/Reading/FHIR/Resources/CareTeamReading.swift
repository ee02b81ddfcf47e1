internal import JSON
internal import Records

/// CareTeam → one team member that names the others.
enum CareTeamReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var team = Draft(.teamMember)
    let categories = json.concepts("category")
    team.text("name", json.text("name") ?? categories.first?.text ?? "care team")
    team.codeds("role", categories)
    team.texts("members", json.list("participant").compactMap { member($0, resource, file) })
    team.codeds("reason", file.references.reasons(resource, "reasonCode", "reasonReference"))
    let clinics = json.list("managingOrganization")
    team.text(
      "organization", file.references.names(clinics, from: resource).joined(separator: ", "))
    team.texts("phone", Contact.phones(json))
    team.texts("email", Contact.emails(json))
    team.texts("identifier", Contact.identifiers(json))
    team.text("status", json.text("status"))
    team.when("date", json.period("period"))
    team.note(json.annotations())
    return .record(team)
  }

  /// `Dr. Okafor (surgeon)`.
  private static func member(
    _ json: JSONValue, _ resource: Resource, _ file: FHIRFile
  ) -> String? {
    let reference = json["member"]
    if reference?.text("reference")?.hasPrefix("Patient/") == true { return nil }
    if file.references.resolve(reference, from: resource)?.type == "Patient" { return nil }
    let name = file.references.name(reference, from: resource)
    let role = json.concepts("role").map(\.text).joined(separator: ", ").nonEmpty
    guard let name else { return role }
    return role.map { "\(name) (\($0))" } ?? name
  }
}
