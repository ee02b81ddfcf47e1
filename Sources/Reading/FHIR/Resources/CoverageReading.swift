internal import JSON
internal import Records

/// Coverage → insurance policy, with the numbers of the card (CARIN Digital Insurance Card).
enum CoverageReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var policy = Draft(.coverage)
    let payers = json.list("payor") + json.list("insurer")
    let insurers = file.references.companies(payers, from: resource)
    let type = json.concept("type")
    var classes = Classes(json)
    policy.texts("insurer", insurers.isEmpty ? [type?.text ?? "not named"] : insurers)
    policy.coded("type", type)
    policy.text("plan", classes.take("plan", named: true))
    policy.text("groupId", classes.take("group") ?? json["grouping"]?.text("group"))
    policy.text("rxBin", classes.take("rxbin"))
    policy.text("rxPcn", classes.take("rxpcn"))
    policy.text("rxGroup", classes.take("rxgroup") ?? classes.take("rxgrp"))
    policy.text("rxId", classes.take("rxid"))
    policy.texts("classes", classes.rest)
    policy.text("memberId", memberNumber(json))
    policy.text("subscriber", file.references.name(json["subscriber"], from: resource))
    policy.text("subscriberId", json.text("subscriberId"))
    policy.text("dependent", json.text("dependent"))
    policy.coded("relation", json.concept("relationship"))
    let period = json.period("period")
    policy.when("start", period?.onlyStart)
    policy.when("end", period?.onlyEnd)
    policy.text("order", json.text("order"))
    policy.text("network", json.text("network"))
    policy.text("status", json.text("status"))
    policy.parts("costs", json.list("costToBeneficiary").compactMap { cost($0) })
    addPayer(payers, resource, file, to: &policy)
    policy.note(
      json.fhirExtension("C4DIC-AdditionalCardInformation-extension")?["valueAnnotation"]?
        .text("text"))
    return .record(policy)
  }

  private static func memberNumber(_ json: JSONValue) -> String? {
    let numbers = json.list("identifier")
    let member = numbers.first { number in
      number.concept("type")?.codings.contains { $0.code == "MB" } == true
    }
    return (member ?? numbers.first)?.text("value") ?? json.text("subscriberId")
  }

  private static func cost(_ json: JSONValue) -> Part? {
    guard let name = json.concept("type"),
      let amount = json.choice("value").flatMap({ Quantity(json: $0.value) })
    else { return nil }
    return Part(name, .quantity(amount))
  }

  /// The insurer's phone and number; its own record would say nothing more.
  private static func addPayer(
    _ payers: [JSONValue], _ resource: Resource, _ file: FHIRFile, to policy: inout Draft
  ) {
    let companies = payers.compactMap { file.references.resolve($0, from: resource) }
      .filter { $0.type == "Organization" }
    var phones: [String] = []
    for company in companies {
      company.isUsed = true
      let contacts = company.json.list("contact").flatMap { Contact.phones($0) }
      for phone in Contact.phones(company.json) + contacts where !phones.contains(phone) {
        phones.append(phone)
      }
    }
    policy.texts("phone", phones)
    policy.text("payerId", companies.first?.json.list("identifier").first?.text("value"))
  }
}

/// The `class` list of a coverage: each may be taken once, the rest is kept in words.
private struct Classes {
  private var parts: [(type: String, words: String, value: String?, name: String?)]

  init(_ json: JSONValue) {
    parts = json.list("class").map { part in
      let type = part.concept("type")
      return (
        (type?.codings.first?.code ?? type?.text ?? "").lowercased(), type?.text ?? "",
        part.text("value"), part.text("name")
      )
    }
  }

  /// The value of that class; for a plan its name, when it has one.
  mutating func take(_ type: String, named: Bool = false) -> String? {
    guard let index = parts.firstIndex(where: { $0.type == type }) else { return nil }
    let part = parts[index]
    // A name beside a number stays among the rest, so that neither is lost.
    if part.value == nil || part.name == nil || part.value == part.name {
      parts.remove(at: index)
    } else {
      parts[index].type = ""
    }
    return named ? part.name ?? part.value : part.value ?? part.name
  }

  var rest: [String] {
    parts.compactMap { part in
      let value = [part.value, part.name].compactMap(\.self).joined(separator: ", ")
      return value.isEmpty ? nil : part.words.isEmpty ? value : "\(part.words): \(value)"
    }
  }
}
