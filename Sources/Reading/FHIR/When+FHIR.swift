internal import JSON
internal import Records

extension When {
  /// A date or date and time, verbatim; words when it is neither.
  init(printed text: String) {
    if let moment = Moment(text) {
      self.init(start: moment)
    } else {
      self.init(words: text)
    }
  }

  init?(period json: JSONValue) {
    let (start, end) = (json.text("start"), json.text("end"))
    guard start != nil || end != nil else { return nil }
    let (first, last) = (start.flatMap { Moment($0) }, end.flatMap { Moment($0) })
    // What is no date is kept in words, and with it the other end.
    let isSound = (start == nil) == (first == nil) && (end == nil) == (last == nil)
    let words = isSound ? nil : [start, end].compactMap(\.self).joined(separator: " to ")
    self.init(start: first, end: last, isPeriod: true, words: words)
  }

  /// One of the types that `onset[x]`, `effective[x]` and their like may have.
  init?(type: String, _ json: JSONValue) {
    switch type {
    case "DateTime", "Date", "Instant", "Time":
      guard let text = json.plainText else { return nil }
      self.init(printed: text)
    case "Period": self.init(period: json)
    case "Age", "Quantity", "Duration":
      guard let age = Quantity(json: json) else { return nil }
      self.init(words: "at the age of \(age.spelledTime)")
    case "Range":
      let ends = [json.quantity("low"), json.quantity("high")].compactMap { $0?.spelledTime }
      guard !ends.isEmpty else { return nil }
      self.init(words: "at the age of \(ends.joined(separator: " to "))")
    case "String":
      guard let text = json.plainText else { return nil }
      self.init(words: text)
    case "Timing": self.init(timing: json)
    default: return nil
    }
  }

  private init?(timing json: JSONValue) {
    let events = json.texts("event")
    if let first = events.first {
      let last = events.count > 1 ? events.last.flatMap { Moment($0) } : nil
      guard let start = Moment(first) else {
        self.init(words: events.joined(separator: ", "))
        return
      }
      self.init(start: start, end: last)
      return
    }
    if let bounds = json["repeat"]?.period("boundsPeriod") {
      self = bounds
      return
    }
    guard let words = Dosage.timing(json) else { return nil }
    self.init(words: words)
  }

  /// The first moment alone, for kinds that keep start and end in two fields.
  var onlyStart: When? {
    if let words, start == nil { return When(words: words) }
    return start.map { When(start: $0, isAbout: isAbout) }
  }

  var onlyEnd: When? { end.map { When(start: $0, isAbout: isAbout) } }
}

extension Quantity {
  /// `45 years`: UCUM's letters for time are not words.
  var spelledTime: String {
    let names = [
      "a": "years", "mo": "months", "wk": "weeks", "d": "days", "h": "hours", "min": "minutes",
      "s": "seconds",
    ]
    guard let name = names[unit ?? code ?? ""] else { return printed }
    return "\(comparator ?? "")\(number) \(name)"
  }
}
