/// A date with, perhaps, a time of day and zone, exactly as a document printed it.
package struct Moment: Hashable, Sendable {
  package var date: PartialDate
  /// What stood after the `T` of an ISO 8601 date and time, such as `10:30:00+02:00`. It is kept
  /// as printed: converting it to another zone could change the day.
  package var time: String?

  package init(_ date: PartialDate, time: String? = nil) {
    self.date = date
    self.time = time
  }

  /// Reads a FHIR R4 `date`, `dateTime` or `instant`.
  package init?(_ text: some StringProtocol) {
    if let mark = text.firstIndex(where: { $0 == "T" || $0 == "t" }) {
      let rest = text[text.index(after: mark)...]
      guard let date = PartialDate(text[..<mark]), date.day != nil, Self.isTime(rest) else {
        return nil
      }
      self.init(date, time: String(rest))
    } else {
      guard let date = PartialDate(text) else { return nil }
      self.init(date)
    }
  }

  /// `HH:MM`, optional seconds and fraction, optional zone (RFC 3339 §5.6, seconds optional).
  private static func isTime(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    func pair(_ at: Int, upTo limit: Int) -> Bool {
      guard at + 1 < bytes.count, (0x30...0x39).contains(bytes[at]),
        (0x30...0x39).contains(bytes[at + 1])
      else { return false }
      return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30) <= limit
    }
    guard pair(0, upTo: 24), bytes.count >= 5, bytes[2] == UInt8(ascii: ":"), pair(3, upTo: 59)
    else { return false }
    var at = 5
    if at < bytes.count, bytes[at] == UInt8(ascii: ":") {
      guard pair(at + 1, upTo: 60) else { return false }
      at += 3
      if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
        at += 1
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
      }
    }
    if at == bytes.count { return true }
    if bytes[at] == UInt8(ascii: "Z") || bytes[at] == UInt8(ascii: "z") {
      return at + 1 == bytes.count
    }
    guard bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-"), pair(at + 1, upTo: 24)
    else { return false }
    return bytes.count == at + 6 && bytes[at + 3] == UInt8(ascii: ":") && pair(at + 4, upTo: 59)
  }

  /// `14 June 1961` or `14 June 1961, 10:30`.
  package var spelled: String {
    guard let time else { return date.spelled }
    return "\(date.spelled), \(time.prefix(5))"
  }
}

extension Moment: CustomStringConvertible {
  /// As FHIR writes it.
  package var description: String {
    guard let time else { return date.description }
    return "\(date)T\(time)"
  }
}

/// When something happened, as far as it is known: a moment, a period, "about", or only words.
package struct When: Hashable, Sendable {
  /// The moment, or the start of a period. Nil when only words, or only an end, are known.
  package var start: Moment?
  /// The end of a period.
  package var end: Moment?
  /// True for a period, also for one that has not ended.
  package var isPeriod: Bool
  /// True when the person said "about".
  package var isAbout: Bool
  /// What was typed or printed, where a date does not say it all ("spring 2019").
  package var words: String?

  package init(
    start: Moment?, end: Moment? = nil, isPeriod: Bool = false, isAbout: Bool = false,
    words: String? = nil
  ) {
    self.start = start
    self.end = end
    self.isPeriod = isPeriod || end != nil
    self.isAbout = isAbout
    self.words = words
  }

  package init(_ date: PartialDate) {
    self.init(start: Moment(date))
  }

  package init(words: String) {
    self.init(start: nil, words: words)
  }

  /// The date to sort and to compare by.
  package var date: PartialDate? { start?.date ?? end?.date }

  /// In full words, for people: `14 June 1961`, `about 2019`, `from 3 May 2020 to June 2020`.
  package var spelled: String {
    if let words { return words }
    let text =
      switch (start, end) {
      case (let start?, let end?) where start.date == end.date: start.date.spelled
      case (let start?, let end?): "from \(start.date.spelled) to \(end.date.spelled)"
      case (let start?, nil): isPeriod ? "since \(start.date.spelled)" : start.spelled
      case (nil, let end?): "until \(end.date.spelled)"
      case (nil, nil): "date not known"
      }
    return isAbout ? "about \(text)" : text
  }
}
