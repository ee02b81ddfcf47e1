internal import JSON
internal import Records

/// Immunization → vaccine, or the answer that there is none.
enum ImmunizationReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    let name = json.concept("vaccineCode")
    let date = json.when("occurrence") ?? json.moment("date")
    if let absence = Absence.draft(of: "vaccine", name, date: date) { return .record(absence) }
    var vaccine = Draft(.vaccine)
    vaccine.coded("name", name ?? Coded("not named"))
    vaccine.when("date", date)
    let wasNotGiven = json["notGiven"]?.bool == true || json["wasNotGiven"]?.bool == true
    vaccine.choice("status", wasNotGiven ? "not-done" : json.status("status"))
    let reasons =
      json.concepts("statusReason") + (json["explanation"]?.concepts("reasonNotGiven") ?? [])
    vaccine.text("statusReason", reasons.map(\.text).joined(separator: ", "))
    vaccine.text("lot", json.text("lotNumber"))
    vaccine.text("maker", file.references.name(json["manufacturer"], from: resource))
    vaccine.text("dose", dose(json))
    vaccine.text("site", json.concept("site")?.text)
    vaccine.coded("route", json.concept("route"))
    let givers = json.list("performer").map { $0["actor"] ?? $0 } + json.list("practitioner")
    vaccine.text("who", file.references.names(givers, from: resource).joined(separator: ", "))
    vaccine.text("place", file.references.name(json["location"], from: resource))
    if let amount = json.quantity("doseQuantity") { vaccine.note("Amount: \(amount.printed)") }
    if let expires = json.text("expirationDate") { vaccine.note("Use by: \(expires)") }
    if json["isSubpotent"]?.bool == true { vaccine.note("The dose was too weak to count.") }
    let why = json.concepts("reasonCode").map(\.text)
    if !why.isEmpty { vaccine.note("Because of: \(why.joined(separator: ", "))") }
    vaccine.note(json.annotations())
    return .record(vaccine)
  }

  /// `2 of 3`, with the name of the series and the disease where they are given.
  private static func dose(_ json: JSONValue) -> String? {
    let lines = (json.list("protocolApplied") + json.list("vaccinationProtocol")).compactMap {
      part -> String? in
      let number =
        part.choice("doseNumber")?.value.plainText ?? part.text("doseNumber")
        ?? part.text("doseSequence")
      let total = part.choice("seriesDoses")?.value.plainText ?? part.text("seriesDoses")
      let count = [number, total].compactMap(\.self).joined(separator: " of ").nonEmpty
      let diseases = part.concepts("targetDisease").map(\.text).joined(separator: ", ").nonEmpty
      return [count, part.text("series"), diseases].compactMap(\.self).joined(separator: ", ")
        .nonEmpty
    }
    return lines.joined(separator: "; ").nonEmpty
  }
}
