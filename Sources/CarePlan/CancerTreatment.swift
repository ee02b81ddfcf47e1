internal import Codes
package import Records

extension Record {
  /// True for a procedure that is a treatment of cancer, by its code or, without one, its name.
  package var isCancerTreatment: Bool {
    guard let name = coded("name") else { return false }
    for coding in name.codings {
      guard let system = coding.system, let code = coding.code else { continue }
      switch CodeTable.shared.group(of: system, code) {
      case .cancerSurgery, .radiotherapy, .chemotherapy, .prrt, .ablation, .embolization:
        return true
      default: break
      }
    }
    let words = name.text.lowercased()
    return [
      "chemotherapy", "radiotherapy", "radiation therapy", "lobectomy", "pneumonectomy",
      "immunotherapy", "brachytherapy",
    ].contains { words.contains($0) }
  }
}
