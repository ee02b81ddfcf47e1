package import Records

/// A row that was taken from a named source on a day. Sources change, so that old rows say so.
package protocol DatedRule: Sendable {
  var source: String { get }
  /// The day on which it was looked up, as `2026-11-21`.
  var asOf: String { get }
}

extension DatedRule {
  /// More months than this after it was looked up, a row asks to be looked at again.
  package static var monthsUntilOld: Int { 18 }

  /// True when it was looked up more than 18 months before `today`.
  package func isOld(on today: PartialDate) -> Bool {
    guard let day = PartialDate(asOf), let limit = today.adding(months: -Self.monthsUntilOld)
    else { return true }
    return day < limit
  }

  /// `American Cancer Society, ..., as of 21 November 2026`, with a hint where it is old.
  package func sourceWords(on today: PartialDate) -> String {
    let day = PartialDate(asOf)?.spelled ?? asOf
    let old = isOld(on: today) ? ". That is long ago: look whether it is still so" : ""
    return "\(source), as of \(day)\(old)"
  }
}
