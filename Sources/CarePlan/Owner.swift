package import Records

/// Who a name on a list means: the patient, or somebody who helps.
package struct Owner: Sendable {
  private let names: Set<String>

  /// - Parameter person: Whose records they are.
  package init(_ person: Record?) {
    var names: Set = ["patient", "me", "i", "myself", "self"]
    for name in [person?.words("name")].compactMap({ $0 }) + Self.others(person) {
      names.insert(name.lowercased())
      if let first = name.split(separator: " ").first { names.insert(first.lowercased()) }
    }
    self.names = names
  }

  private static func others(_ person: Record?) -> [String] {
    person?.list("otherNames").map(\.words) ?? []
  }

  package func role(of name: String) -> ReadyItem.Role {
    names.contains(name.lowercased().split(separator: " ").joined(separator: " "))
      ? .patient : .caregiver
  }

  /// True when an item that is done by `name` is among those of `asked`: a role, or a part of a name.
  package func isMeant(_ name: String, by asked: String) -> Bool {
    let asked = asked.lowercased()
    switch asked {
    case "patient", "me": return role(of: name) == .patient
    case "caregiver", "family": return role(of: name) == .caregiver
    default: return name.lowercased().contains(asked)
    }
  }
}
