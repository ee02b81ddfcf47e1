internal import CarePlan
internal import Codes
internal import JSON
internal import Records

/// Condition, AllergyIntolerance, Flag and FamilyMemberHistory.
extension IPSBuilder {
  private static let clinical: Set = [
    "active", "recurrence", "relapse", "inactive", "remission", "resolved",
  ]
  private static let verification: Set = [
    "unconfirmed", "provisional", "differential", "confirmed", "refuted",
  ]

  mutating func condition(_ problem: Record) -> Resource {
    var condition = start("Condition", problem)
    var profiles = [Self.profile("Condition")]
    let resolved = problem.when("resolved")
    let status = problem.word("status", oneOf: Self.clinical) ?? resolved.map { _ in "resolved" }
    condition["clinicalStatus"] = status.map { FHIR.concept(CodeSystem.conditionClinical, $0) }
    condition["verificationStatus"] = problem.word("verification", oneOf: Self.verification)
      .map { FHIR.concept(CodeSystem.conditionVerification, $0) }
    condition["category"] = [FHIR.concept(CodeSystem.conditionCategory, "problem-list-item")]
    condition["severity"] = problem.coded("severity").map { FHIR.concept($0) }
    let name = problem.coded("name") ?? Coded("not named")
    condition["code"] = FHIR.concept(name)
    condition.set("bodySite", bodySites(problem))
    condition["subject"] = patient
    condition.set("onset", choice: problem.when("onset"), allowsString: true)
    // con-4: what is over is not active.
    if let status, ["inactive", "remission", "resolved"].contains(status) {
      condition.set("abatement", choice: resolved, allowsString: true)
    }
    condition.set("recordedDate", dateTime: problem.when("recorded"))
    if problem.provenance.origin == .person { condition["asserter"] = patient }
    var extensions: [JSONValue] = []
    if let day = problem.when("diagnosed")?.start {
      extensions.append([
        "url": "http://hl7.org/fhir/StructureDefinition/condition-assertedDate",
        "valueDateTime": .string(FHIRTime.dateTime(day)),
      ])
    }
    if let profile = cancerProfile(name) {
      profiles.append(Self.cancerProfile(profile))
      if profile == "primary-cancer-condition", let type = histology(problem, name) {
        extensions.append(type)
      }
    }
    condition.set("extension", extensions)
    condition.set("stage", stages(problem))
    condition.addProfiles(profiles)
    condition.note([
      problem.noted("stage", "stage as printed"), problem.noted("histology", "cell type"),
      problem.spoken("histologyWords").map { "pathologist's words: \($0)" },
      problem.noted("grade", "grade"), problem.noted("metastases", "spread to"),
      problem.noted("receptors", "somatostatin receptors"),
      problem.noted("hormones", "hormone symptoms"),
      problem.noted("syndrome", "carcinoid syndrome"), problem.noted("men1", "MEN1"),
      problem.noted("resectable", "can be removed"),
      problem.noted("recurrenceType", "return"), problem.noted("toldBy", "told by"),
    ])
    return condition
  }

  /// mCODE's primary and secondary conditions want a code of a malignant tumor (group-disease).
  private func cancerProfile(_ name: Coded) -> String? {
    for coding in name.codings {
      guard let system = coding.system, let code = coding.code else { continue }
      switch CodeTable.shared.group(of: system, code) {
      case .netSpread, .cancerSpread: return "secondary-cancer-condition"
      case .lungNET where code != "D3A.090" && system != CodeSystem.nciThesaurus,
        .neuroendocrineCarcinoma where system != CodeSystem.icdO3, .lungCancer:
        return "primary-cancer-condition"
      default: break
      }
    }
    return nil
  }

  /// The cell type as ICD-O-3, left out beside an ICD-10-CM code, which says it already.
  private func histology(_ problem: Record, _ name: Coded) -> JSONValue? {
    let codes = ["typical": "8240/3", "atypical": "8249/3"]
    guard let type = problem.words("histology"), let code = codes[type],
      name.code(in: CodeSystem.icd10CM) == nil
    else { return nil }
    return [
      "url": .string(Self.cancerProfile("histology-morphology-behavior")),
      "valueCodeableConcept": FHIR.concept(
        CodeSystem.icdO3, code, problem.spoken("histology")),
    ]
  }

  private func bodySites(_ problem: Record) -> [JSONValue] {
    var sites = problem.concepts("bodySite").map { FHIR.concept($0) }
    if sites.isEmpty, let site = problem.words("site") { sites = [FHIR.concept(site)] }
    let codes = ["left": "7771000", "right": "24028007", "both": "51440002"]
    guard case .object(var first)? = sites.first, let side = problem.words("side"),
      let code = codes[side]
    else { return sites }
    first["extension"] = [
      [
        "url": .string(Self.cancerProfile("laterality-qualifier")),
        "valueCodeableConcept": FHIR.concept(CodeSystem.snomed, code, problem.spoken("side")),
      ]
    ]
    sites[0] = .object(first)
    return sites
  }

  private mutating func stages(_ problem: Record) -> [JSONValue] {
    let words = [problem.words("stage"), problem.words("stageGroup")].compactMap { $0 }
    guard !words.isEmpty else { return [] }
    var stage: JSONObject = ["summary": FHIR.concept(words.joined(separator: ", "))]
    if let group = stageGroup(problem) { stage["assessment"] = [add(group)] }
    return [.object(stage)]
  }

  mutating func effect(_ effect: Record) -> Resource {
    var condition = start("Condition", effect)
    condition.addProfiles([Self.profile("Condition")])
    condition["category"] = [FHIR.concept(CodeSystem.conditionCategory, "problem-list-item")]
    if effect.words("status") == "present" {
      condition["clinicalStatus"] = FHIR.concept(CodeSystem.conditionClinical, "active")
    }
    condition["code"] = FHIR.concept(effect.coded("effect") ?? Coded("not named"))
    condition["subject"] = patient
    condition.set("onset", choice: effect.when("since"), allowsString: true)
    condition.note([
      effect.noted("status", "status"), effect.noted("of", "effect of"),
      effect.noted("watch", "watch for"), effect.noted("callWhen", "call when"),
      effect.noted("callWhom", "call"), effect.noted("saidBy", "told by"),
    ])
    return condition
  }

  func allergy(_ allergy: Record) -> Resource {
    var resource = start("AllergyIntolerance", allergy)
    resource.addProfiles([Self.profile("AllergyIntolerance")])
    // ait-1: there must be a clinical status.
    let status = allergy.word("status", oneOf: ["active", "inactive", "resolved"]) ?? "active"
    resource["clinicalStatus"] = FHIR.concept(CodeSystem.allergyClinical, status)
    resource["verificationStatus"] =
      allergy.word("verification", oneOf: ["unconfirmed", "confirmed", "presumed"])
      .map { FHIR.concept(CodeSystem.allergyVerification, $0) }
    resource["type"] = allergy.word("type", oneOf: ["allergy", "intolerance"])
      .map { .string($0) }
    let categories = (allergy.words("category") ?? "").split(separator: ",")
      .map { String($0).trimmedSpaces }
      .filter { ["food", "medication", "environment", "biologic"].contains($0) }
    resource.set("category", categories.map { .string($0) })
    resource["criticality"] =
      allergy.word("criticality", oneOf: ["low", "high", "unable-to-assess"])
      .map { .string($0) }
    resource["code"] = FHIR.concept(allergy.coded("substance") ?? Coded("not named"))
    resource["patient"] = patient
    resource.set("onset", choice: allergy.when("since"), allowsString: true)
    resource.set("recordedDate", dateTime: allergy.when("recorded"))
    if allergy.provenance.origin == .person { resource["asserter"] = patient }
    resource.set("lastOccurrence", dateTime: allergy.when("lastTime"))
    let signs = allergy.concepts("reaction")
    let severity = allergy.word("severity", oneOf: ["mild", "moderate", "severe"])
    if !signs.isEmpty {
      var reaction: JSONObject = ["manifestation": .array(signs.map { FHIR.concept($0) })]
      reaction["severity"] = severity.map { .string($0) }
      resource["reaction"] = [.object(reaction)]
    }
    if signs.isEmpty || severity == nil { resource.note([allergy.noted("severity", "severity")]) }
    return resource
  }

  func flag(_ alert: Record) -> Resource {
    var flag = start("Flag", alert)
    flag.addProfiles([Self.profile("Flag-alert")])
    flag["status"] = "active"
    flag["category"] = alert.words("category").map { [FHIR.concept($0)] }
    flag["code"] = FHIR.concept(alert.coded("text") ?? Coded("not named"))
    flag["subject"] = patient
    if let since = alert.when("since"), since.words == nil {
      flag["period"] = FHIRTime.period(since.start, since.end)
    }
    if alert.provenance.origin == .person { flag["author"] = patient }
    return flag
  }

  func relative(_ relative: Record) -> Resource {
    var history = start("FamilyMemberHistory", relative)
    let status = relative.word("status", oneOf: ["partial", "completed", "health-unknown"])
    history["status"] = .string(status ?? "partial")
    history["patient"] = patient
    history.set("date", dateTime: relative.when("date"))
    history["relationship"] = FHIR.concept(relative.words("relation") ?? "relative")
    if let died = relative.word("deceased", oneOf: ["yes", "no"]) {
      history["deceasedBoolean"] = .bool(died == "yes")
    }
    let age = FHIR.string(relative.words("age"))
    history.set(
      "condition",
      relative.concepts("condition").map { illness in
        var condition: JSONObject = ["code": FHIR.concept(illness)]
        condition["onsetString"] = age
        return .object(condition)
      })
    return history
  }
}
