internal import JSON

/// Extensions that change the meaning of what they stand in (hl7.org/fhir/R4/extensibility,
/// "modifierExtension"): who does not know them must not use the resource.
enum Modifier {
  /// True when one stands anywhere in the resource.
  static func isUnknown(in json: JSONValue) -> Bool {
    switch json {
    case .object(let object):
      object.members.contains { member in
        member.key == "modifierExtension" || isUnknown(in: member.value)
      }
    case .array(let values): values.contains { isUnknown(in: $0) }
    default: false
    }
  }
}
