internal import Records

/// What the values of a test did, in sentences. A table and a chart say the same; this is for
/// everybody, and alone for those who hear a screen.
///
/// It says what is printed and what happened, never what it means.
package enum TestWords {
  package static func sentences(_ series: TestSeries) -> [String] {
    guard let last = series.values.last else { return [] }
    var sentences = [span(series)]
    guard series.isNumber else {
      if series.values.count > 1 { sentences.append("The last one is: \(last.printed).") }
      return sentences
    }
    if let extremes = extremes(series) { sentences.append(extremes) }
    sentences += limits(series)
    sentences.append(standing(series, last))
    if let step = step(series, last) { sentences.append(step) }
    if series.laboratories.count > 1 {
      sentences.append(
        "\(series.laboratories.count) laboratories measured it: compare their values with care.")
    }
    return sentences
  }

  /// `4 values over 18 months.`
  private static func span(_ series: TestSeries) -> String {
    let values = series.values
    let count = values.count == 1 ? "1 value" : "\(values.count) values"
    let days = values.compactMap { $0.when?.date }
    guard let first = days.first, let last = days.last else { return "\(count), date not known." }
    if first.spelled == last.spelled { return "\(count), from \(last.spelled)." }
    guard first.year != last.year || (first.month != nil && last.month != nil) else {
      return "\(count) in \(last.year)."
    }
    return "\(count) over \(Span.words(from: first, to: last))."
  }

  /// Among numbers only: "<5" is a limit, and nobody knows how far below it lies.
  private static func extremes(_ series: TestSeries) -> String? {
    let numbers = series.values.filter { $0.comparator == nil && $0.number != nil }
    guard numbers.count > 1, let low = numbers.min(by: { ($0.number ?? 0) < ($1.number ?? 0) }),
      let high = numbers.max(by: { ($0.number ?? 0) < ($1.number ?? 0) })
    else { return nil }
    if low.number == high.number { return "All are \(amount(low))." }
    return "Lowest \(amount(low)), highest \(amount(high))."
  }

  private static func limits(_ series: TestSeries) -> [String] {
    let limits = series.values.filter { $0.comparator != nil }
    guard let one = limits.last else { return [] }
    return limits.count == 1
      ? ["1 value is only known as \(one.printed)."]
      : ["\(limits.count) values are only known as limits, such as \(one.printed)."]
  }

  /// How the newest values stand to the range that the laboratory printed.
  private static func standing(_ series: TestSeries, _ last: TestValue) -> String {
    guard let side = last.side else {
      return last.isJudged
        ? "The last one is within the range printed by the lab."
        : "No range is printed beside the last one."
    }
    var run = 0
    for value in series.values.reversed() {
      guard value.side == side else { break }
      run += 1
    }
    let who =
      run == series.values.count && run > 1
      ? "All of them are" : run == 1 ? "The last one is" : "The last \(run) are"
    switch side {
    case .above: return "\(who) above the range printed by the lab."
    case .below: return "\(who) below the range printed by the lab."
    case .marked: return "\(who) \(last.mark ?? "marked") by the lab."
    }
  }

  /// The step from the last value of the same laboratory: methods differ between laboratories.
  private static func step(_ series: TestSeries, _ last: TestValue) -> String? {
    guard last.comparator == nil, let new = last.number,
      let before = series.values.dropLast().last(where: { value in
        switch (value.laboratory, last.laboratory) {
        case (let one?, let other?): TestValue.isSame(one, other)
        case (nil, nil): true
        default: false
        }
      }), before.comparator == nil, let old = before.number
    else { return nil }
    let lab = series.laboratories.count > 1 ? "In the same laboratory the" : "The"
    let was = old == new ? "the same" : amount(before)
    return "\(lab) value before was \(was)\(before.when.map { day($0) } ?? "")."
  }

  /// ` on 12 May 2025`, or `, about 2019`.
  private static func day(_ when: When) -> String {
    let isDay =
      when.start?.date.day != nil && when.words == nil && !when.isAbout && !when.isPeriod
    return (isDay ? " on " : ", ") + (isDay ? when.start?.date.spelled ?? "" : when.spelled)
  }

  private static func amount(_ value: TestValue) -> String {
    value.record.quantity("value").map { ($0.comparator ?? "") + $0.number } ?? value.printed
  }
}
