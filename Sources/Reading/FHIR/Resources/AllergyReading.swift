internal import JSON
internal import Records

/// AllergyIntolerance → allergy, or the answer that there is none.
enum AllergyReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    let reactions = json.list("reaction")
    let substance =
      json.concept("code") ?? json.concept("substance")
      ?? reactions.lazy.compactMap { $0.concept("substance") }.first
    let recorded = json.moment("recordedDate") ?? json.moment("assertedDate")
    if let absence = Absence.draft(of: "allergy", substance, date: recorded) {
      return .record(absence)
    }
    var allergy = Draft(.allergy)
    allergy.coded("substance", substance ?? Coded("not named"))
    let clinical = json.status("clinicalStatus") ?? json.status("status")
    allergy.text("status", clinical)
    allergy.text("verification", json.status("verificationStatus"))
    allergy.text("type", json.text("type"))
    allergy.text("category", json.texts("category").joined(separator: ", "))
    allergy.text("criticality", json.text("criticality"))
    allergy.codeds("reaction", reactions.flatMap { $0.concepts("manifestation") })
    var severities: [String] = []
    for severity in reactions.compactMap({ $0.text("severity") })
    where !severities.contains(severity) {
      severities.append(severity)
    }
    allergy.text("severity", severities.joined(separator: ", "))
    allergy.when("since", json.when("onset") ?? json.moment("onset"))
    allergy.when("recorded", recorded ?? json.moment("recordedDate"))
    allergy.when("lastTime", json.moment("lastOccurrence") ?? json.moment("lastOccurence"))
    for reaction in reactions {
      allergy.note(reaction.text("description"))
      allergy.note(reaction.annotations())
    }
    allergy.note(json.annotations())
    return .record(allergy)
  }
}
