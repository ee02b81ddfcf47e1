/// The parts of a summary, in the order of the page.
///
/// Alerts come first because they can hurt today, then the line that lets a doctor place the
/// patient, then what general practitioners rank highest (PMC7330207, PMC4207187): diagnosis,
/// treatment, medicines, what is due. Contacts are used, not read, so they close page 1.
package enum SummaryPart: String, CaseIterable, Sendable, Hashable {
  case alerts
  case oneLine
  case diagnosis
  case story
  case medicines
  case due
  case call
  case results
  case pathology
  case scans
  case past
  case wishes
  case questions
  /// Kinds that are left out unless a person asks for them: insurance, diary, visits.
  case personal
  /// What page 2 has no room for, counted.
  case notShown
  case sources
  case missing

  package var title: String {
    switch self {
    case .alerts: "Alerts"
    case .oneLine: "In one line"
    case .diagnosis: "Diagnosis"
    case .story: "Treatment story"
    case .medicines: "Medicines now"
    case .due: "Due"
    case .call: "Call"
    case .results: "Results"
    case .pathology: "Pathology"
    case .scans: "Scans"
    case .past: "Past, family, devices"
    case .wishes: "Wishes and needs"
    case .questions: "Questions for this visit"
    case .personal: "Included by the patient"
    case .notShown: "Not shown"
    case .sources: "Sources"
    case .missing: "Missing"
    }
  }

  /// What stands beside the title.
  package var hint: String? {
    switch self {
    case .story: "oldest first"
    case .medicines: "* changed in the last 6 months"
    case .results: "as printed by the laboratory"
    case .pathology, .scans: "the report's words in quotation marks"
    case .notShown: "ask for the full record"
    case .sources: "D from a document, P told by the patient, ? sources disagree"
    case .missing: "not found in these records"
    default: nil
    }
  }

  package var isOnFirstPage: Bool {
    switch self {
    case .alerts, .oneLine, .diagnosis, .story, .medicines, .due, .call: true
    default: false
    }
  }

  /// The headings of the columns. All but the marker, which closes every line.
  package var headings: [String] {
    switch self {
    case .alerts: ["Kind", "Alert"]
    case .diagnosis, .story, .pathology, .scans, .past, .wishes, .questions, .personal:
      ["Date", "What"]
    case .medicines: ["Since", "Medicine"]
    case .due: ["Check", "Asked by, how often", "Last done", "Due"]
    case .results: ["Test", "Value", "Laboratory's range", "Date", "Laboratory"]
    case .oneLine, .call, .notShown, .sources, .missing: ["What"]
    }
  }

  /// True for short lines that follow each other as one paragraph.
  package var isFlow: Bool { self == .sources }

  /// True where the headings are worth their space on paper. A screen reader gets them always.
  package var showsHeadings: Bool { self == .due || self == .results }
}
