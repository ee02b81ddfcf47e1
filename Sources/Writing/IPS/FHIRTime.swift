package import JSON
package import Records

/// Dates as FHIR R4 writes them (§2.24.0.1), at the precision they have.
package enum FHIRTime {
  /// A `dateTime`. A time of day without seconds or zone is cut to the day, as FHIR demands both.
  package static func dateTime(_ moment: Moment) -> String {
    guard let time = moment.time, moment.date.day != nil, isWhole(time) else {
      return moment.date.description
    }
    return "\(moment.date)T\(time.uppercased())"
  }

  /// An `instant`, or nil when the time is not known to the second.
  package static func instant(_ moment: Moment?) -> String? {
    guard let moment, let time = moment.time, isWhole(time) else { return nil }
    return dateTime(moment)
  }

  /// `HH:MM:SS`, perhaps a fraction, and a zone of at most 14 hours. A leap second is not whole:
  /// few systems can read one.
  private static func isWhole(_ time: String) -> Bool {
    let bytes = Array(time.utf8)
    func number(_ at: Int) -> Int? {
      guard at + 1 < bytes.count else { return nil }
      return Int(String(decoding: bytes[at...at + 1], as: UTF8.self))
    }
    guard bytes.count >= 9, let hour = number(0), hour < 24, let minute = number(3), minute < 60,
      bytes[5] == UInt8(ascii: ":"), let second = number(6), second < 60
    else { return false }
    var at = 8
    if bytes[at] == UInt8(ascii: ".") {
      let first = at + 1
      at = first
      while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
      guard (1...9).contains(at - first) else { return false }
    }
    guard at < bytes.count else { return false }
    if bytes[at] | 0x20 == UInt8(ascii: "z") { return at + 1 == bytes.count }
    guard let hours = number(at + 1), let minutes = number(at + 4), bytes.count == at + 6 else {
      return false
    }
    return hours < 14 && minutes < 60 || hours == 14 && minutes == 0
  }

  package static func period(_ start: Moment?, _ end: Moment?) -> JSONValue? {
    var period = JSONObject()
    period["start"] = start.map { .string(dateTime($0)) }
    period["end"] = end.map { .string(dateTime($0)) }
    return period.isEmpty ? nil : .object(period)
  }
}
