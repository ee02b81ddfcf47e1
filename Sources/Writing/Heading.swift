internal import Summary

/// The words around the facts, the same in every format.
extension Summary {
  /// What the letters beside the facts mean.
  static var legend: String {
    "D: from a document, see page 2 \u{B7} P: told by the patient \u{B7} ?: sources disagree"
  }

  var pageTitle: String {
    recipient.map { "\(name): summary for \($0)" } ?? "\(name): summary for a doctor"
  }

  /// What follows the day of birth: sex, death, the reader.
  var details: [String] {
    [
      sex, died.map { "died \($0)" },
      recipient.map { "Summary for \($0)" } ?? "Summary for a doctor",
    ].compactMap { $0 }
  }
}
