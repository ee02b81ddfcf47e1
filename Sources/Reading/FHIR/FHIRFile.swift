internal import JSON
internal import Records

/// All that the readers of single resources know about the file around them.
final class FHIRFile {
  let references = References()
  /// The staging observations of each condition.
  var stagings: [ObjectIdentifier: [Resource]] = [:]
  private let makeID: () -> RecordID

  init(makeID: @escaping () -> RecordID) { self.makeID = makeID }

  func recordID(of resource: Resource) -> RecordID {
    if let id = resource.known.recordID { return id }
    let id = makeID()
    resource.known.recordID = id
    return id
  }

  func newID() -> RecordID { makeID() }

  /// How each type is read. A type that is not here is counted and left alone.
  static let readers: [String: @Sendable (Resource, FHIRFile) -> Outcome] = [
    "AllergyIntolerance": AllergyReading.read,
    "Appointment": AppointmentReading.read,
    "Binary": BinaryReading.read,
    "CarePlan": CarePlanReading.read,
    "CareTeam": CareTeamReading.read,
    "Composition": CompositionReading.read,
    "Condition": ConditionReading.read,
    "Consent": ConsentReading.read,
    "Coverage": CoverageReading.read,
    "Device": DeviceReading.read,
    "DeviceUseStatement": DeviceUseReading.read,
    "DiagnosticReport": ReportReading.read,
    "DocumentReference": DocumentReading.read,
    "Encounter": EncounterReading.read,
    "ExplanationOfBenefit": ClaimReading.read,
    "FamilyMemberHistory": FamilyReading.read,
    "Flag": FlagReading.read,
    "ImagingStudy": ImagingStudyReading.read,
    "Immunization": ImmunizationReading.read,
    "Medication": MedicationReading.read,
    "MedicationAdministration": MedicineReading.administration,
    "MedicationOrder": MedicineReading.request,
    "MedicationRequest": MedicineReading.request,
    "MedicationStatement": MedicineReading.statement,
    "Observation": ObservationReading.read,
    "Organization": OrganizationReading.read,
    "Patient": PatientReading.read,
    "Practitioner": PractitionerReading.read,
    "PractitionerRole": PractitionerRoleReading.read,
    "Procedure": ProcedureReading.read,
    "RelatedPerson": RelatedPersonReading.read,
  ]

  /// Types that other resources may already tell of: they are read last.
  static let readLast: Set = [
    "Binary", "Device", "Goal", "Location", "Medication", "Organization", "Practitioner",
    "PractitionerRole", "RelatedPerson", "Specimen",
  ]
}
