internal import JSON
internal import Records

/// Encounter → hospital stay or recorded visit.
enum EncounterReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var stay = Draft(.encounter)
    let kind = json.concept("class")
    let types = json.concepts("type") + json.concepts("serviceType")
    stay.codeds("type", types.isEmpty ? [kind ?? Coded("visit")] : types)
    stay.coded("class", kind)
    stay.when("date", json.period("period"))
    let places =
      json.list("location").compactMap { $0["location"] } + json.list("serviceProvider")
    stay.text("place", file.references.names(places, from: resource).joined(separator: ", "))
    let people = json.list("participant").compactMap { $0["individual"] ?? $0["actor"] }
    stay.text("who", file.references.names(people, from: resource).joined(separator: ", "))
    let reasons = file.references.reasons(resource, "reasonCode", "reasonReference")
    stay.codeds("reason", reasons.isEmpty ? json.concepts("reason") : reasons)
    stay.text("status", json.text("status"))
    stay.text("discharge", json["hospitalization"]?.concept("dischargeDisposition")?.text)
    return .record(stay)
  }
}
