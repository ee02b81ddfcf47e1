/// Small made-up FHIR resources, as text.
enum Fixture {
  static func bundle(_ resources: [String]) -> String {
    let entries = resources.map { #"{"resource":\#($0)}"# }.joined(separator: ",\n")
    return #"{"resourceType":"Bundle","type":"collection","entry":[\#n\#(entries)\#n]}"#
  }

  static func patient(
    id: String = "ana", given: String = "Ana", family: String = "Brandt",
    born: String = "1961-06-14"
  ) -> String {
    #"""
    {"resourceType":"Patient","id":"\#(id)","name":[{"given":["\#(given)"],"family":"\#(family)"}],
    "birthDate":"\#(born)"}
    """#
  }

  static func allergy(
    id: String, to substance: String, patient: String = "ana", verification: String = "confirmed"
  ) -> String {
    let system = "http://terminology.hl7.org/CodeSystem/"
    return #"""
      {"resourceType":"AllergyIntolerance","id":"\#(id)",
      "clinicalStatus":{"coding":[{"system":"\#(system)allergyintolerance-clinical","code":"active"}]},
      "verificationStatus":{"coding":[
      {"system":"\#(system)allergyintolerance-verification","code":"\#(verification)"}]},
      "code":{"text":"\#(substance)"},"patient":{"reference":"Patient/\#(patient)"}}
      """#
  }

  /// A chromogranin A result.
  static func marker(
    id: String, date: String, value: String, patient: String = "ana", status: String = "final"
  ) -> String {
    #"""
    {"resourceType":"Observation","id":"\#(id)","status":"\#(status)",
    "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category",
    "code":"laboratory"}]}],
    "code":{"coding":[{"system":"http://loinc.org","code":"9811-1"}],"text":"Chromogranin A"},
    "subject":{"reference":"Patient/\#(patient)"},"effectiveDateTime":"\#(date)",
    "valueQuantity":{"value":\#(value),"unit":"ng/mL"},
    "referenceRange":[{"text":"below 100 ng/mL"}]}
    """#
  }

  /// A file of one patient with two allergies and two results.
  static let small = bundle([
    patient(), allergy(id: "a1", to: "Iodinated contrast"), allergy(id: "a2", to: "Latex"),
    marker(id: "m1", date: "2025-05-12", value: "88"),
    marker(id: "m2", date: "2025-11-09", value: "95.10"),
  ])
}
