internal import JSON
internal import Records

/// Names, addresses and numbers in words (hl7.org/fhir/R4/datatypes).
enum Contact {
  /// One HumanName as it is written on papers.
  static func name(_ json: JSONValue) -> String? {
    if let text = json.plainText ?? json.text("text") { return text }
    let parts =
      json.texts("prefix") + json.texts("given") + json.texts("family") + json.texts("suffix")
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// The name to use first, and the others.
  static func names(_ json: JSONValue) -> (first: String?, others: [String]) {
    let names = json.list("name")
    let order = ["official", "usual", nil, "temp", "nickname", "anonymous", "maiden", "old"]
    let best = names.min { left, right in
      (order.firstIndex(of: left.text("use")) ?? 2) < (order.firstIndex(of: right.text("use")) ?? 2)
    }
    let first = best.flatMap { name($0) }
    var others: [String] = []
    for other in names.compactMap({ name($0) }) where other != first && !others.contains(other) {
      others.append(other)
    }
    return (first, others)
  }

  static func addresses(_ json: JSONValue) -> [String] {
    json.list("address").compactMap { address in
      if let text = address.plainText ?? address.text("text") { return text }
      let town = [address.text("postalCode"), address.text("city")].compactMap(\.self)
      let parts =
        address.texts("line") + [town.joined(separator: " ").nonEmpty].compactMap(\.self)
        + [address.text("state"), address.text("country")].compactMap(\.self)
      return parts.joined(separator: ", ").nonEmpty
    }
  }

  static func phones(_ json: JSONValue) -> [String] {
    telecoms(json) { $0 == nil || ["phone", "sms", "pager"].contains($0) }
  }

  static func emails(_ json: JSONValue) -> [String] { telecoms(json) { $0 == "email" } }

  private static func telecoms(_ json: JSONValue, _ isWanted: (String?) -> Bool) -> [String] {
    var values: [String] = []
    for telecom in json.list("telecom") {
      guard isWanted(telecom.text("system")), telecom.text("use") != "old",
        var value = telecom.text("value")
      else { continue }
      for scheme in ["tel:", "mailto:"] where value.hasPrefix(scheme) {
        value.removeFirst(scheme.count)
      }
      if !values.contains(value) { values.append(value) }
    }
    return values
  }

  /// The values of the identifiers, each with what kind of number it is.
  static func identifiers(_ json: JSONValue) -> [String] {
    json.list("identifier").compactMap { identifier in
      guard let value = identifier.text("value"), identifier.text("use") != "old" else {
        return nil
      }
      return identifier.concept("type").map { "\($0.text): \(value)" } ?? value
    }
  }
}
