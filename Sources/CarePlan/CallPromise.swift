package import Records

/// What was promised in a call, and whether it is time to ask again.
package struct CallPromise: Hashable, Sendable {
  package let call: RecordID
  package let with: String
  package let what: String
  package let by: PartialDate?
  package let reference: String?
  package let made: PartialDate?

  /// Nil for a call in which nothing was promised.
  package init?(_ call: Record) {
    guard call.kind == .call, !call.isRetracted, let promised = call.words("promised") else {
      return nil
    }
    self.call = call.id
    with = call.words("with") ?? call.title
    what = promised
    by = call.when("by")?.date
    reference = call.words("reference")
    made = call.when("date")?.date
  }

  /// `promised by 3 December 2026`, `promised by 20 November 2026: not heard yet, 9 days`.
  ///
  /// A call to the same company after the promised day is taken for the answer.
  package func words(on today: PartialDate, later calls: [Record] = []) -> String {
    guard let by else { return "promised, without a day" }
    guard by.lastDay < today.firstDay else { return "promised by \(by.spelled)" }
    if isAnswered(by: calls) { return "promised by \(by.spelled); you called again after it" }
    return "promised by \(by.spelled): not heard yet, "
      + "\(Span.words(from: by.lastDay, to: today)) late"
  }

  package func isAnswered(by calls: [Record]) -> Bool {
    guard let by else { return false }
    return calls.contains { other in
      other.id != call && NameWords(other.words("with") ?? "").isMeant(by: NameWords(with))
        && (other.when("date")?.date).map { $0.firstDay > by.lastDay } ?? false
    }
  }
}
