internal import CarePlan
internal import Codes
internal import JSON
internal import Records
internal import Summary

/// MedicationStatement, Immunization, Procedure, Device and DeviceUseStatement.
extension IPSBuilder {
  func medicine(_ medicine: Record) -> Resource {
    var statement = start("MedicationStatement", medicine)
    statement.addProfiles([Self.profile("MedicationStatement")])
    let statuses = [
      "current": "active", "stopped": "stopped", "completed": "completed",
      "on-hold": "on-hold", "planned": "intended", "not-taken": "not-taken",
      "unknown": "unknown",
    ]
    let status = medicine.words("status").flatMap { statuses[$0] }
    let isTaken = medicine.isTaken(on: summary.madeOn)
    statement["status"] = .string(status ?? (isTaken ? "active" : "unknown"))
    var name = medicine.coded("name") ?? Coded("not named")
    if let strength = medicine.words("strength"), !name.text.contains(strength) {
      name.text += " \(strength)"
    }
    statement["medicationCodeableConcept"] = FHIR.concept(name)
    statement["subject"] = patient
    let (start, stop) = (medicine.when("start"), medicine.when("stop"))
    let first = start?.words == nil ? start?.start : nil
    let last = stop?.words == nil ? stop?.start ?? stop?.end ?? start?.end : nil
    if let period = FHIRTime.period(first, last) {
      statement["effectivePeriod"] = period
    } else {
      statement["_effectiveDateTime"] = FHIR.unknown
    }
    statement.set("dateAsserted", dateTime: medicine.when("written"))
    if medicine.provenance.origin == .person { statement["informationSource"] = patient }
    statement.set("reasonCode", concepts: medicine.concepts("reason"))
    var dosage = JSONObject()
    dosage["text"] = FHIR.string(medicine.words("dose"))
    dosage["route"] = medicine.coded("route").map { FHIR.concept($0) }
    if !dosage.isEmpty { statement["dosage"] = [.object(dosage)] }
    statement.note([
      medicine.noted("form", "form"), medicine.noted("type", "kind"),
      medicine.noted("stopReason", "stopped because"),
      medicine.noted("prescriber", "prescribed by"),
      medicine.noted("teamKnows", "known to"), start?.words.map { "since \($0)" },
      stop?.words.map { "stopped \($0)" },
    ])
    return statement
  }

  func vaccine(_ vaccine: Record) -> Resource {
    var immunization = start("Immunization", vaccine)
    immunization.addProfiles([Self.profile("Immunization")])
    let status = vaccine.words("status") == "not-done" ? "not-done" : "completed"
    immunization["status"] = .string(status)
    immunization["statusReason"] = vaccine.words("statusReason").map { FHIR.concept($0) }
    immunization["vaccineCode"] = FHIR.concept(vaccine.coded("name") ?? Coded("not named"))
    immunization["patient"] = patient
    let when = vaccine.when("date")
    // Immunization has no period: what began then, was given then. Its date may be words, which
    // more systems can read than a missing date with an extension.
    let occurrence = when.map { When(start: $0.start, words: $0.words) }
    immunization.set(
      "occurrence",
      choice: occurrence?.date == nil && occurrence?.words == nil
        ? When(words: "date not known") : occurrence, allowsString: true)
    immunization["location"] = FHIR.named(vaccine.words("place"))
    immunization["manufacturer"] = FHIR.named(vaccine.words("maker"))
    immunization.set("lotNumber", text: vaccine.words("lot"))
    immunization["site"] = vaccine.words("site").map { FHIR.concept($0) }
    immunization["route"] = vaccine.coded("route").map { FHIR.concept($0) }
    immunization["performer"] = FHIR.named(vaccine.words("who")).map { [["actor": $0]] }
    immunization["protocolApplied"] = FHIR.string(vaccine.words("dose"))
      .map { [["doseNumberString": $0]] }
    return immunization
  }

  func procedure(_ step: Record) -> Resource {
    var procedure = start("Procedure", step)
    var profiles = [Self.profile("Procedure")]
    procedure["status"] = .string(procedureStatus(step))
    procedure["statusReason"] = step.words("statusReason").map { FHIR.concept($0) }
    let name = step.coded("name") ?? Coded("not named")
    procedure["code"] = FHIR.concept(name)
    procedure["category"] = step.coded("category").map { FHIR.concept($0) }
    if step.words("type") == "surgery" {
      procedure["category"] = FHIR.concept(CodeSystem.snomed, "387713003", "surgery")
    }
    procedure["subject"] = patient
    procedure.set(
      "performed", choice: performed(step), allowsString: true, isRequired: true)
    procedure["performer"] = FHIR.named(step.words("who")).map { [["actor": $0]] }
    procedure["location"] = FHIR.named(step.words("place"))
    procedure.set("reasonCode", concepts: step.concepts("reason"))
    procedure.set("bodySite", concepts: step.concepts("bodySite"))
    procedure["outcome"] = step.coded("outcome").map { FHIR.concept($0) }
    procedure.set("complication", concepts: step.concepts("complication"))
    if step.kind == .treatment {
      if let tumor = onlyTumor { procedure["reasonReference"] = [FHIR.reference(id(tumor))] }
      addGoal(step, to: &procedure)
      let isCoded = name.codings.contains { coding in
        guard let system = coding.system, let code = coding.code else { return false }
        return CodeTable.shared.group(of: system, code) == .cancerSurgery
      }
      // mCODE: a surgical code, when it was done, and for what.
      if isCoded, procedure["performedDateTime"] != nil || procedure["performedPeriod"] != nil,
        procedure["reasonReference"] != nil || procedure["reasonCode"] != nil
      {
        profiles.append(Self.cancerProfile("cancer-related-surgical-procedure"))
      }
    }
    procedure.addProfiles(profiles)
    procedure.note(notes(step))
    return procedure
  }

  private func procedureStatus(_ step: Record) -> String {
    let words = [
      "done": "completed", "current": "in-progress", "planned": "preparation",
      "stopped": "stopped", "not-done": "not-done", "completed": "completed",
      "in-progress": "in-progress", "preparation": "preparation", "on-hold": "on-hold",
    ]
    return step.words("status").flatMap { words[$0] } ?? "unknown"
  }

  private func performed(_ step: Record) -> When? {
    guard step.kind == .treatment else { return step.when("date") }
    let (start, end) = (step.when("start"), step.when("end"))
    guard let start, start.words == nil, let end, end.words == nil else { return start ?? end }
    return When(start: start.start, end: end.start ?? end.end, isPeriod: true)
  }

  private func addGoal(_ step: Record, to procedure: inout Resource) {
    let codes = [
      "curative": "373808002", "palliative": "363676003", "supportive": "399707004",
      "diagnostic": "261004008",
    ]
    guard let goal = step.words("goal"), let code = codes[goal] else { return }
    procedure["extension"] = [
      [
        "url": .string(Self.cancerProfile("procedure-intent")),
        "valueCodeableConcept": FHIR.concept(CodeSystem.snomed, code, step.spoken("goal")),
      ]
    ]
  }

  private func notes(_ step: Record) -> [String?] {
    let fields = [
      ("type", "kind of treatment"), ("approach", "approach"), ("findings", "found"),
      ("nodesExamined", "lymph nodes removed"), ("nodesPositive", "lymph nodes with tumor"),
      ("margins", "margins"), ("dose", "dose"), ("cyclesPlanned", "cycles planned"),
      ("cyclesGiven", "cycles given"), ("cycle", "cycle"), ("medicines", "medicines"),
      ("activity", "activity a cycle"), ("totalActivity", "activity in all"),
      ("radiationArea", "area"), ("radiationDose", "radiation dose"), ("fractions", "fractions"),
      ("trialTitle", "trial"), ("trialNumber", "trial number"), ("response", "response"),
      ("sideEffects", "side effects"), ("goal", "goal"), ("choiceReason", "why chosen"),
      ("teamTold", "care team knows"), ("teamKnows", "known to"),
    ]
    return fields.map { step.noted($0.0, $0.1) }
  }

  /// The device, and that the patient uses it: the Device is added, its use returned.
  mutating func device(_ record: Record) -> Resource {
    var device = start("Device", record, "device")
    device.addProfiles([Self.profile("Device")])
    if let carrier = FHIR.string(record.words("carrier")) {
      device["udiCarrier"] = [["carrierHRF": carrier]]
    } else if let identifier = FHIR.string(record.words("deviceIdentifier")) {
      device["udiCarrier"] = [["deviceIdentifier": identifier]]
    }
    device["status"] = record.word("status", oneOf: ["active", "inactive", "unknown"])
      .map { .string($0) }
    device.set("manufacturer", text: record.words("maker"))
    device.set("manufactureDate", dateTime: record.when("made"))
    device.set("expirationDate", dateTime: record.when("expires"))
    device.set("lotNumber", text: record.words("lot"))
    device.set("serialNumber", text: record.words("serial"))
    device.set("modelNumber", text: record.words("model"))
    device["type"] = FHIR.concept(record.coded("name") ?? Coded(record.title))
    device["patient"] = patient
    let reference = add(device)

    var use = start("DeviceUseStatement", record)
    use.addProfiles([Self.profile("DeviceUseStatement")])
    let status = record.word(
      "status", oneOf: ["active", "completed", "intended", "stopped", "on-hold"])
    use["status"] = .string(status ?? "active")
    use["subject"] = patient
    use.set("timing", choice: record.when("date"), isRequired: true)
    use["device"] = reference
    use.set("reasonCode", concepts: record.concepts("reason"))
    use["bodySite"] = record.coded("bodySite").map { FHIR.concept($0) }
    return use
  }
}
