/// Where words come from that may answer a question: what the vault has in such fields already, and a
/// short list of our own.
package enum WordSource: Hashable, Sendable {
  /// Names of doctors, nurses and others.
  case people
  case places
  case laboratories
  case tests
  case medicines
  /// What this field held in other records of the kind.
  case same

  /// The fields that such words are found in.
  package var fields: [(kind: Kind, names: [String])] {
    switch self {
    case .people:
      [
        (.teamMember, ["name"]), (.treatment, ["who"]), (.visit, ["who"]), (.diagnosis, ["toldBy"]),
        (.medicine, ["prescriber"]), (.followUp, ["askedBy"]), (.procedure, ["who"]),
        (.encounter, ["who"]), (.question, ["whom"]), (.alert, ["toldBy"]),
      ]
    case .places:
      [
        (.teamMember, ["organization"]), (.treatment, ["place"]), (.imaging, ["place"]),
        (.visit, ["place"]), (.procedure, ["place"]), (.encounter, ["place"]),
      ]
    case .laboratories: [(.result, ["laboratory"]), (.pathology, ["laboratory"])]
    case .tests: [(.result, ["name"]), (.followUp, ["what"])]
    case .medicines: [(.medicine, ["name"])]
    case .same: []
    }
  }
}

extension Field {
  /// Where words for this question may come from. Empty where only new words make sense, and where
  /// a plain number is an answer: it would be taken for a number of the list.
  package func sources(in kind: Kind) -> [WordSource] {
    switch type {
    case .text, .coded, .range: break
    case .longText, .choice, .when, .quantity, .link, .parts: return []
    }
    if let source = Self.special[kind]?[name] { return source }
    if Self.people.contains(name) { return [.people] }
    switch name {
    case "place", "organization": return [.places]
    case "laboratory": return [.laboratories]
    default: return Self.repeated.contains(name) ? [.same] : []
    }
  }

  private static let people: Set = [
    "who", "toldBy", "recommendedBy", "prescriber", "askedBy", "answeredBy", "whom", "saidBy",
    "adviceBy", "callWhom", "secondOpinionFrom", "toldTo", "teamKnows", "referredBy", "orderedBy",
  ]

  /// Answers that are given again and again.
  private static let repeated: Set = [
    "insurer", "provider", "plan", "owner", "list", "topic", "noticedBy", "writtenBy", "specimen",
    "region", "site", "lobe", "route", "form", "role", "relation", "preparation", "contrast",
    "tracer", "every", "programme", "contact", "from", "to", "with", "hormones",
  ]

  private static let special: [Kind: [String: [WordSource]]] = [
    .result: ["name": [.tests, .same]], .imaging: ["name": [.same]],
    .medicine: ["name": [.same]], .vitalSign: ["name": [.same], "who": [.people]],
    .diagnosis: ["name": [.same]], .symptom: ["what": [.same]], .habit: ["what": [.same]],
    .followUp: ["what": [.same, .tests]], .referral: ["from": [.people], "to": [.people]],
    .call: ["with": [.same, .people]], .document: ["from": [.people], "type": [.same]],
    .familyHistory: ["condition": [.same], "relation": [.same]],
    .lateEffect: ["effect": [.same], "of": []], .coverage: ["insurer": [.same]],
    .allergy: ["substance": [], "reaction": [.same]], .vaccine: ["name": [.same]],
    .teamMember: ["name": [], "role": [.same]], .treatment: ["name": []],
  ]

  /// A short list of our own, for who has nothing in the vault yet. Plain words, no codes.
  package func ownWords(in kind: Kind) -> [String] { Self.lists[kind]?[name] ?? [] }

  private static let lists: [Kind: [String: [String]]] = [
    .diagnosis: [
      "name": [
        "typical carcinoid of the lung", "atypical carcinoid of the lung",
        "neuroendocrine tumor of the lung", "carcinoid syndrome", "MEN1", "DIPNECH",
      ],
      "site": [
        "right upper lobe", "right middle lobe", "right lower lobe", "left upper lobe",
        "left lower lobe",
      ],
      "lobe": ["upper", "middle", "lower"],
    ],
    .result: [
      "name": [
        "chromogranin A", "5-HIAA in 24-hour urine", "5-HIAA in blood", "neuron-specific enolase",
        "serotonin", "creatinine", "blood count", "liver tests",
      ],
      "specimen": ["blood", "24-hour urine"],
    ],
    .imaging: [
      "name": [
        "CT of the chest", "Ga-68 DOTATATE PET/CT", "MRI of the liver", "FDG PET/CT",
        "x-ray of the chest", "echocardiogram",
      ],
      "region": ["chest", "abdomen", "liver", "whole body", "head"],
      "contrast": ["with contrast", "without contrast"],
      "tracer": ["Ga-68 DOTATATE", "Cu-64 DOTATATE", "In-111 octreotide", "F-18 FDG"],
    ],
    .vitalSign: [
      "name": ["weight", "blood pressure", "pulse", "temperature", "oxygen saturation"]
    ],
    .symptom: [
      "what": [
        "flushing", "diarrhea", "wheezing", "cough", "short of breath", "pain", "tired",
        "poor sleep",
      ]
    ],
    .familyHistory: ["relation": ["mother", "father", "sister", "brother", "daughter", "son"]],
    .habit: ["what": ["smoking", "activity", "food", "alcohol", "weight"]],
    .teamMember: [
      "role": [
        "thoracic surgeon", "medical oncologist", "pulmonologist", "endocrinologist",
        "nuclear medicine doctor", "family doctor", "nurse", "pharmacy", "family",
      ]
    ],
    .followUp: [
      "what": ["CT of the chest", "chromogranin A", "visit with the oncologist"],
      "every": ["every 3 months", "every 6 months", "every 12 months"],
    ],
    .checklistItem: ["list": ["insurance", "new doctor", "visit", "travel"]],
    .allergy: ["reaction": ["hives", "swelling", "short of breath", "vomiting", "rash"]],
    .medicine: ["route": ["by mouth", "injection under the skin", "injection into a muscle"]],
    .support: ["programme": ["rides", "lodging", "financial aid", "group", "counsellor"]],
  ]
}
