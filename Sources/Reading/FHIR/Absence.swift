internal import Codes
internal import JSON
internal import Records

/// "None known" and "nobody asked", in the ways FHIR files say it.
enum Absence {
  /// The record for a code that says there is none of a kind, or nil for any other code.
  static func draft(of kind: String, _ code: Coded?, date: When? = nil) -> Draft? {
    guard let code, let answer = answer(code) else { return nil }
    return draft(of: kind, answer: answer, wording: code, date: date)
  }

  static func draft(of kind: String, answer: String, wording: Coded, date: When?) -> Draft {
    var draft = Draft(.absence)
    draft.choice("of", kind)
    draft.choice("answer", answer)
    draft.coded("wording", wording)
    draft.when("date", date)
    return draft
  }

  private static func answer(_ code: Coded) -> String? {
    if code.isIn(.noKnown) { return "none-known" }
    if code.has(oneOf: noKnownSome, in: CodeSystem.snomed) { return noneOfSort }
    if code.isIn(.noInformation) { return "unavailable" }
    for coding in code.codings where coding.system?.hasSuffix(formerSystem) == true {
      guard let code = coding.code else { continue }
      if partCodes.contains(code) { return noneOfSort }
      if code.hasPrefix("no-known-") { return "none-known" }
      if code.hasSuffix("-info") { return "unavailable" }
    }
    return nil
  }

  /// The code system of the first versions of the International Patient Summary.
  private static let formerSystem = "absent-unknown-uv-ips"

  /// "No known food allergy" is not "no known allergy": the wording says how far it goes.
  private static let noneOfSort = "none known of this sort"

  /// No known drug, environmental, food and latex allergy.
  private static let noKnownSome: Set = ["409137002", "428607008", "429625007", "1003774007"]
  private static let partCodes: Set = [
    "no-known-medication-allergies", "no-known-environmental-allergies",
    "no-known-food-allergies",
  ]

  /// What the `emptyReason` of a section or list means.
  static func answer(emptyReason: Coded) -> String {
    switch emptyReason.codings.lazy.compactMap(\.code).first {
    case "nilknown": "none-known"
    case "notasked": "not-asked"
    default: "unavailable"
    }
  }
}
