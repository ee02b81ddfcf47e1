import Codes
import Testing

@Suite struct `A published code system` {
  @Test(
    arguments: [
      "http://loinc.org", "http://snomed.info/sct", "http://hl7.org/fhir/sid/icd-10-cm",
      "http://hl7.org/fhir/condition-category", "urn:oid:2.16.840.1.113883.6.96",
      "http://terminology.hl7.org/CodeSystem/v3-ActCode",
      "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category",
    ])
  func `can be looked up anywhere`(system: String) {
    #expect(CodeSystem.isPublished(system))
  }

  @Test(
    arguments: [
      "http://hospital.example/codes", "urn:oid:2.16.0840.1", "urn:oid:3.1", "urn:oid:1",
      "http://hl7.org/fhir/ValueSet/x", "http://terminology.hl7.org/CodeSystem/",
      "http://hl7.org/fhir/us/core/ValueSet/x", "urn:uuid:1", "", "loinc",
    ])
  func `is not a hospital's own, nor a value set`(system: String) {
    #expect(!CodeSystem.isPublished(system))
  }
}
