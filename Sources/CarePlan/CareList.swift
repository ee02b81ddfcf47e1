/// The lists that come with netvault, by the words that people call them.
package enum CareList: String, CaseIterable, Sendable {
  case insurance
  case newDoctor = "new-doctor"
  case visit
  case travel
  case leavingAJob = "leaving-a-job"
  case turning65 = "turning-65"
  case secondOpinion = "second-opinion"
  case afterTreatment = "after-treatment"
  case endOfLife = "end-of-life"

  /// The heading, and what stands in the field "list" of an item.
  package var title: String {
    switch self {
    case .insurance: "insurance"
    case .newDoctor: "new doctor"
    case .visit: "visit"
    case .travel: "travel"
    case .leavingAJob: "leaving a job"
    case .turning65: "turning 65"
    case .secondOpinion: "second opinion"
    case .afterTreatment: "after treatment"
    case .endOfLife: "end-of-life papers"
    }
  }

  /// The list that words mean, or nil for a list of a person's own.
  package init?(words: String) {
    let typed = Self.plain(words)
    let match = Self.allCases.first { list in
      [Self.plain(list.rawValue), Self.plain(list.title)].contains(typed)
        || list.also.contains(typed)
    }
    guard let match else { return nil }
    self = match
  }

  private var also: [String] {
    switch self {
    case .newDoctor: ["doctor", "a new doctor"]
    case .visit: ["appointment", "visits"]
    case .travel: ["trip", "travelling", "traveling"]
    case .leavingAJob: ["job", "leaving job", "leaving my job"]
    case .turning65: ["65", "medicare", "turning sixty five"]
    case .endOfLife: ["end of life papers", "end of life"]
    case .insurance, .secondOpinion, .afterTreatment: []
    }
  }

  /// Lower case, and spaces where somebody typed hyphens.
  package static func plain(_ words: String) -> String {
    words.lowercased().split { $0 == "-" || $0 == "_" || $0.isWhitespace }
      .joined(separator: " ")
  }
}
