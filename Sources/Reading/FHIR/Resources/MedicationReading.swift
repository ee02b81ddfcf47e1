internal import JSON
internal import Records

/// Medication → part of the medicines that refer to it.
///
/// By itself it does not say that anybody takes it.
enum MedicationReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    guard !resource.isUsed else { return .folded }
    if let absence = Absence.draft(of: "medicine", resource.json.concept("code")) {
      return .record(absence)
    }
    return .skipped("nothing in the file says that this medicine is taken")
  }
}
