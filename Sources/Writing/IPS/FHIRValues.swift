internal import Codes
internal import JSON
internal import Records
internal import Summary

/// The small types of FHIR R4 that resources are built from.
enum FHIR {
  /// A `string` that is not empty and holds no control characters.
  static func string(_ text: String?) -> JSONValue? {
    guard let text = text?.clean, !text.isEmpty else { return nil }
    return .string(text)
  }

  /// A CodeableConcept: every coding as the file gave it, and the words.
  static func concept(_ coded: Coded) -> JSONValue {
    var concept = JSONObject()
    let codings = coded.codings.compactMap { coding($0) }
    if !codings.isEmpty { concept["coding"] = .array(codings) }
    concept["text"] = string(coded.text) ?? (codings.isEmpty ? "not named" : nil)
    return .object(concept)
  }

  static func concept(_ text: String) -> JSONValue { concept(Coded(text)) }

  static func concept(_ system: String, _ code: String, _ text: String? = nil) -> JSONValue {
    var concept: JSONObject = [
      "coding": [["system": .string(system), "code": .string(code)]]
    ]
    concept["text"] = text.map { .string($0) }
    return .object(concept)
  }

  /// A coding that a receiver can look up: of a published system, and sound. Of any other code the
  /// words of the concept stay.
  static func coding(_ coding: Coding) -> JSONValue? {
    guard let system = coding.system, let code = coding.code, CodeSystem.isPublished(system),
      isCode(code), isSound(code, in: system)
    else { return nil }
    var object: JSONObject = ["system": .string(system), "code": .string(code)]
    object["display"] = string(coding.display)
    return .object(object)
  }

  private static func isSound(_ code: String, in system: String) -> Bool {
    switch system {
    case CodeSystem.snomed:
      code.allSatisfy { $0.isASCII && $0.isNumber } ? CheckDigit.isSNOMED(code) : false
    case CodeSystem.loinc: code.hasPrefix("L") || CheckDigit.isLOINC(code)
    case CodeSystem.rxNorm, CodeSystem.cvx: code.allSatisfy { $0.isASCII && $0.isNumber }
    default: true
    }
  }

  /// `[^\s]+(\s[^\s]+)*`, and nothing that could not be printed.
  static func isCode(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 200 && text.clean == text && !text.contains("\n")
  }

  /// A Quantity, or nil when the number is none that JSON can write.
  ///
  /// The unit's code is given only when the file gave one with its system.
  static func quantity(_ quantity: Quantity) -> JSONValue? {
    guard JSONNumber.isNumber(quantity.number), quantity.number.count <= 18,
      !quantity.number.lowercased().contains("e")
    else { return nil }
    var object: JSONObject = ["value": .number(quantity.number)]
    if let comparator = quantity.comparator {
      guard ["<", "<=", ">=", ">"].contains(comparator) else { return nil }
      object["comparator"] = .string(comparator)
    }
    object["unit"] = string(quantity.unit ?? quantity.code)
    if let system = quantity.system, let code = quantity.code,
      CodeSystem.isPublished(system), isCode(code),
      system != CodeSystem.ucum || code.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    {
      object["system"] = .string(system)
      object["code"] = .string(code)
    }
    return .object(object)
  }

  /// What stands on `_birthDate` and its like when the value is not known (FHIR R4
  /// "data-absent-reason" extension).
  static let unknown: JSONValue = [
    "extension": [
      [
        "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
        "valueCode": "unknown",
      ]
    ]
  ]

  static func reference(_ id: DocumentID) -> JSONValue {
    ["reference": .string(id.fullURL)]
  }

  /// Somebody or something that is only known by name.
  static func named(_ name: String?) -> JSONValue? {
    string(name).map { ["display": $0] }
  }
}
