internal import Codes
internal import JSON
internal import Records

/// Condition → diagnosis, or the answer that there is none.
enum ConditionReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    let name = json.concept("code")
    if let absence = Absence.draft(of: "diagnosis", name, date: json.moment("recordedDate")) {
      return .record(absence)
    }
    var diagnosis = Draft(.diagnosis)
    let sites = json.concepts("bodySite")
    diagnosis.coded("name", name ?? sites.first ?? Coded("not named"))
    diagnosis.choice("status", json.status("clinicalStatus"))
    diagnosis.choice("verification", json.status("verificationStatus"))
    diagnosis.coded("severity", json.concept("severity"))
    diagnosis.codeds("category", json.concepts("category"))
    diagnosis.codeds("bodySite", sites)
    diagnosis.text("site", sites.map(\.text).joined(separator: ", ").nonEmpty)
    diagnosis.choice("side", side(json))
    diagnosis.when(
      "diagnosed", json.fhirExtension("condition-assertedDate")?.moment("valueDateTime"))
    diagnosis.when("onset", json.when("onset"))
    diagnosis.when("recorded", json.moment("recordedDate") ?? json.moment("dateRecorded"))
    diagnosis.when("resolved", json.when("abatement"))
    diagnosis.text("toldBy", teller(resource, in: file))
    if let role = name.flatMap({ role(of: $0, profiles: json["meta"]?.texts("profile") ?? []) }) {
      diagnosis.choice("role", role)
    }
    addHistology(json, to: &diagnosis)
    addStage(resource, in: file, to: &diagnosis)
    let primary = json.fhirExtension("mcode-related-primary-cancer-condition")
    if let first = file.references.resolve(primary?["valueReference"], from: resource) {
      diagnosis.link("of", file.recordID(of: first))
    }
    for evidence in json.list("evidence") {
      let words = evidence.concepts("code").map(\.text).joined(separator: ", ")
      if !words.isEmpty { diagnosis.note("Because of: \(words)") }
    }
    diagnosis.note(json.annotations() ?? json.text("notes"))
    return .record(diagnosis)
  }

  /// Who stated it; not the patient's own name.
  private static func teller(_ resource: Resource, in file: FHIRFile) -> String? {
    for name in ["asserter", "recorder"] {
      let reference = resource.json[name]
      let target = file.references.resolve(reference, from: resource)?.type
      let isPatient =
        target == "Patient" || reference?.text("reference")?.hasPrefix("Patient/") == true
      if !isPatient, let teller = file.references.name(reference, from: resource) { return teller }
    }
    return nil
  }

  private static func side(_ json: JSONValue) -> String? {
    for site in json.list("bodySite") {
      let part = site.fhirExtension("mcode-laterality", "mcode-laterality-qualifier", "laterality")
      guard let side = part?.concept("valueCodeableConcept") else { continue }
      let sides = ["7771000": "left", "24028007": "right", "51440002": "both"]
      for coding in side.codings {
        if let word = coding.code.flatMap({ sides[$0] }) { return word }
      }
    }
    return nil
  }

  /// Only what a code says; a guess here would stand on a doctor's page.
  private static func role(of name: Coded, profiles: [String]) -> String? {
    switch name.group {
    case .lungNET: "primary"
    case .netSpread, .cancerSpread: "metastasis"
    case .carcinoidSyndrome: "carcinoid-syndrome"
    case .men1: "men1"
    default:
      profiles.contains { $0.hasSuffix("/mcode-secondary-cancer-condition") } ? "metastasis" : nil
    }
  }

  private static func addHistology(_ json: JSONValue, to diagnosis: inout Draft) {
    let part = json.fhirExtension("mcode-histology-morphology-behavior")
    guard let histology = part?.concept("valueCodeableConcept") else { return }
    diagnosis.text("histologyWords", histology.text)
    if histology.has(oneOf: ["8240/3"], in: CodeSystem.icdO3) {
      diagnosis.choice("histology", "typical")
    } else if histology.has(oneOf: ["8249/3"], in: CodeSystem.icdO3)
      || histology.has(oneOf: ["128658008"], in: CodeSystem.snomed)
    {
      diagnosis.choice("histology", "atypical")
    }
  }

  private static func addStage(_ resource: Resource, in file: FHIRFile, to diagnosis: inout Draft) {
    let staging = Staging(file.stagings[ObjectIdentifier(resource.known)] ?? [])
    let summaries = resource.json.list("stage").compactMap { $0.concept("summary")?.text }
    let summary = summaries.first.map { Staging.split($0) }
    diagnosis.text("stage", staging.categories ?? summary?.categories)
    diagnosis.text("stageGroup", staging.group ?? summary?.group)
    diagnosis.choice("stageType", staging.type)
    diagnosis.text("stageEdition", staging.edition)
    for other in summaries.dropFirst() { diagnosis.note("Stage: \(other)") }
  }
}
