package import CarePlan
internal import Records

/// What has a day, as a file that any calendar can take in (iCalendar, RFC 5545).
///
/// Unless details are asked for, no word of a record is in it: titles are neutral, there is no text
/// and no place.
package struct CalendarFile: Sendable {
  package struct Event: Sendable {
    package var upcoming: Upcoming
    /// How often its record was changed (RFC 5545 §3.8.7.4).
    package var sequence: Int
    /// When its record was changed last: an ISO 8601 instant in UTC.
    package var modified: String
    package var isCancelled: Bool

    package init(
      _ upcoming: Upcoming, sequence: Int = 0, modified: String, isCancelled: Bool = false
    ) {
      self.upcoming = upcoming
      self.sequence = sequence
      self.modified = modified
      self.isCancelled = isCancelled
    }
  }

  /// How long before the event a calendar rings.
  package struct Alarm: Hashable, Sendable {
    /// As RFC 5545 §3.3.6 writes it, without the sign: `P1D`, `PT2H`.
    package let duration: String

    /// Reads `1d`, `2h`, `30min` or `1w`.
    package init?(_ typed: String) {
      let digits = typed.prefix { $0.isASCII && $0.isNumber }
      guard digits.count <= 4, let count = Int(digits), count > 0 else { return nil }
      switch typed.dropFirst(digits.count).lowercased() {
      case "w", "week", "weeks": duration = "P\(count)W"
      case "d", "day", "days": duration = "P\(count)D"
      case "h", "hour", "hours": duration = "PT\(count)H"
      case "m", "min", "minute", "minutes": duration = "PT\(count)M"
      default: return nil
      }
    }
  }

  /// Events with a whole day. What is only known to the month is not put on a day that nobody said.
  private let events: [Event]
  /// What was left out because only its month or year is known.
  package let leftOut: [Upcoming]
  private let madeAt: String
  private let salt: String
  private let showsDetails: Bool
  private let alarm: Alarm?

  package var count: Int { events.count }

  /// - Parameters:
  ///   - madeAt: An ISO 8601 instant in UTC.
  ///   - salt: What makes the names of events those of one vault, and keeps them from being guessed.
  ///   - monthAsFirst: True to put what is only known to the month on its first day.
  package init(
    _ events: [Event], madeAt: String, salt: String, showsDetails: Bool = false,
    alarm: Alarm? = nil, monthAsFirst: Bool = false
  ) {
    let isKept = { (event: Event) in
      event.upcoming.day.day != nil || (monthAsFirst && event.upcoming.day.month != nil)
    }
    self.events = events.filter(isKept)
    leftOut = events.filter { !isKept($0) && !$0.isCancelled }.map(\.upcoming)
    self.madeAt = madeAt
    self.salt = salt
    self.showsDetails = showsDetails
    self.alarm = alarm
  }

  /// The whole file: lines of at most 75 octets that end with CR LF (§3.1).
  package var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//netvault//netvault//EN", "CALSCALE:GREGORIAN",
    ]
    for event in events { lines += self.lines(event) }
    lines.append("END:VCALENDAR")
    return lines.map { CalendarLine.folded($0) + "\r\n" }.joined()
  }

  private func lines(_ event: Event) -> [String] {
    let upcoming = event.upcoming
    var lines = [
      "BEGIN:VEVENT", "UID:\(uid(upcoming))", "DTSTAMP:\(Self.instant(madeAt))",
      "LAST-MODIFIED:\(Self.instant(event.modified))", "SEQUENCE:\(event.sequence)",
    ]
    lines += Self.times(upcoming)
    lines.append("SUMMARY:" + CalendarLine.escaped(title(upcoming)))
    if showsDetails {
      lines.append("DESCRIPTION:" + CalendarLine.escaped(Self.description(upcoming)))
      if let place = upcoming.place { lines.append("LOCATION:" + CalendarLine.escaped(place)) }
    }
    // §3.8.1.3: a calendar that is shared does not show it to others.
    lines.append("CLASS:PRIVATE")
    if event.isCancelled { lines.append("STATUS:CANCELLED") }
    if let alarm, !event.isCancelled {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + CalendarLine.escaped(title(upcoming)),
        "TRIGGER:-\(alarm.duration)", "END:VALARM",
      ]
    }
    return lines + ["END:VEVENT"]
  }

  private func title(_ upcoming: Upcoming) -> String {
    showsDetails ? upcoming.what : upcoming.topic.neutralWords
  }

  /// A day without its time takes the whole day, and its end is the day after (§3.6.1); it leaves the
  /// day free for other things (§3.8.2.7). A time is the one on the wall, in no zone (§3.3.5), and
  /// nobody knows how long it takes, so it has no end.
  private static func times(_ upcoming: Upcoming) -> [String] {
    let first = upcoming.day.firstDay
    let day = first.description.replacing("-", with: "")
    if let time = upcoming.time, upcoming.day.day != nil, let clock = clock(time) {
      return ["DTSTART:\(day)T\(clock)"]
    }
    let next = (PartialDate(dayNumber: first.dayNumber + 1) ?? first).description
    return [
      "DTSTART;VALUE=DATE:\(day)", "DTEND;VALUE=DATE:\(next.replacing("-", with: ""))",
      "TRANSP:TRANSPARENT",
    ]
  }

  /// `103000` of `10:30`. There is no hour 24 in a calendar (§3.3.12).
  private static func clock(_ time: String) -> String? {
    let parts = time.split(separator: ":")
    guard parts.count >= 2, parts[0].count == 2, parts[1].count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return "\(parts[0])\(parts[1])00"
  }

  private static func description(_ upcoming: Upcoming) -> String {
    var lines = ["Why: \(upcoming.why)"]
    if let who = upcoming.saidBy { lines.append("Said by: \(who)") }
    if upcoming.day.day == nil { lines.append("Only the month is known: \(upcoming.day.spelled)") }
    if let first = upcoming.earliest { lines.append("Not before: \(first.spelled)") }
    if let last = upcoming.latest { lines.append("Not after: \(last.spelled)") }
    return lines.joined(separator: "\n")
  }

  /// `2026-11-21T10:12:00Z` as `20261121T101200Z` (§3.3.5, form 2).
  private static func instant(_ text: String) -> String {
    let digits = text.prefix(19).filter { $0.isASCII && $0.isNumber }
    guard digits.count == 14 else { return "19700101T000000Z" }
    return "\(digits.prefix(8))T\(digits.suffix(6))Z"
  }

  /// The same in every file of the same vault, so that a calendar brings the event up to date
  /// (§3.8.4.7). 128 bits of a name that is random itself: it says nothing.
  private func uid(_ upcoming: Upcoming) -> String {
    ShortName.of("\(salt)/\(upcoming.name)") + "@netvault"
  }
}

/// A short name for a longer one: FNV-1a twice, 128 bits. It is no secret.
package enum ShortName {
  package static func of(_ text: String) -> String {
    var name = ""
    for start: UInt64 in [0xcbf2_9ce4_8422_2325, 0x9ae1_6a3b_2f90_404f] {
      var hash = start
      for byte in text.utf8 {
        hash ^= UInt64(byte)
        hash = hash &* 0x0000_0100_0000_01b3
      }
      let digits = String(hash, radix: 16)
      name += String(repeating: "0", count: 16 - digits.count) + digits
    }
    return name
  }
}
