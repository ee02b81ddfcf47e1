package import Records

/// Which sort of plan a policy is, as far as its words say: other rules go with each.
package enum PlanSort: String, CaseIterable, Sendable {
  case employer
  case marketplace
  /// An HMO, PPO or the like; nobody said through whom.
  case privatePlan = "private"
  case medicare
  case medicareAdvantage = "medicare-advantage"
  case partD = "part-d"
  case medigap
  case medicaid
  /// TRICARE, the VA and other plans that no rule here is about.
  case other
  /// Dental, vision and the like: no plan for care of a tumor.
  case besideCare = "beside"
  case unknown

  package init(_ policy: Record) {
    let words = ["type", "plan", "insurer", "classes"].compactMap { policy.words($0) }
      .joined(separator: " ").lowercased()
    let single = Set(words.split { !$0.isLetter }.map { String($0) })
    func says(_ some: String...) -> Bool {
      some.contains { $0.count > 5 ? words.contains($0) : !single.isDisjoint(with: [$0]) }
    }
    let isMedicare = says("medicare")
    if says("dental", "vision plan", "eye care") {
      self = .besideCare
    } else if says("medigap", "medicare supplement", "supplement plan") {
      self = .medigap
    } else if says("medicare advantage", "part c") {
      self = .medicareAdvantage
    } else if says("part d", "prescription drug plan") {
      self = .partD
    } else if isMedicare, says("hmo", "ppo") {
      self = .medicareAdvantage
    } else if isMedicare {
      self = .medicare
    } else if says("medicaid", "chip") {
      self = .medicaid
    } else if says("tricare", "veterans", "va health") {
      self = .other
    } else if says("marketplace", "healthcare.gov", "obamacare", "exchange plan") {
      self = .marketplace
    } else if policy.words("employer") != nil || says("cobra", "employer", "group plan") {
      self = .employer
    } else if says("hmo", "ppo", "epo", "pos", "hdhp", "indemnity") {
      self = .privatePlan
    } else {
      self = .unknown
    }
  }

  /// True where the general rules for employer and marketplace plans are the ones to go by.
  package var isGeneral: Bool {
    switch self {
    case .employer, .marketplace, .privatePlan, .unknown: true
    default: false
    }
  }

  package var isMedicare: Bool { [.medicare, .medicareAdvantage, .partD].contains(self) }

  /// True for a plan that pays for doctors and hospitals by itself.
  package var isForCare: Bool {
    switch self {
    case .besideCare, .partD, .medigap: false
    default: true
    }
  }

  /// In words, after "the rule for".
  package var words: String {
    switch self {
    case .employer, .marketplace, .privatePlan: "employer and marketplace plans"
    case .medicare: "Original Medicare"
    case .medicareAdvantage: "Medicare Advantage"
    case .partD: "Medicare Part D"
    case .medigap: "Medigap"
    case .medicaid: "Medicaid"
    case .other: "other plans"
    case .besideCare: "dental and eye plans"
    case .unknown: "employer and marketplace plans, as the kind of plan is not known"
    }
  }
}
