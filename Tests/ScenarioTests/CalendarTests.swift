internal import Foundation
internal import JSON
import Testing

@Suite struct `The calendar file` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      ["visit", "--what", "oncology 👩‍⚕️", "--date", "2026-12-03 10:30", "--place", "City Clinic"],
      ["visit", "--what", "surgeon", "--date", "2026-12-10"],
      ["follow-up", "--what", "CT", "--due", "December 2026", "--asked-by", "Dr. Lee"],
      ["follow-up", "--what", "blood test", "--due", "2026-11-02", "--asked-by", "Dr. Lee"],
    ] {
      let added = try desk.netvault(["add"] + words + ["--no-input", "--today", "2026-11-21"])
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  private func lines(_ desk: Desk, _ words: String...) throws -> [String] {
    let outcome = try desk.netvault(
      ["calendar", "-o", "-", "--today", "2026-11-21"] + words)
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(!outcome.out.replacing("\r\n", with: "").contains("\n"), "every line ends with CR LF")
    return outcome.out.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
  }

  @Test func `says no more than the days, and what it is only when asked`() throws {
    let desk = try desk()
    let bare = try lines(desk)
    #expect(bare.count { $0 == "SUMMARY:Health appointment" } == 2, "\(bare)")
    #expect(
      bare.contains("DTSTART:20261203T103000") && bare.contains("DTSTART;VALUE=DATE:20261210"))
    for word in ["oncology", "surgeon", "City", "Lee", "CT"] {
      #expect(!bare.contains { $0.contains(word) }, "\(word)")
    }
    let full = try lines(desk, "--details", "--month-as-first", "--alarm", "1d")
    #expect(full.contains("SUMMARY:oncology 👩‍⚕️") && full.contains("LOCATION:City Clinic"))
    #expect(full.contains("DTSTART;VALUE=DATE:20261201") && full.contains("TRIGGER:-P1D"))
    #expect(try lines(desk, "--until", "2026-12-05").count { $0 == "BEGIN:VEVENT" } == 1)
  }

  @Test func `is a new file of one's own, and says what it reveals`() throws {
    let desk = try desk()
    let written = try desk.netvault("calendar", "--today", "2026-11-21")
    #expect(written.exit == .done, "\(written)")
    for words in [
      "health-calendar-2026-11-21.ics   2 events", "1 thing without a day left out",
      "1 thing overdue left out", "This file is not locked.",
    ] {
      #expect(written.err.contains(words), "should say \"\(words)\"\n\(written)")
    }
    let path = desk.path("health-calendar-2026-11-21.ics")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let before = try desk.read("health-calendar-2026-11-21.ics")
    let again = try desk.withoutChange("calendar", "--today", "2026-11-21")
    #expect(again.exit == .answeredNo && again.err.contains("already there"), "\(again)")
    #expect(try desk.read("health-calendar-2026-11-21.ics") == before)
    #expect(try desk.netvault("calendar", "--replace", "--today", "2026-11-21").exit == .done)
    let folder = try desk.withoutChange("calendar", "-o", desk.folder.path)
    #expect(folder.exit == .noRoom, "\(folder)")
  }

  @Test func `brings events up to date, and calls off what was called off`() throws {
    let desk = try desk()
    func event(_ lines: [String], _ start: String) -> [String] {
      guard let place = lines.firstIndex(of: start),
        let first = lines[..<place].lastIndex(of: "BEGIN:VEVENT"),
        let last = lines[place...].firstIndex(of: "END:VEVENT")
      else { return [] }
      return Array(lines[first...last])
    }
    let old = event(try lines(desk), "DTSTART:20261203T103000")
    #expect(old.contains("SEQUENCE:0"))
    _ = try desk.netvault("edit", "visit:oncology", "--date", "2026-12-04 09:15", "--no-input")
    _ = try desk.netvault("edit", "visit:surgeon", "--status", "cancelled", "--no-input")
    let all = try lines(desk)
    let new = event(all, "DTSTART:20261204T091500")
    #expect(new.contains("SEQUENCE:1"), "\(all)")
    #expect(new.first { $0.hasPrefix("UID") } == old.first { $0.hasPrefix("UID") })
    let off = event(all, "DTSTART;VALUE=DATE:20261210")
    #expect(off.contains("STATUS:CANCELLED") && off.contains("SUMMARY:Health appointment"))
    let changed = try lines(desk, "--since", "2026-11-21", "--until", "2027")
    #expect(changed.count { $0 == "BEGIN:VEVENT" } >= 2)
    _ = try desk.netvault("remove", "visit:oncology", "--yes")
    let gone = try lines(desk)
    #expect(event(gone, "DTSTART:20261204T091500").contains("STATUS:CANCELLED"), "\(gone)")
  }

  @Test func `says what is wrong with a day, and writes nothing`() throws {
    let desk = try desk()
    for (words, exit, saying) in [
      (["--alarm", "soon"], Exit.notUnderstood, "--alarm 1d"),
      (["--since", "2099"], .notFound, "nothing with a day"),
      (["--until", "2020"], .notFound, "nothing with a day"),
      (["--until", "31 June"], .needsAnswer, "June has 30 days"),
    ] {
      let outcome = try desk.netvault(["calendar", "--today", "2026-11-21"] + words)
      outcome.expectPlainWords(exit, saying: saying)
    }
    try Desk.withVault().withoutChange("calendar")
      .expectPlainWords(.notFound, saying: "nothing with a day")
    let files = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    #expect(!files.contains { $0.hasSuffix(".ics") }, "\(files)")
  }
}
