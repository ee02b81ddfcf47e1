/// Ranges that are written with a dash, with the word "to" in its place.
///
/// A dash also stands inside a single date (`2021-03-14`, `14-Mar-21`), so only what can be nothing
/// but a range is changed.
enum DateRangeWords {
  static func spelledOut(_ typed: String) -> String {
    var text = typed.trimmed
    // What netvault says back ends in a full stop.
    if text.hasSuffix(".") { text.removeLast() }
    for dash in ["\u{2013}", "\u{2014}", "\u{2212}"] {
      text = text.replacing(dash, with: text.contains(" \(dash) ") ? "-" : " - ")
    }
    let lower = text.lowercased()
    // Most dates have no dash: a search for each kind of range would be slow.
    guard lower.contains("-") || lower.hasPrefix("between ") else { return text }
    if let body = lower.wholeMatch(of: /between (.+) and (.+)/) {
      return "from \(body.output.1) to \(body.output.2)"
    }
    if text.ranges(of: " - ").count == 1, let sides = text.wholeMatch(of: /(.*\S) +- +(\S.*)/) {
      return "\(sides.output.1) to \(sides.output.2)"
    }
    if let years = lower.wholeMatch(of: /(\d{4})-(\d{4})/) {
      return "\(years.output.1) to \(years.output.2)"
    }
    // "2019-21": there is no month 21.
    if let years = lower.wholeMatch(of: /(\d\d)(\d\d)-(\d\d)/), let last = Int(years.output.3),
      last > 12
    {
      return "\(years.output.1)\(years.output.2) to \(years.output.1)\(years.output.3)"
    }
    if let months = lower.wholeMatch(of: /([a-z]{3,})-([a-z]{3,})(.*)/),
      DateWords.month(String(months.output.1)) != nil,
      DateWords.month(String(months.output.2)) != nil
    {
      return "\(months.output.1) to \(months.output.2)\(months.output.3)"
    }
    // "3-5 May 2020" and "May 3-5, 2020".
    if let days = lower.wholeMatch(of: /(\d{1,2})-(\d{1,2})( +[a-z]{3,}.*)/) {
      return "\(days.output.1) to \(days.output.2)\(days.output.3)"
    }
    if let days = lower.wholeMatch(of: /([a-z]{3,} +\d{1,2})-(\d{1,2})(\D.*)?/) {
      return "\(days.output.1) to \(days.output.2)\(days.output.3 ?? "")"
    }
    return text
  }
}
