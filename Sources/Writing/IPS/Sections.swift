internal import CarePlan
internal import Codes
internal import JSON
internal import Records
internal import Summary

/// The sections of the composition, filled from the lines of the summary.
extension IPSBuilder {
  typealias Group = (part: SummaryPart, lines: [Line])

  mutating func sections() -> [JSONValue] {
    SectionCode.allCases.compactMap { code in
      let groups = self.groups(code).filter { !$0.lines.isEmpty }
      guard code.isRequired || !groups.isEmpty else { return nil }
      let entries = fill(code, groups)
      var section: JSONObject = [
        "title": .string(code.title),
        "code": FHIR.concept(CodeSystem.loinc, code.rawValue),
        "text": Narrative.text(
          Narrative.body(
            groups, empty: "There is no information about \(code.title.lowercased()).", summary)),
      ]
      if !entries.isEmpty {
        section["entry"] = .array(entries)
      } else if code.isRequired {
        section["emptyReason"] = emptyReason(code)
      }
      return .object(section)
    }
  }

  private func lines(_ part: SummaryPart, _ kinds: Kind...) -> Group {
    let lines = summary.parts[part] ?? []
    return (part, kinds.isEmpty ? lines : lines.filter { kinds.contains($0.kind) })
  }

  /// Which lines of the summary a section tells.
  private func groups(_ code: SectionCode) -> [Group] {
    switch code {
    case .allergies: [lines(.alerts, .allergy)]
    case .problems: [lines(.diagnosis, .diagnosis), lines(.story, .lateEffect)]
    case .medications: [lines(.medicines)]
    case .alerts: [lines(.alerts, .alert)]
    case .results:
      [
        lines(.diagnosis, .result), lines(.results, .result), lines(.pathology), lines(.scans),
      ]
    case .procedures: [lines(.story, .treatment, .procedure), lines(.past, .procedure)]
    case .immunizations: [lines(.past, .vaccine)]
    case .devices: [lines(.past, .device)]
    case .vitalSigns: [lines(.results, .vitalSign)]
    case .pastProblems: [lines(.past, .diagnosis, .encounter)]
    case .socialHistory: [lines(.past, .habit)]
    case .planOfCare: [lines(.due), lines(.past, .plan)]
    case .advanceDirectives: [(.wishes, (summary.parts[.wishes] ?? []).filter(isDirective))]
    case .patientStory:
      [
        lines(.oneLine), (.wishes, (summary.parts[.wishes] ?? []).filter { !isDirective($0) }),
        lines(.questions),
        (.personal, (summary.parts[.personal] ?? []).filter { $0.kind != .coverage }),
        lines(.sources), lines(.missing),
      ]
    case .familyHistory: [lines(.past, .familyHistory)]
    case .careTeam: [lines(.call)]
    case .insurance: [lines(.personal, .coverage)]
    }
  }

  /// The resources of the records behind the lines. A test that was done often gives its newest
  /// values only; the narrative says how often.
  private mutating func fill(_ code: SectionCode, _ groups: [Group]) -> [JSONValue] {
    var seen: Set<RecordID> = []
    let records = groups.flatMap(\.lines).flatMap { $0.records.prefix(6) }
      .filter { seen.insert($0).inserted }.compactMap { record($0) }
    switch code {
    case .planOfCare:
      let dues = Due.all(in: summary.records, today: summary.madeOn)
      let checks = dues.isEmpty ? [] : [add(followUps(dues))]
      return checks + records.filter { $0.kind == .plan }.map { add(plan($0)) }
    case .careTeam: return records.isEmpty ? [] : [add(careTeam(records))]
    case .advanceDirectives:
      return groups.flatMap(\.lines).compactMap { line in
        line.records.first.flatMap { record($0) ?? summary.person }.map { record in
          add(consent(record, words: line.sentence, date: record.kind == .wish ? record.when : nil))
        }
      }
    case .patientStory:
      return summary.sources.map { add(source($0.number, $0.words, $0.key.text)) }
    default: break
    }
    let found = records.flatMap { resources(of: $0) }
    guard found.isEmpty, let answer = records.first(where: { $0.kind == .absence }),
      let none = absence(answer)
    else { return found }
    return [add(none)]
  }

  private mutating func resources(of record: Record) -> [JSONValue] {
    switch record.kind {
    case .diagnosis:
      let condition = add(condition(record))
      for fact in pathologyFacts(record) { add(fact) }
      return [condition]
    case .lateEffect: return [add(effect(record))]
    case .allergy: return [add(allergy(record))]
    case .alert: return [add(flag(record))]
    case .medicine: return [add(medicine(record))]
    case .vaccine: return [add(vaccine(record))]
    case .treatment, .procedure: return [add(procedure(record))]
    case .device: return [add(device(record))]
    case .result, .vitalSign, .habit: return [add(observation(record))]
    case .imaging, .pathology: return [add(report(record))]
    case .familyHistory: return [add(relative(record))]
    case .coverage: return [add(coverage(record))]
    default: return []
    }
  }

  /// True for a line about papers and about who may decide; other wishes are the patient's story.
  private func isDirective(_ line: Line) -> Bool {
    guard let id = line.records.first, let record = record(id) else { return false }
    if record.kind == .person { return line.sentence.contains("Advance directive") }
    return ["whoDecides", "paper", "careChoice"].contains { record.words($0) != nil }
  }

  /// "None known" as a resource (IPS "Empty sections and missing data"). Other answers are no fact.
  private func absence(_ answer: Record) -> Resource? {
    let isNone = answer.words("answer") == "none-known"
    let wording = answer.coded("wording").map { FHIR.concept($0) }
    let isPartly = answer.words("answer") == "none known of this sort" && wording != nil
    guard isNone || isPartly else { return nil }
    func code(_ code: String, _ words: String) -> JSONValue {
      isPartly ? wording ?? .null : FHIR.concept(CodeSystem.snomed, code, words)
    }
    switch answer.words("of") {
    case "allergy":
      var resource = start("AllergyIntolerance", answer)
      resource["clinicalStatus"] = FHIR.concept(CodeSystem.allergyClinical, "active")
      resource["code"] = code("716186003", "No known allergy")
      resource["patient"] = patient
      return resource
    case "diagnosis":
      var resource = start("Condition", answer)
      resource["clinicalStatus"] = FHIR.concept(CodeSystem.conditionClinical, "active")
      resource["category"] = [FHIR.concept(CodeSystem.conditionCategory, "problem-list-item")]
      resource["code"] = code("160245001", "No current problems")
      resource["subject"] = patient
      return resource
    case "medicine":
      var resource = start("MedicationStatement", answer)
      resource["status"] = "unknown"
      resource["medicationCodeableConcept"] = code("787481004", "No known medicines")
      resource["subject"] = patient
      resource["_effectiveDateTime"] = FHIR.unknown
      return resource
    case "procedure", "treatment":
      var resource = start("Procedure", answer)
      resource["status"] = "unknown"
      resource["code"] = code("787480003", "No known procedures")
      resource["subject"] = patient
      resource["_performedDateTime"] = FHIR.unknown
      return resource
    case "vaccine":
      var resource = start("Immunization", answer)
      resource["status"] = "not-done"
      resource["vaccineCode"] = code("787482006", "No known vaccinations")
      resource["patient"] = patient
      resource["occurrenceString"] = "date not known"
      return resource
    default: return nil
    }
  }

  private func emptyReason(_ code: SectionCode) -> JSONValue {
    let kind: Kind =
      switch code {
      case .allergies: .allergy
      case .problems: .diagnosis
      default: .medicine
      }
    let reason: (String, String)
    if summary.scope.leaveOut.contains(kind) {
      reason = ("withheld", "left out by the patient")
    } else if summary.records.contains(where: {
      $0.kind == .absence && $0.words("of") == kind.rawValue && $0.words("answer") == "unavailable"
    }) {
      reason = ("unavailable", "information unavailable")
    } else {
      reason = ("notasked", "not asked")
    }
    return FHIR.concept(CodeSystem.listEmptyReason, reason.0, reason.1)
  }
}
