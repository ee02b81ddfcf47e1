internal import CarePlan
internal import Codes
internal import JSON
internal import Records

/// CarePlan, CareTeam, Consent, Coverage and DocumentReference.
extension IPSBuilder {
  func plan(_ plan: Record) -> Resource {
    var resource = start("CarePlan", plan)
    let status = plan.word(
      "status", oneOf: ["draft", "active", "on-hold", "revoked", "completed", "unknown"])
    resource["status"] = .string(status ?? "unknown")
    let intent = plan.word("intent", oneOf: ["proposal", "plan", "order", "option"])
    resource["intent"] = .string(intent ?? "plan")
    let names = plan.concepts("name")
    resource.set("category", concepts: names)
    resource.set("title", text: names.first?.text)
    resource.set("description", text: plan.words("text"))
    resource["subject"] = patient
    if let when = plan.when("date"), when.words == nil {
      resource["period"] = FHIRTime.period(when.start, when.end)
    }
    resource.set(
      "activity",
      plan.concepts("activities").map { activity in
        ["detail": ["code": FHIR.concept(activity), "status": "unknown"]]
      })
    resource.note([
      plan.noted("who", "made by"), plan.noted("goals", "goals"), plan.noted("reason", "for"),
    ])
    return resource
  }

  /// All checks that somebody asked for, as one plan with one activity each.
  func followUps(_ dues: [Due]) -> Resource {
    var plan = Resource("CarePlan", id(role: "follow-up"))
    plan["status"] = "active"
    plan["intent"] = "plan"
    plan["title"] = "Follow-up as asked for"
    plan["subject"] = patient
    plan["author"] = patient
    plan.set(
      "activity",
      dues.map { due in
        let who = due.askedBy.map { "asked by \($0)" }
        let last = "last done: \(due.last?.spelled ?? "not known")"
        let day = due.spelledDay.map { "due \($0)" } ?? due.words
        let words = [due.every, day].compactMap { $0 }.joined(separator: "; ")
        var detail: JSONObject = ["code": FHIR.concept(due.what), "status": "not-started"]
        detail["scheduledString"] = FHIR.string(words)
        detail["description"] = FHIR.string([who, last].compactMap { $0 }.joined(separator: "; "))
        return ["detail": .object(detail)]
      })
    return plan
  }

  /// The people who help, each as a resource, and the team of them.
  mutating func careTeam(_ members: [Record]) -> Resource {
    var team = Resource("CareTeam", id(role: "care team"))
    team["status"] = "active"
    team["name"] = "Care team"
    team["subject"] = patient
    var participants: [JSONValue] = []
    for member in members {
      var participant: JSONObject = ["member": add(self.member(member))]
      let roles = member.concepts("role")
      if !roles.isEmpty { participant["role"] = .array(roles.map { FHIR.concept($0) }) }
      participants.append(.object(participant))
      for name in member.list("members") {
        if let named = FHIR.named(name.words) { participants.append(["member": named]) }
      }
    }
    team.set("participant", participants)
    return team
  }

  private func member(_ member: Record) -> Resource {
    let name = FHIR.string(member.words("name") ?? member.title) ?? "not named"
    let isClinic =
      member.words("name") == member.words("organization")
      || !member.list("members").isEmpty
    let type =
      member.words("relation") != nil ? "RelatedPerson" : isClinic ? "Organization" : "Practitioner"
    var resource = start(type, member)
    switch type {
    case "Organization": resource["name"] = name
    case "RelatedPerson":
      resource["patient"] = patient
      resource.set(
        "relationship", [member.words("relation")].compactMap { $0 }.map { FHIR.concept($0) })
      resource["name"] = [["text": name]]
    default:
      resource["name"] = [["text": name]]
      resource.set(
        "qualification", member.concepts("role").map { ["code": FHIR.concept($0)] })
    }
    resource.set("telecom", Self.contacts(member))
    let addresses = member.list("address").compactMap { FHIR.string($0.words) }
    resource.set("address", addresses.map { ["text": $0] })
    return resource
  }

  /// An advance directive: where the paper is and who may decide, in the patient's words.
  func consent(_ record: Record, words: String, date: When?) -> Resource {
    var consent = start("Consent", record, "directive")
    consent["status"] = "active"
    consent["scope"] = FHIR.concept(CodeSystem.consentScope, "adr", "Advance care directive")
    consent["category"] = [
      FHIR.concept(CodeSystem.consentCategory, "acd", "Advance care directive")
    ]
    consent["patient"] = patient
    consent.set("dateTime", dateTime: date?.words == nil ? date : nil)
    // ppc-1: a policy must stand here; it is what the patient says.
    consent["policyRule"] = FHIR.concept(words)
    return consent
  }

  func coverage(_ policy: Record) -> Resource {
    var coverage = start("Coverage", policy)
    let status = policy.word("status", oneOf: ["active", "cancelled", "draft"])
    coverage["status"] = .string(status ?? "active")
    coverage["type"] = policy.coded("type").map { FHIR.concept($0) }
    coverage.set("subscriberId", text: policy.words("subscriberId") ?? policy.words("memberId"))
    coverage["beneficiary"] = patient
    coverage.set("dependent", text: policy.words("dependent"))
    coverage["relationship"] = policy.coded("relation").map { FHIR.concept($0) }
    let (start, end) = (policy.when("start"), policy.when("end"))
    coverage["period"] = FHIRTime.period(start?.start, end?.start ?? end?.end)
    let payers = policy.list("insurer").compactMap { FHIR.named($0.words) }
    coverage["payor"] = .array(payers.isEmpty ? [["display": "not named"]] : payers)
    let classes = [
      ("groupId", "group"), ("plan", "plan"), ("rxBin", "rxbin"), ("rxPcn", "rxpcn"),
      ("rxGroup", "rxgroup"), ("rxId", "rxid"),
    ]
    coverage.set(
      "class",
      classes.compactMap { field, code in
        FHIR.string(policy.words(field)).map { value in
          ["type": FHIR.concept(CodeSystem.coverageClass, code), "value": value]
        }
      })
    coverage.set("network", text: policy.words("network"))
    return coverage
  }

  /// A file that facts stand on: its title, not its bytes.
  func source(_ number: Int, _ words: String, _ key: String) -> Resource {
    var document = Resource("DocumentReference", id(role: "source \(key)"))
    document["status"] = "current"
    document["subject"] = patient
    document.set("description", text: "D\(number) \(words)")
    document["content"] = [["attachment": ["title": FHIR.string(words) ?? "document"]]]
    return document
  }
}
