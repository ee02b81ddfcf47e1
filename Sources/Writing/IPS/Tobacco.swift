internal import Codes
internal import JSON
internal import Records

/// Smoking in the codes that the IPS tobacco profile takes.
enum Tobacco {
  /// The coded answer of a file, or the code for words that leave no doubt.
  static func status(_ habit: Record) -> JSONValue? {
    if let finding = habit.coded("finding") { return FHIR.concept(finding) }
    guard let what = habit.coded("what"), let status = habit.words("status"),
      what.has("72166-2", in: CodeSystem.loinc)
        || ["smoking", "tobacco"].contains(what.text.lowercased()),
      let code = codes[status.lowercased()]
    else { return nil }
    return FHIR.concept(CodeSystem.snomed, code, status)
  }

  private static let codes = [
    "never smoked": "266919005", "never smoker": "266919005", "never": "266919005",
    "used to smoke": "8517006", "former smoker": "8517006", "ex-smoker": "8517006",
    "quit": "8517006", "smokes every day": "449868002", "every day": "449868002",
    "smokes": "77176002", "current smoker": "77176002",
  ]
}
