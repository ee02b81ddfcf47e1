internal import Records

/// What a marker's values do, in words that a table says as well.
///
/// Values are compared only when unit and laboratory are the same: methods differ, and so do their
/// numbers. It says what happened, never what it means.
package enum Trend {
  /// The step from the value before to the newest: `up from 92 ng/mL`. Nil when there is none.
  package static func step(_ series: ResultSeries) -> String? {
    let values = series.records.filter { $0.quantity("value") != nil }
    guard values.count > 1, let new = values[0].quantity("value"),
      let old = values[1].quantity("value")
    else { return nil }
    guard old.unit == new.unit, values[0].words("laboratory") == values[1].words("laboratory")
    else { return "not comparable with the one before: another laboratory or unit" }
    guard old.comparator == nil, new.comparator == nil, let first = old.approximate,
      let second = new.approximate
    else { return old.printed == new.printed ? "the same as before" : "before: \(old.printed)" }
    if first == second { return "the same as before" }
    return "\(first < second ? "up" : "down") from \(old.printed)"
  }

  /// The newest value, its mark and the step, as one sentence for a person.
  package static func words(_ series: ResultSeries) -> String? {
    guard let newest = series.records.first(where: { $0.quantity("value") != nil }),
      let value = newest.quantity("value")
    else { return nil }
    let words = [
      "\(value.printed), \(newest.when?.spelled ?? "date not known")", newest.mark,
      step(series) ?? "no earlier value",
    ]
    return words.compactMap { $0 }.joined(separator: ", ")
  }
}
