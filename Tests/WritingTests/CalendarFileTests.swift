import CarePlan
import Records
import Testing
import Writing

@Suite struct `A calendar file` {
  private static func day(_ text: String) -> PartialDate {
    guard let day = PartialDate(text) else { preconditionFailure("\(text) is no date") }
    return day
  }

  private static func visit(
    _ what: String = "oncology; Dr. Lee, \"new\"", day: String = "2026-12-03",
    time: String? = "10:30", of id: String = "a"
  ) -> Upcoming {
    Upcoming(
      .visit, of: RecordID(id), what: what, day: Self.day(day), time: time,
      place: "City Clinic\nroom 12", why: "the day that was booked", saidBy: "Dr. Lee")
  }

  private static func file(
    _ upcoming: [Upcoming], details: Bool = false, alarm: String? = nil, months: Bool = false,
    isCancelled: Bool = false
  ) -> CalendarFile {
    CalendarFile(
      upcoming.map {
        CalendarFile.Event(
          $0, sequence: 2, modified: "2026-11-17T18:00:00Z", isCancelled: isCancelled)
      }, madeAt: "2026-11-21T10:12:00Z", salt: "vault", showsDetails: details,
      alarm: alarm.flatMap { CalendarFile.Alarm($0) }, monthAsFirst: months)
  }

  @Test func `is exactly this, without details`() {
    let lines = CalendarLines(Self.file([Self.visit()]).text)
    #expect(lines.faults == [])
    #expect(
      lines.unfolded.map { $0.hasPrefix("UID:") ? "UID:" : $0 } == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//netvault//netvault//EN",
        "CALSCALE:GREGORIAN", "BEGIN:VEVENT", "UID:", "DTSTAMP:20261121T101200Z",
        "LAST-MODIFIED:20261117T180000Z", "SEQUENCE:2", "DTSTART:20261203T103000",
        "SUMMARY:Health appointment", "CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR",
      ])
  }

  @Test func `says what it is, why and where only when details are asked for`() {
    let lines = CalendarLines(Self.file([Self.visit()], details: true).text)
    #expect(lines.faults == [])
    #expect(lines.value("SUMMARY") == #"oncology\; Dr. Lee\, "new""#)
    #expect(lines.value("LOCATION") == #"City Clinic\nroom 12"#)
    #expect(lines.value("DESCRIPTION") == #"Why: the day that was booked\nSaid by: Dr. Lee"#)
    for topic in Upcoming.Topic.allCases {
      let canary = Upcoming(
        topic, of: RecordID("xqzword"), what: "xqzword", day: Self.day("2026-12-03"),
        place: "xqzword",
        why: "xqzword", saidBy: "xqzword")
      #expect(!Self.file([canary], alarm: "1d").text.contains("xqzword"))
    }
  }

  @Test func `puts a day without a time on the whole day, which ends the day after`() {
    func times(_ day: String, _ time: String? = nil) -> [String?] {
      let lines = CalendarLines(Self.file([Self.visit(day: day, time: time)]).text)
      return [lines.value("DTSTART;VALUE=DATE"), lines.value("DTEND;VALUE=DATE")]
    }
    #expect(times("2028-02-29") == ["20280229", "20280301"])
    #expect(times("2026-12-31") == ["20261231", "20270101"])
    #expect(times("2026-12-31", "24:00") == ["20261231", "20270101"], "there is no hour 24")
    #expect(times("2026-12-31", "nonsense") == ["20261231", "20270101"])
  }

  @Test func `makes up no day for a month, unless it is asked to`() {
    let month = Self.visit(day: "2026-12", time: nil)
    let year = Self.visit(day: "2027", time: nil, of: "b")
    let without = Self.file([month, year])
    #expect(without.count == 0 && without.leftOut == [month, year])
    let with = Self.file([month, year], details: true, months: true)
    #expect(with.count == 1 && with.leftOut == [year])
    let lines = CalendarLines(with.text)
    #expect(lines.value("DTSTART;VALUE=DATE") == "20261201")
    #expect(lines.value("DESCRIPTION")?.contains("Only the month is known: December 2026") == true)
  }

  @Test func `rings only when asked, and never for what was called off`() {
    #expect(!Self.file([Self.visit()]).text.contains("VALARM"))
    let lines = CalendarLines(Self.file([Self.visit()], alarm: "1d").text)
    #expect(lines.value("TRIGGER") == "-P1D" && lines.value("ACTION") == "DISPLAY")
    let off = CalendarLines(Self.file([Self.visit()], alarm: "1d", isCancelled: true).text)
    #expect(off.value("STATUS") == "CANCELLED" && off.value("TRIGGER") == nil)
  }

  @Test(
    arguments: [
      ("1d", "P1D"), ("2h", "PT2H"), ("30min", "PT30M"), ("1w", "P1W"), ("0d", nil), ("d", nil),
      ("1x", nil), ("-1d", nil), ("99999d", nil), ("", nil), ("1 d", nil),
    ] as [(String, String?)])
  func `knows how long before`(typed: String, duration: String?) {
    #expect(CalendarFile.Alarm(typed)?.duration == duration)
  }

  @Test func `names an event for good, and each one by another name`() {
    func uid(_ one: Upcoming) -> String? { CalendarLines(Self.file([one]).text).value("UID") }
    let first = uid(Self.visit())
    #expect(first == uid(Self.visit("other words", day: "2027-01-01", time: nil)))
    #expect(first != uid(Self.visit(of: "b")))
    #expect(first?.wholeMatch(of: /[0-9a-f]{32}@netvault/) != nil)
    let many = (0..<200).map { Self.visit(of: "record \($0)") }
    #expect(Set(CalendarLines(Self.file(many).text).values("UID")).count == 200)
  }

  @Test(
    arguments: [
      String(repeating: "a", count: 300), String(repeating: "é", count: 100),
      String(repeating: "👩‍👩‍👧‍👦", count: 30), String(repeating: "שלום, ", count: 40),
      String(repeating: "漢字", count: 60), "a" + String(repeating: "\u{301}", count: 120),
      String(repeating: "\\;,", count: 50), "one\r\ntwo\u{0}three\u{202E}four\tfive\u{2028}six", "",
    ])
  func `folds at 75 octets and never cuts a letter`(words: String) {
    let text = Self.file([Self.visit(words)], details: true).text
    let lines = CalendarLines(text)
    #expect(lines.faults == [])
    let read = CalendarLines.text(lines.value("SUMMARY") ?? "?")
    let expected = words.replacing("\r\n", with: "\n").replacing("\u{2028}", with: "\n")
      .replacing("\t", with: " ").unicodeScalars.filter { ![0, 0x202E].contains($0.value) }
    #expect(Array(read.unicodeScalars) == Array(expected))
  }
}

/// Reads a calendar file by the words of RFC 5545 alone, and says what is not as it asks.
struct CalendarLines {
  private(set) var unfolded: [String] = []
  private(set) var faults: [String] = []

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var lines: [[UInt8]] = [[]]
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A:
        if place == 0 || bytes[place - 1] != 0x0D { faults.append("LF without CR") }
        lines.append([])
      case 0x0D:
        if place + 1 == bytes.count || bytes[place + 1] != 0x0A { faults.append("CR without LF") }
      case 0x00..<0x20, 0x7F: faults.append("control sign \(byte)")
      default: lines[lines.count - 1].append(byte)
      }
    }
    if lines.removeLast() != [] { faults.append("the last line has no end") }
    for line in lines {
      if line.count > 75 { faults.append("\(line.count) octets") }
      guard String(validating: line, as: UTF8.self) != nil else {
        faults.append("a letter is cut")
        continue
      }
      if line.first == 0x20, var last = unfolded.popLast() {
        last += String(decoding: line.dropFirst(), as: UTF8.self)
        unfolded.append(last)
      } else {
        unfolded.append(String(decoding: line, as: UTF8.self))
      }
    }
    if unfolded.first != "BEGIN:VCALENDAR" { faults.append("begin") }
    if unfolded.last != "END:VCALENDAR" { faults.append("end") }
    let names = values("UID")
    if Set(names).count != names.count { faults.append("two events have one name") }
    if names.count != unfolded.count(where: { $0 == "BEGIN:VEVENT" }) { faults.append("no name") }
  }

  func values(_ name: String) -> [String] {
    unfolded.filter { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
  }

  func value(_ name: String) -> String? { values(name).first }

  /// A text without its backslashes.
  static func text(_ escaped: String) -> String {
    var text = ""
    var isEscaped = false
    for scalar in escaped.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
