internal import JSON
internal import Records

/// MedicationRequest, MedicationStatement and MedicationAdministration → medicine.
enum MedicineReading {
  static func request(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    guard var medicine = start(resource, in: file) else { return none(resource, in: file) }
    let intent = json.text("intent")
    var status = json.status("status").map { requestStatus[$0] ?? $0 }
    if intent == "proposal" || intent == "plan", status == "current" { status = "planned" }
    if json["doNotPerform"]?.bool == true {
      status = "not-taken"
      medicine.text("intent", "not to be taken")
    } else {
      medicine.text("intent", intent)
    }
    medicine.choice("status", status)
    medicine.when("written", json.moment("authoredOn") ?? json.moment("dateWritten"))
    let prescriber = json["requester"] ?? json["prescriber"]
    medicine.text(
      "prescriber", file.references.name(prescriber?["agent"] ?? prescriber, from: resource))
    let supply = json["dispenseRequest"]
    medicine.quantity("amount", supply?.quantity("quantity"))
    let course = json.list("dosageInstruction").lazy.compactMap { dosage in
      dosage["timing"]?["repeat"]?.period("boundsPeriod")
    }.first
    medicine.when("start", course?.onlyStart)
    medicine.when("stop", course?.onlyEnd ?? json.moment("dateEnded"))
    return .record(medicine)
  }

  static func statement(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    guard var medicine = start(resource, in: file) else { return none(resource, in: file) }
    var status = json.status("status").map { statementStatus[$0] ?? $0 }
    // STU3 kept "taken" beside the status; DSTU2 had "wasNotTaken".
    if json.status("taken") == "n" || json["wasNotTaken"]?.bool == true { status = "not-taken" }
    medicine.choice("status", status)
    let time = json.when("effective")
    medicine.when("start", time?.onlyStart)
    medicine.when("stop", time?.onlyEnd)
    medicine.when("written", json.moment("dateAsserted"))
    return .record(medicine)
  }

  static func administration(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    guard var medicine = start(resource, in: file) else { return none(resource, in: file) }
    medicine.choice("status", json.status("status").map { administrationStatus[$0] ?? $0 })
    let time = json.when("effective")
    medicine.when("start", time?.onlyStart)
    medicine.when("stop", time?.onlyEnd)
    let givers = json.list("performer").map { $0["actor"] ?? $0 }
    let names = file.references.names(givers, from: resource)
    if !names.isEmpty { medicine.note("Given by: \(names.joined(separator: ", "))") }
    return .record(medicine)
  }

  private static let requestStatus = [
    "active": "current", "on-hold": "on-hold", "cancelled": "not-taken", "completed": "completed",
    "stopped": "stopped", "draft": "planned", "unknown": "unknown",
  ]
  private static let statementStatus = [
    "active": "current", "completed": "completed", "intended": "planned", "stopped": "stopped",
    "on-hold": "on-hold", "unknown": "unknown", "not-taken": "not-taken",
  ]
  private static let administrationStatus = [
    "in-progress": "current", "not-done": "not-taken", "on-hold": "on-hold",
    "completed": "completed", "stopped": "stopped", "unknown": "unknown",
  ]

  /// What all three have in common; nil when it says that there are none.
  private static func start(_ resource: Resource, in file: FHIRFile) -> Draft? {
    let json = resource.json
    let drug = Drug.of(resource, in: file)
    if Absence.draft(of: "medicine", drug.name) != nil { return nil }
    var medicine = Draft(.medicine)
    medicine.coded("name", drug.name ?? Coded("not named"))
    medicine.text("form", drug.form)
    medicine.text("strength", drug.strength)
    let dosages = json.list("dosage") + json.list("dosageInstruction")
    medicine.text("dose", Dosage.words(dosages))
    medicine.coded("route", dosages.lazy.compactMap { $0.concept("route") }.first)
    medicine.codeds("category", json.concepts("category"))
    let reasons =
      file.references.reasons(resource, "reasonCode", "reasonReference")
      + json.concepts("reasonCodeableConcept") + json.concepts("reasonForUseCodeableConcept")
    medicine.codeds("reason", reasons)
    let why = json.concepts("statusReason") + json.concepts("reasonNotTaken")
    medicine.text("stopReason", why.map(\.text).joined(separator: ", "))
    medicine.note(json.annotations())
    return medicine
  }

  private static func none(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let drug = Drug.of(resource, in: file)
    let date = resource.json.moment("dateAsserted") ?? resource.json.moment("authoredOn")
    guard let absence = Absence.draft(of: "medicine", drug.name, date: date) else {
      return .skipped("names no medicine")
    }
    return .record(absence)
  }
}

/// The Medication behind a prescription, in line, contained or beside it.
struct Drug {
  private(set) var name: Coded?
  private(set) var form: String?
  private(set) var strength: String?

  private init(name: Coded?) { self.name = name }

  static func of(_ resource: Resource, in file: FHIRFile) -> Drug {
    switch resource.json.choice("medication") {
    case ("CodeableConcept", let json)?: return Drug(name: Coded(concept: json))
    case (_, let json)?:
      let words = json.text("display").map { Coded($0) }
      guard let medication = file.references.resolve(json, from: resource) else {
        return Drug(name: words)
      }
      medication.isUsed = true
      var drug = Drug(medication, in: file)
      drug.name = drug.name ?? words
      return drug
    case nil: return Drug(name: resource.json.concept("medication"))
    }
  }

  private init(_ medication: Resource, in file: FHIRFile) {
    let json = medication.json
    let ingredients = json.list("ingredient")
    let names = ingredients.compactMap { ingredient in
      ingredient.concept("itemCodeableConcept") ?? ingredient.concept("item")
        ?? ingredient["itemReference"].flatMap {
          file.references.concept($0, from: medication)
        }
    }
    name = json.concept("code") ?? Coded(joining: names)
    form = (json.concept("form") ?? json["product"]?.concept("form"))?.text
    let strengths = ingredients.compactMap { ingredient in
      (ingredient["strength"] ?? ingredient["amount"]).flatMap { Dosage.ratio($0) }
    }
    strength = strengths.joined(separator: " + ").nonEmpty
  }
}
