package import Records

// Does the care team know? A symptom, a supplement or a method beside the treatment helps nobody
// as long as no doctor or nurse has heard of it.

extension Record {
  /// The kinds of which the team should know.
  package static let toldKinds: Set<Kind> = [.symptom, .medicine, .treatment]

  /// True when nobody on the team is written down as knowing of it, and it is not over.
  package func isUntold(on today: PartialDate) -> Bool {
    guard !isRetracted else { return false }
    switch kind {
    case .symptom: return isNobody("toldTo")
    case .medicine:
      let isOwn = ["supplement", "herbal", "over-the-counter"].contains(words("type"))
      return isOwn && isTaken(on: today) && isUnknownToTeam
    case .treatment:
      return words("type") == "integrative" && isUnknownToTeam
        && !["done", "stopped", "not-done"].contains(words("status"))
    default: return false
    }
  }

  private var isUnknownToTeam: Bool {
    words("teamTold") == "no" || (words("teamTold") != "yes" && isNobody("teamKnows"))
  }

  private func isNobody(_ field: String) -> Bool {
    guard let name = words(field) else { return true }
    return ["none", "nobody", "no one", "no"].contains(name.lowercased())
  }
}
