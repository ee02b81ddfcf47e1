internal import JSON

/// Puts wrong things into sound resources, the same for the same seed.
struct Spoiler {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func spoil(_ value: JSONValue) -> JSONValue {
    if roll(14) == 0 { return wrong[roll(wrong.count)] }
    switch value {
    case .array(let values): return .array(values.map { spoil($0) })
    case .object(let object):
      var spoiled = JSONObject()
      for (key, value) in object {
        spoiled[key] = key == "resourceType" || key == "id" ? value : spoil(value)
      }
      return .object(spoiled)
    default: return value
    }
  }

  private let wrong: [JSONValue] = [
    nil, true, -1, .number("1e999"), "", " ", "\u{0}", "2024-02-30T25:61", [], [[]], [nil], [:],
    ["reference": "#"], ["reference": "Patient/p"], ["value": "x"], ["coding": [nil, 5, [:]]],
    ["text": ["div": "<<&#xFFFFFFFF;&"]], ["start": 5, "end": []], ["repeat": ["period": []]],
  ]

  private mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }

  /// One resource of each type, with most of its elements filled.
  static let sound: [JSONValue] = types.map { type in
    var resource = common
    resource["resourceType"] = .string(type)
    resource["id"] = .string(type == "Patient" ? "p" : "x-\(type)")
    return .object(resource)
  }

  private static let types = [
    "AllergyIntolerance", "Appointment", "Binary", "CarePlan", "CareTeam", "Composition",
    "Condition", "Consent", "Coverage", "Device", "DeviceUseStatement", "DiagnosticReport",
    "DocumentReference", "Encounter", "ExplanationOfBenefit", "FamilyMemberHistory", "Flag",
    "ImagingStudy", "Immunization", "Medication", "MedicationAdministration", "MedicationRequest",
    "MedicationStatement", "Observation", "Organization", "Patient", "Practitioner",
    "PractitionerRole", "Procedure", "RelatedPerson",
  ]

  private static let word: JSONValue = [
    "text": "word", "coding": [["system": "http://loinc.org", "code": "21899-0"]],
  ]
  private static let period: JSONValue = ["start": "2024-01", "end": "2024-02-03"]
  private static let amount: JSONValue = ["value": 5, "unit": "mg", "currency": "USD"]
  private static let person: JSONValue = ["reference": "Practitioner/x-Practitioner"]
  private static let attachment: JSONValue = [
    "contentType": "text/plain", "data": "SGVsbG8=", "url": "Binary/x-Binary",
  ]

  private static let common: JSONObject = [
    "status": "active", "intent": "order", "code": word, "category": [word], "type": [word],
    "name": [["text": "Sample"]], "subject": ["reference": "Patient/p"],
    "patient": ["reference": "Patient/p"], "effectivePeriod": period, "period": period,
    "onsetAge": amount, "performedDateTime": "2024", "occurrenceString": "spring",
    "valueQuantity": amount, "component": [["code": word, "valueQuantity": amount]],
    "referenceRange": [["low": amount, "high": amount]], "interpretation": [word],
    "hasMember": [["reference": "Observation/x-Observation"]],
    "focus": [["reference": "Condition/x-Condition"]], "bodySite": [word], "method": word,
    "reaction": [["manifestation": [word], "severity": "mild"]], "note": [["text": "note"]],
    "medicationReference": ["reference": "Medication/x-Medication"],
    "ingredient": [["itemCodeableConcept": word, "strength": ["numerator": amount]]],
    "dosageInstruction": [
      [
        "timing": ["repeat": ["frequency": 1, "period": 2, "periodUnit": "d"]],
        "doseQuantity": amount,
      ]
    ],
    "participant": [["actor": person, "member": person, "individual": person, "role": [word]]],
    "performer": [["actor": person]], "requester": person, "author": [person],
    "practitioner": person, "organization": ["display": "Clinic"], "payor": [person],
    "class": [["type": word, "value": "1", "name": "n"]], "item": [["productOrService": word]],
    "total": [["category": word, "amount": amount]], "payment": ["amount": amount],
    "section": [["title": "t", "code": word, "text": ["div": "<p>w</p>"], "emptyReason": word]],
    "content": [["attachment": attachment]], "presentedForm": [attachment], "data": "SGVsbG8=",
    "condition": [["code": word, "onsetAge": amount]], "relationship": word,
    "series": [["modality": word, "bodySite": word]], "device": ["reference": "Device/x-Device"],
    "activity": [["detail": ["code": word]]], "goal": [["display": "goal"]],
    "contact": [["name": ["text": "c"], "relationship": [word], "telecom": [["value": "5"]]]],
    "telecom": [["system": "phone", "value": "5"]], "address": [["city": "Town"]],
    "identifier": [["type": word, "value": "7"]], "provision": ["type": "deny", "code": [word]],
    "stage": [["summary": word, "assessment": [["reference": "Observation/x-Observation"]]]],
    "extension": [["url": "a/mcode-histology-morphology-behavior", "valueCodeableConcept": word]],
    "link": [["type": "seealso", "other": ["reference": "Patient/p"]]],
  ]
}
