internal import Codes

/// The sections of the document: those of IPS 2.0.1, and three of C-CDA that it has no place for.
///
/// Slicing is open (CompositionUvIps.fsh), so the three are allowed; viewers that do not know them
/// show their narrative.
enum SectionCode: String, CaseIterable {
  case allergies = "48765-2"
  case problems = "11450-4"
  case medications = "10160-0"
  case alerts = "104605-1"
  case results = "30954-2"
  case procedures = "47519-4"
  case immunizations = "11369-6"
  case devices = "46264-8"
  case vitalSigns = "8716-3"
  case pastProblems = "11348-0"
  case socialHistory = "29762-2"
  case planOfCare = "18776-5"
  case advanceDirectives = "42348-3"
  case patientStory = "81338-6"
  case familyHistory = "10157-6"
  case careTeam = "85847-2"
  case insurance = "48768-6"

  var title: String {
    switch self {
    case .allergies: "Allergies and intolerances"
    case .problems: "Problems"
    case .medications: "Medicines"
    case .alerts: "Alerts"
    case .results: "Results"
    case .procedures: "Procedures and treatments"
    case .immunizations: "Vaccines"
    case .devices: "Medical devices"
    case .vitalSigns: "Vital signs"
    case .pastProblems: "Past illnesses and hospital stays"
    case .socialHistory: "Habits"
    case .planOfCare: "Plan of care"
    case .advanceDirectives: "Advance directives"
    case .patientStory: "Patient story"
    case .familyHistory: "Family history"
    case .careTeam: "Care team"
    case .insurance: "Insurance"
    }
  }

  /// ips-comp-1: these three are always there, with an entry or with the reason why not.
  var isRequired: Bool { [.allergies, .problems, .medications].contains(self) }
}
