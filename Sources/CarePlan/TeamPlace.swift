package import Records

/// Where a person stands in the list of those who help.
package enum TeamPlace: Int, Sendable, CaseIterable, Comparable {
  case doctors
  case others
  case pharmacy
  case insurer
  case family

  package static func < (left: TeamPlace, right: TeamPlace) -> Bool {
    left.rawValue < right.rawValue
  }

  package var title: String {
    switch self {
    case .doctors: "Doctors and nurses"
    case .others: "Others who help"
    case .pharmacy: "Pharmacy"
    case .insurer: "Insurance"
    case .family: "Family and friends"
    }
  }

  /// The start of words, in the order in which they are tried: a family doctor is a doctor.
  private static let words: [(TeamPlace, [String])] = [
    (.insurer, ["insurer", "insurance", "case manager", "payer"]),
    (.pharmacy, ["pharmac", "chemist"]),
    (
      .doctors,
      [
        "doctor", "surge", "oncolog", "pulmonolog", "radiolog", "radiation", "nuclear", "endocrin",
        "physician", "medicine", "practitioner", "nurs", "cardiolog", "patholog", "gastroenter",
        "anaesthe", "anesthe", "primary care", "specialist",
      ]
    ),
  ]

  /// Whole words: a sonographer is nobody's son.
  private static let relatives: Set<Substring> = [
    "family", "friend", "wife", "husband", "son", "daughter", "mother", "father", "sister",
    "brother", "partner", "spouse", "caregiver", "neighbor", "neighbour",
  ]

  /// By relation first, then by the words of the role; a name with "Dr." is a doctor's.
  package static func of(_ record: Record) -> TeamPlace {
    if record.words("relation") != nil { return .family }
    let role = record.list("role").map { $0.words.lowercased() }.joined(separator: " ")
    for (place, words) in words {
      for word in words where (" " + role).contains(" " + word) { return place }
    }
    if !relatives.isDisjoint(with: role.split { !$0.isLetter }) { return .family }
    if record.words("name")?.hasPrefix("Dr") == true { return .doctors }
    return .others
  }
}

extension Record {
  /// True for somebody of the team who does not help any more.
  package var hasLeftTeam: Bool {
    guard let status = words("status")?.lowercased() else { return false }
    return ["inactive", "no", "left", "former", "until", "ended", "retired"].contains {
      status.hasPrefix($0)
    }
  }
}
