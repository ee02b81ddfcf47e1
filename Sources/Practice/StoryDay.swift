internal import JSON
internal import Records

/// The days of the story, counted from the day on which it is told: so it never grows old.
///
/// In the story a day is written as a distance in braces: `{-6y5m3d}`, `{-2w}`, `{18d}`. It is as
/// precise as its smallest part: `{-6y}` is a year and `{-6y5m}` a month, and nothing is filled in.
/// `{-3y4d workday}` is the day nearest to it that is no Saturday or Sunday. A text that begins with
/// one and goes on with nothing, or with a time, becomes a FHIR date; in other texts it is spelled
/// out in words.
struct StoryDay {
  let today: PartialDate

  /// The value with every day in it counted.
  func tell(_ json: JSONValue) -> JSONValue {
    switch json {
    case .string(let text): .string(tell(text))
    case .array(let values): .array(values.map { tell($0) })
    case .object(let object): .object(JSONObject(object.map { ($0.key, tell($0.value)) }))
    default: json
    }
  }

  func tell(_ text: String) -> String {
    guard text.contains("{") else { return text }
    var told = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      told += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}"),
        let date = date(rest[rest.index(after: open)..<close])
      else {
        told.append("{")
        rest = rest[rest.index(after: open)...]
        continue
      }
      let after = rest[rest.index(after: close)...]
      let isDate = open == text.startIndex && (after.isEmpty || after.first == "T")
      told += isDate ? date.description : date.spelled
      rest = after
    }
    return told + rest
  }

  /// The day of `-6y5m3d workday`; nil for other words.
  func date(_ words: Substring) -> PartialDate? {
    let parts = words.split(separator: " ")
    guard let distance = parts.first, parts.count == 1 || parts.dropFirst() == ["workday"],
      let steps = Self.steps(distance)
    else { return nil }
    let isPast = distance.hasPrefix("-")
    let sign = isPast ? -1 : 1
    guard let month = today.adding(months: sign * steps.months) else { return nil }
    switch steps.precision {
    case "y": return PartialDate(year: month.year)
    case "m": return PartialDate(year: month.year, month: month.month)
    default:
      let number = month.dayNumber + sign * steps.days
      return PartialDate(dayNumber: parts.count == 1 ? number : Self.workday(number))
    }
  }

  private static func steps(
    _ distance: Substring
  ) -> (months: Int, days: Int, precision: Character)? {
    var (months, days) = (0, 0)
    var precision: Character?
    var digits = ""
    for letter in distance.drop(while: { $0 == "-" }) {
      if letter.isNumber {
        digits.append(letter)
        continue
      }
      guard let count = Int(digits) else { return nil }
      digits = ""
      precision = letter
      switch letter {
      case "y": months += 12 * count
      case "m": months += count
      case "w": days += 7 * count
      case "d": days += count
      default: return nil
      }
    }
    guard digits.isEmpty, let precision else { return nil }
    return (months, days, precision)
  }

  /// Saturday becomes Friday, Sunday becomes Monday. 1 January 1970 was a Thursday.
  private static func workday(_ number: Int) -> Int {
    switch ((number + 4) % 7 + 7) % 7 {
    case 6: number - 1
    case 0: number + 1
    default: number
    }
  }
}
