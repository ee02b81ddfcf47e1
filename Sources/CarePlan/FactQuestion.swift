package import Records

/// What a list asks of the vault: is it there, and what shows it? The raw values are the words of
/// `checklists.tsv`.
package enum FactQuestion: String, CaseIterable, Sendable {
  // Insurance
  case card
  case policyPaper = "policy-paper"
  case deductible
  case premium
  case coverEnd = "cover-end"
  case coverNow = "cover-now"
  case coverProof = "cover-proof"
  case authorization
  case authorizationNumber = "authorization-number"
  case needLetter = "need-letter"
  case billDays = "bill-days"
  case billMatch = "bill-match"
  case denialCall = "denial-call"
  case appeal
  case caseManager = "case-manager"
  case helper
  case costHelp = "cost-help"
  case enrollment
  case jobCoverEnd = "job-cover-end"
  case jobLetter = "job-letter"
  case turning65 = "turning-65"
  case medicare
  case medicareCard = "medicare-card"
  // Papers
  case summary
  case pathology
  case operation
  case scanReport = "scan-report"
  case scanDiscs = "scan-discs"
  case discharge
  case copies
  case carePlan = "care-plan"
  case travelLetter = "travel-letter"
  case directive
  case proxy
  case wishes
  case hospice
  // People
  case teamPhones = "team-phones"
  case nightPhone = "night-phone"
  case familyDoctor = "family-doctor"
  case specialist
  case emergency
  case support
  case ride
  // Care
  case gaps
  case medicines
  case allergies
  case reason
  case referral
  case questions
  case choosingQuestions = "choosing-questions"
  case afterQuestions = "after-questions"
  case untoldSymptoms = "untold-symptoms"
  case untoldMeans = "untold-means"
  case missedVisit = "missed-visit"
  case visitWritten = "visit-written"
  case dueSoon = "due-soon"
  case checks
  case screening
  case lateEffects = "late-effects"
  case advice
  case smoking
  case men1
  case decideBy = "decide-by"
  case options
}

/// What the vault says to such a question.
package struct FactAnswer: Hashable, Sendable {
  /// The one record it is about, where each record has an item of its own.
  package var about: Record?
  package var isDone: Bool
  /// What shows that it is done.
  package var evidence: String?
  /// What is missing, where that can be said.
  package var missing: String?
  /// By when, where a record says so.
  package var due: PartialDate?

  init(
    _ isDone: Bool, about: Record? = nil, evidence: String? = nil, missing: String? = nil,
    due: PartialDate? = nil
  ) {
    self.isDone = isDone
    self.about = about
    self.evidence = isDone ? evidence : nil
    self.missing = isDone ? nil : missing
    self.due = isDone ? nil : due
  }

  /// Done when something shows it.
  static func shown(_ evidence: String?, missing: String? = nil) -> FactAnswer {
    FactAnswer(evidence != nil, evidence: evidence, missing: missing)
  }
}
