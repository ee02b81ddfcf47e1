internal import Records

/// The words of HL7's own short codes, for files that give the code alone.
enum StandardWords {
  static func words(_ coding: Coding) -> String? {
    guard let system = coding.system, let code = coding.code else { return nil }
    for (ending, words) in tables where system.hasSuffix(ending) { return words[code] }
    return nil
  }

  /// By how the address of the code system ends (terminology.hl7.org).
  private static let tables: [(String, [String: String])] = [
    (
      "v3-ActCode",
      [
        "AMB": "ambulatory", "EMER": "emergency", "IMP": "inpatient", "ACUTE": "inpatient acute",
        "NONAC": "inpatient non-acute", "OBSENC": "observation", "SS": "short stay",
        "HH": "home health", "VR": "virtual", "FLD": "field", "PRENC": "pre-admission",
      ]
    ),
    (
      "v3-RoleCode",
      [
        "MTH": "mother", "FTH": "father", "PRN": "parent", "SPS": "spouse", "HUSB": "husband",
        "WIFE": "wife", "DOMPART": "domestic partner", "CHILD": "child", "SON": "son",
        "DAU": "daughter", "SIB": "sibling", "BRO": "brother", "SIS": "sister",
        "NBRO": "brother", "NSIS": "sister", "NMTH": "mother", "NFTH": "father",
        "GRMTH": "grandmother", "GRFTH": "grandfather", "MGRMTH": "mother's mother",
        "MGRFTH": "mother's father", "PGRMTH": "father's mother", "PGRFTH": "father's father",
        "AUNT": "aunt", "UNCLE": "uncle", "COUSN": "cousin", "GRNDCHILD": "grandchild",
        "FAMMEMB": "family member", "FRND": "friend", "NBOR": "neighbor",
      ]
    ),
    (
      "v2-0131",
      [
        "C": "emergency contact", "N": "next of kin", "E": "employer", "I": "insurance company",
        "F": "federal agency", "S": "state agency", "U": "not known",
      ]
    ),
    ("v2-0203", ["MR": "medical record", "MB": "member number", "NPI": "NPI", "SS": "SSN"]),
    (
      "v2-0074",
      [
        "LAB": "laboratory", "RAD": "radiology", "SP": "surgical pathology", "PAT": "pathology",
        "CT": "CT", "NMR": "MRI", "NMS": "nuclear medicine", "CUS": "heart ultrasound",
        "RUS": "radiology ultrasound", "CH": "chemistry", "HM": "hematology", "GE": "genetics",
        "MB": "microbiology", "CP": "cytopathology",
      ]
    ),
  ]
}
