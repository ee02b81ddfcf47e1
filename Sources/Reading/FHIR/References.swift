internal import JSON
internal import Records

/// Finds what a reference points at (hl7.org/fhir/R4/bundle#references): by `fullUrl`, by
/// `Type/id`, inside the same resource, or by identifier.
final class References {
  private var byURL: [String: Resource] = [:]
  private var byTypeAndID: [String: [Resource]] = [:]
  /// `Type|system|value`, for the few types that are referred to by number.
  private var byIdentifier: [String: Resource] = [:]
  /// What a contained resource was made into, by its container and id.
  private var contained: [ObjectIdentifier: [String: Resource]] = [:]

  /// The person whose resource is being read: noted on everything it refers to.
  var currentPatient: Int?

  private static let referredByNumber: Set = [
    "Patient", "Practitioner", "PractitionerRole", "Organization", "Location",
  ]

  func add(_ resource: Resource) {
    if let url = resource.url, byURL[url] == nil { byURL[url] = resource }
    if let key = resource.typeAndID { byTypeAndID[key, default: []].append(resource) }
    guard Self.referredByNumber.contains(resource.type) else { return }
    for identifier in resource.json.list("identifier") {
      guard let key = Self.identifierKey(identifier, type: resource.type) else { continue }
      if byIdentifier[key] == nil { byIdentifier[key] = resource }
    }
  }

  /// What a Reference element points at, or nil when that is not in the file.
  func resolve(_ reference: JSONValue?, from origin: Resource) -> Resource? {
    guard let reference else { return nil }
    if let text = reference.text("reference") ?? reference.plainText,
      let found = resolve(text, from: origin)
    {
      return found
    }
    guard let identifier = reference["identifier"] else { return nil }
    let types = reference.text("type").map { [$0] } ?? Array(Self.referredByNumber)
    let found = types.lazy.compactMap { type in
      Self.identifierKey(identifier, type: type).flatMap { self.byIdentifier[$0] }
    }.first
    if let currentPatient { found?.usedBy.insert(currentPatient) }
    return found
  }

  /// What a reference's text points at.
  func resolve(_ text: String, from origin: Resource) -> Resource? {
    let found = target(of: text, from: origin)
    if let currentPatient { found?.usedBy.insert(currentPatient) }
    return found
  }

  private func target(of text: String, from origin: Resource) -> Resource? {
    if text.hasPrefix("#") { return containedResource(String(text.dropFirst()), in: origin) }
    let target = Self.withoutVersion(text)
    if let found = byURL[target] { return found }
    if target.hasPrefix("urn:") {
      return target.split(separator: ":").last.flatMap { onlyOne(withID: String($0)) }
    }
    if let query = target.firstIndex(of: "?") { return byQuery(target, at: query) }
    if !target.contains("://") {
      if let base = origin.base ?? origin.container?.base, let found = byURL[base + "/" + target] {
        return found
      }
      return byTypeAndID[target]?.first
    }
    // Absolute, and no entry has that address: the same type and id, when that is unambiguous.
    let parts = target.split(separator: "/").suffix(2)
    let found = byTypeAndID[parts.joined(separator: "/")] ?? []
    return found.count == 1 ? found[0] : nil
  }

  private func containedResource(_ id: String, in origin: Resource) -> Resource? {
    let container = origin.container ?? origin
    if id.isEmpty { return container }
    let key = ObjectIdentifier(container)
    if let known = contained[key]?[id] { return known }
    for (index, json) in container.json.list("contained").enumerated() where json.text("id") == id {
      let place = "\(container.place).contained[\(index)]"
      let resource = Resource(
        json, place: place, source: container.source, container: container)
      contained[key, default: [:]][id] = resource
      return resource
    }
    return nil
  }

  /// Some senders give a `urn:uuid:` reference and no `fullUrl`: the id is as good.
  private func onlyOne(withID id: String) -> Resource? {
    let found = byID[id] ?? []
    return found.count == 1 ? found[0] : nil
  }

  /// Made at the first question, when everything has been added.
  private lazy var byID = Dictionary(
    byTypeAndID.values.joined().compactMap { resource in resource.id.map { ($0, [resource]) } },
    uniquingKeysWith: +)

  /// `Practitioner?identifier=system|value`, a conditional reference.
  private func byQuery(_ text: String, at mark: String.Index) -> Resource? {
    let parts = text[text.index(after: mark)...].split(separator: "=", maxSplits: 1)
    guard parts.count == 2, parts[0] == "identifier" else { return nil }
    let type = text[..<mark].split(separator: "/").last ?? ""
    return byIdentifier["\(type)|\(parts[1])"]
  }

  private static func identifierKey(_ identifier: JSONValue, type: String) -> String? {
    identifier.text("value").map { "\(type)|\(identifier.text("system") ?? "")|\($0)" }
  }

  private static func withoutVersion(_ text: String) -> String {
    guard let range = text.firstRange(of: "/_history/") else { return text }
    return String(text[..<range.lowerBound])
  }
}

// What mappings ask about a reference.
extension References {
  /// The name of a person, clinic or place: as the reference prints it, or as the target says.
  func name(_ reference: JSONValue?, from origin: Resource) -> String? {
    guard let reference else { return nil }
    if let display = reference.text("display") { return display }
    guard let found = resolve(reference, from: origin) else { return nil }
    switch found.type {
    case "PractitionerRole":
      return name(found.json["practitioner"], from: found)
        ?? name(found.json["organization"], from: found) ?? found.json.concept("code")?.text
    case "Organization", "Location", "HealthcareService", "CareTeam":
      return found.json.text("name") ?? found.json.concept("type")?.text
    case "Device": return found.json.concept("type")?.text
    case "Practitioner", "Patient", "RelatedPerson", "Person":
      return Contact.names(found.json).first
    default: return nil
    }
  }

  /// The name of a company; some insurers are given by a number or short word alone.
  func companies(_ references: [JSONValue], from origin: Resource) -> [String] {
    references.compactMap { reference in
      name(reference, from: origin) ?? reference["identifier"]?.text("value")
    }
  }

  func names(_ references: [JSONValue], from origin: Resource) -> [String] {
    var names: [String] = []
    for reference in references {
      if let name = name(reference, from: origin), !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The main code of what is referred to, or the words of the reference.
  func concept(_ reference: JSONValue, from origin: Resource) -> Coded? {
    let found = resolve(reference, from: origin)
    for name in ["code", "type", "vaccineCode", "description"] {
      if let coded = found?.json.concept(name) { return coded }
    }
    return reference.text("display").map { Coded($0) }
  }

  /// Reasons, given as codes and as references.
  func reasons(_ resource: Resource, _ codes: String, _ references: String) -> [Coded] {
    var reasons: [Coded] = []
    let referred = resource.json.list(references).compactMap { concept($0, from: resource) }
    for reason in resource.json.concepts(codes) + referred {
      // The same words twice are one reason, with the codes of both.
      if let index = reasons.firstIndex(where: { $0.text == reason.text }) {
        let more = reason.codings.filter { !reasons[index].codings.contains($0) }
        reasons[index].codings += more
      } else {
        reasons.append(reason)
      }
    }
    return reasons
  }
}
