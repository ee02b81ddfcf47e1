package import Records

/// The dates that plans are written with: `2030-05-11`, `2030`, `May 2030`, `11 May 2030`.
///
/// What a person types at a question is read by the terminal, which asks back. This reads what
/// stands in the words of a plan, and takes nothing that could be two days.
package enum SpelledDate {
  package static func read(_ words: String) -> PartialDate? {
    let text = words.lowercased().split { $0.isWhitespace || $0 == "," }
    if text.count == 1 { return PartialDate(text[0]).flatMap { usual($0) } }
    guard (2...3).contains(text.count), let year = Int(text[text.count - 1]) else { return nil }
    var (month, day) = (text[0], text.count == 3 ? text[1] : nil)
    // The day may stand before the month or behind it.
    if let behind = day, Int(month) != nil { (month, day) = (behind, month) }
    guard let place = place(ofMonth: month) else { return nil }
    guard let day else { return PartialDate(year: year, month: place).flatMap { usual($0) } }
    return Int(day).flatMap { PartialDate(year: year, month: place, day: $0) }
      .flatMap { usual($0) }
  }

  /// "until 45" is no year.
  private static func usual(_ date: PartialDate) -> PartialDate? {
    date.year >= 1900 ? date : nil
  }

  private static func place(ofMonth word: Substring) -> Int? {
    guard word.count >= 3 else { return nil }
    let found = PartialDate.monthNames.indices.filter {
      PartialDate.monthNames[$0].lowercased().hasPrefix(word)
    }
    return found.count == 1 ? found[0] + 1 : nil
  }
}
