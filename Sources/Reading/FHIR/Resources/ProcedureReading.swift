internal import Codes
internal import JSON
internal import Records

/// Procedure → treatment where a code says that it treats a tumor, else procedure.
enum ProcedureReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    let name = json.concept("code")
    if let absence = Absence.draft(of: "procedure", name) { return .record(absence) }
    let type = name.flatMap { treatmentType(of: $0, json) }
    var draft = Draft(type == nil ? .procedure : .treatment)
    draft.coded("name", name ?? json.concept("category") ?? Coded("not named"))
    let done = json.when("performed") ?? json.when("occurrence")
    let status = json["notPerformed"]?.bool == true ? "not-done" : json.status("status")
    if let type {
      draft.choice("type", type)
      draft.when("start", done?.onlyStart)
      draft.when("end", done?.onlyEnd)
      draft.choice("status", status.flatMap { treatmentStatus[$0] ?? $0 })
      addGoal(json, to: &draft)
      addRadiation(json, to: &draft)
    } else {
      draft.when("date", done)
      draft.text("status", status)
      draft.coded("category", json.concept("category"))
      draft.codeds("complication", json.concepts("complication"))
    }
    let reason = json.concept("statusReason") ?? json.concept("reasonNotPerformed")
    draft.text("statusReason", reason?.text)
    let performers = json.list("performer").map { $0["actor"] ?? $0 }
    draft.text("who", file.references.names(performers, from: resource).joined(separator: ", "))
    draft.text("place", file.references.name(json["location"], from: resource))
    draft.codeds("bodySite", json.concepts("bodySite"))
    draft.codeds("reason", file.references.reasons(resource, "reasonCode", "reasonReference"))
    draft.coded("outcome", json.concept("outcome"))
    let reports = json.list("report").compactMap { $0.text("display") }
    draft.text("findings", reports.joined(separator: "\n"))
    let next = json.concepts("followUp").map(\.text)
    if !next.isEmpty { draft.note("Afterwards: \(next.joined(separator: ", "))") }
    draft.note(json.annotations())
    return .record(draft)
  }

  private static let treatmentStatus = [
    "preparation": "planned", "in-progress": "current", "completed": "done",
    "stopped": "stopped", "not-done": "not-done", "on-hold": "on-hold", "unknown": "unknown",
  ]

  private static func treatmentType(of name: Coded, _ json: JSONValue) -> String? {
    switch name.group {
    case .cancerSurgery: return "surgery"
    case .somatostatinAnalog: return "somatostatin-analog"
    case .chemotherapy, .cancerDrug: return "chemotherapy"
    case .prrt: return "radionuclide"
    case .radiotherapy: return "radiation"
    case .ablation: return "ablation"
    case .embolization: return "embolization"
    default: break
    }
    for profile in json["meta"]?.texts("profile") ?? [] {
      if profile.contains("mcode-cancer-related-surgical") { return "surgery" }
      if profile.contains("mcode-cancer-related-radiation")
        || profile.contains("mcode-radiotherapy")
      {
        return "radiation"
      }
    }
    // mCODE's goal of treatment stands on procedures against cancer only.
    guard intent(json) != nil else { return nil }
    let isSurgery = json.concepts("category").contains {
      $0.has(oneOf: ["387713003"], in: CodeSystem.snomed)
    }
    return isSurgery ? "surgery" : "other"
  }

  private static func intent(_ json: JSONValue) -> Coded? {
    json.fhirExtension("mcode-treatment-intent", "mcode-procedure-intent")?
      .concept("valueCodeableConcept")
  }

  private static func addGoal(_ json: JSONValue, to draft: inout Draft) {
    guard let intent = intent(json) else { return }
    let goals = [
      "373808002": "curative", "363676003": "palliative", "399707004": "supportive",
      "261004008": "diagnostic",
    ]
    if let goal = intent.codings.lazy.compactMap({ $0.code.flatMap { goals[$0] } }).first {
      draft.choice("goal", goal)
    } else {
      draft.note("Goal: \(intent.text)")
    }
  }

  /// The dose and the sessions, as mCODE gives them.
  private static func addRadiation(_ json: JSONValue, to draft: inout Draft) {
    let sessions =
      json.fhirExtension("mcode-actual-number-of-sessions", "mcode-radiotherapy-sessions")
    draft.text("fractions", sessions?.choice("value")?.value.plainText)
    guard let dose = json.fhirExtension("mcode-radiotherapy-dose-delivered-to-volume") else {
      return
    }
    let total = dose.fhirExtension("totalDoseDelivered")?.quantity("valueQuantity")
    draft.text("radiationDose", total?.printed)
    if !draft.has("fractions") {
      let fractions = dose.fhirExtension("fractionsDelivered")?.choice("value")?.value.plainText
      draft.text("fractions", fractions)
    }
  }
}
