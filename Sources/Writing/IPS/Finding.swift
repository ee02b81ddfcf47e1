internal import Codes
internal import JSON
internal import Records
internal import Summary

/// Observation and DiagnosticReport.
extension IPSBuilder {
  private static let statuses: Set = [
    "registered", "preliminary", "final", "amended", "corrected", "unknown",
  ]

  /// A laboratory result, a vital sign or a habit.
  mutating func observation(_ record: Record) -> Resource {
    var observation = start("Observation", record)
    observation["status"] = .string(record.word("status", oneOf: Self.statuses) ?? "final")
    let category =
      switch record.kind {
      case .vitalSign: "vital-signs"
      case .habit: "social-history"
      default: "laboratory"
      }
    let others = record.concepts("category").filter {
      !$0.has(category, in: CodeSystem.observationCategory)
    }
    observation.set(
      "category",
      [FHIR.concept(CodeSystem.observationCategory, category)] + others.map { FHIR.concept($0) })
    let name = record.coded(record.kind == .habit ? "what" : "name") ?? Coded("not named")
    observation["code"] = FHIR.concept(name)
    observation["subject"] = patient
    observation.set("effective", choice: record.when("date"), isRequired: true)
    observation.set("issued", instant: record.when("issued")?.start)
    observation.set("performer", performers(record))
    addValue(record, to: &observation)
    observation["interpretation"] = record.coded("flag").map { [FHIR.concept($0)] }
    observation["bodySite"] = record.coded("bodySite").map { FHIR.concept($0) }
    observation["method"] = record.coded("method").map { FHIR.concept($0) }
    observation["specimen"] = FHIR.named(record.words("specimen"))
    if case .range(let range) = record["range"] {
      observation["referenceRange"] = Self.range(range)
    }
    addProfile(record, name, to: &observation)
    observation.note([
      record.when("date")?.words.map { "date: \($0)" }, record.noted("preparation", "preparation"),
      record.kind == .habit ? record.noted("packYears", "pack-years") : nil,
      record.when("quit").map { "stopped: \($0.spelled)" }, record.noted("advice", "advice"),
      record["value"] != nil || record["finding"] != nil
        ? record.noted("conclusion", "report") : nil,
    ])
    return observation
  }

  /// The laboratory where it is named, else who tells: the patient. IPS wants one of them.
  private mutating func performers(_ record: Record) -> [JSONValue] {
    let names = record.list(record.kind == .result ? "laboratory" : "who").map(\.words)
    let found = names.compactMap { organization($0) }
    return found.isEmpty ? [patient] : found
  }

  private func addValue(_ record: Record, to observation: inout Resource) {
    if record.kind == .habit, let status = Tobacco.status(record) {
      observation["valueCodeableConcept"] = status
    } else if let quantity = record.quantity("value") {
      if let value = FHIR.quantity(quantity) {
        observation["valueQuantity"] = value
      } else {
        observation["valueString"] = FHIR.string(quantity.printed)
      }
    } else if let finding = record.coded("finding") {
      observation["valueCodeableConcept"] = FHIR.concept(finding)
    } else if let words = FHIR.string(record.words("status")), record.kind == .habit {
      observation["valueString"] = words
    } else if let words = FHIR.string(record.words("conclusion")) {
      observation["valueString"] = words
    }
    let parts = record.list("parts").compactMap { value -> JSONValue? in
      guard case .part(let part) = value else { return nil }
      return Self.component(part)
    }
    observation.set("component", parts)
    let hasValue = ["valueQuantity", "valueCodeableConcept", "valueString"].contains {
      observation[$0] != nil
    }
    if !hasValue, parts.isEmpty {
      observation["dataAbsentReason"] =
        record.coded("absent").map { FHIR.concept($0) }
        ?? FHIR.concept(CodeSystem.dataAbsentReason, "unknown")
    }
  }

  private static func component(_ part: Part) -> JSONValue {
    var component: JSONObject = ["code": FHIR.concept(part.name)]
    switch part.value {
    case .quantity(let quantity):
      if let value = FHIR.quantity(quantity) {
        component["valueQuantity"] = value
      } else {
        component["valueString"] = FHIR.string(quantity.printed)
      }
    case .coded(let coded): component["valueCodeableConcept"] = FHIR.concept(coded)
    default: component["valueString"] = FHIR.string(part.value.words)
    }
    // ips-3: a part without a value says why.
    if component.count == 1 {
      component["dataAbsentReason"] = FHIR.concept(CodeSystem.dataAbsentReason, "unknown")
    }
    return .object(component)
  }

  /// The laboratory's range, as printed, and its ends where they are numbers.
  private static func range(_ range: ReferenceRange) -> JSONValue? {
    var object = JSONObject()
    // A comparator is not allowed in the ends of a range (SimpleQuantity).
    object["low"] = range.low.flatMap { $0.comparator == nil ? FHIR.quantity($0) : nil }
    object["high"] = range.high.flatMap { $0.comparator == nil ? FHIR.quantity($0) : nil }
    object["text"] = FHIR.string(range.printed)
    return object.isEmpty ? nil : [.object(object)]
  }

  private func addProfile(_ record: Record, _ name: Coded, to observation: inout Resource) {
    let isDated = observation["effectiveDateTime"] != nil || observation["effectivePeriod"] != nil
    switch record.kind {
    case .result:
      var profiles = [Self.profile("Observation-results-laboratory-pathology")]
      let isMarker = name.codings.contains { coding in
        guard let system = coding.system, let code = coding.code else { return false }
        return CodeTable.shared.group(of: system, code) == .tumorMarker
      }
      if isMarker, observation["dataAbsentReason"] == nil {
        profiles.append(Self.cancerProfile("tumor-marker-test"))
      }
      observation.addProfiles(profiles)
    case .habit where name.has("72166-2", in: CodeSystem.loinc) && isDated:
      // The profile has a value from its own list, and no components.
      if observation["valueCodeableConcept"] != nil, observation["component"] == nil,
        observation["effectiveDateTime"] != nil
      {
        observation.addProfiles([Self.profile("Observation-tobaccouse")])
      }
    default: break
    }
  }

  /// Ki-67, mitoses and the like, which a person copied from the pathology report.
  mutating func pathologyFacts(_ tumor: Record) -> [Resource] {
    let facts: [(String, Coded)] = [
      ("ki67", Coded("Ki-67", [Coding(system: CodeSystem.loinc, code: "29593-1")])),
      ("mitoses", Coded("mitoses")), ("necrosis", Coded("necrosis")),
      ("size", Coded("size of the tumor", [Coding(system: CodeSystem.loinc, code: "21889-1")])),
      ("margins", Coded("margins")), ("nodesExamined", Coded("lymph nodes looked at")),
      ("nodesPositive", Coded("lymph nodes with tumor")),
    ]
    return facts.compactMap { field, name in
      guard let words = FHIR.string(tumor.spoken(field)) else { return nil }
      var fact = Resource("Observation", id(tumor, field))
      fact.addProfiles([Self.profile("Observation-results-laboratory-pathology")])
      fact["status"] = "final"
      fact["category"] = [FHIR.concept(CodeSystem.observationCategory, "laboratory")]
      fact["code"] = FHIR.concept(name)
      fact["subject"] = patient
      fact["focus"] = [FHIR.reference(id(tumor))]
      fact.set("effective", choice: tumor.when, isRequired: true)
      fact["performer"] = [patient]
      if let size = tumor.quantity(field), let value = FHIR.quantity(size) {
        fact["valueQuantity"] = value
      } else {
        fact["valueString"] = words
      }
      return fact
    }
  }

  /// mCODE wants to know by which edition a stage group was found, and of which tumor.
  func stageGroup(_ tumor: Record) -> Resource? {
    guard let group = tumor.words("stageGroup"), let edition = tumor.words("stageEdition") else {
      return nil
    }
    let codes = ["clinical": "399537006", "pathological": "399588009"]
    let methods = [("9th", "1269566009"), ("8th", "897275008"), ("7th", "443830009")]
    let method = methods.first { edition.contains("AJCC") && edition.contains($0.0) }
    var stage = Resource("Observation", id(tumor, "stage group"))
    stage.addProfiles([Self.cancerProfile("tnm-stage-group")])
    stage["status"] = "final"
    stage["category"] = [FHIR.concept(CodeSystem.observationCategory, "laboratory")]
    stage["code"] = FHIR.concept(
      CodeSystem.snomed, tumor.words("stageType").flatMap { codes[$0] } ?? "399390009",
      "stage group")
    stage["subject"] = patient
    stage["focus"] = [FHIR.reference(id(tumor))]
    stage.set("effective", choice: tumor.when, isRequired: true)
    stage["performer"] = [patient]
    stage["valueCodeableConcept"] = FHIR.concept(group)
    stage["method"] =
      method.map { FHIR.concept(CodeSystem.snomed, $0.1, edition) }
      ?? FHIR.concept(edition)
    return stage
  }

  /// A scan or pathology report with its conclusion.
  mutating func report(_ record: Record) -> Resource {
    var report = start("DiagnosticReport", record)
    report.addProfiles([Self.profile("DiagnosticReport")])
    report["status"] = .string(record.word("status", oneOf: Self.statuses) ?? "final")
    let isScan = record.kind == .imaging
    report["category"] = [FHIR.concept(CodeSystem.diagnosticSection, isScan ? "RAD" : "PAT")]
    if let number = FHIR.string(record.words("number")) {
      report["identifier"] = [["value": number]]
    }
    report["code"] = FHIR.concept(record.coded("name") ?? Coded(record.title))
    report["subject"] = patient
    report.set("effective", choice: record.when("date"), isRequired: true)
    report.set("issued", instant: record.when("issued")?.start)
    let names = record.list(isScan ? "place" : "laboratory").map(\.words)
    report.set("performer", names.compactMap { organization($0) })
    let words = [
      record.words("conclusion"), record.noted("markers", "markers"),
      record.noted("tracer", "radiopharmaceutical"), record.noted("contrast", "contrast"),
      record.noted("comparedWith", "compared with"), record.noted("imagesAt", "images"),
    ].compactMap { $0 }
    report.set("conclusion", text: words.joined(separator: "\n"))
    return report
  }
}
