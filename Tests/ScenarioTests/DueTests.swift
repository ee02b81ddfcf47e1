internal import Foundation
internal import JSON
import Testing

@Suite struct `What is due` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      ["visit", "--what", "oncology", "--date", "2026-12-03 10:30", "--place", "City Clinic"],
      ["follow-up", "--what", "CT", "--due", "2026-11-02", "--asked-by", "Dr. Lee"],
      ["follow-up", "--what", "blood test", "--due", "November 2026"],
      ["checklist-item", "--what", "call", "--due", "2027-02-01", "--owner", "Jonas"],
    ] {
      let added = try desk.netvault(["add"] + words + ["--no-input", "--today", "2026-11-21"])
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  @Test func `is shown in full: what is late, what is now, and what comes`() throws {
    let desk = try desk()
    let due = try desk.withoutChange("due", "--today", "2026-11-21")
    #expect(due.exit == .done, "\(due)")
    for words in [
      "Overdue\n", "2 November 2026", "CT, OVERDUE 19 days.",
      "Now\n", "blood test",
      "nobody wrote down who said so", "Until 21 December 2026\n", "3 December 2026, 10:30",
    ] {
      #expect(due.out.contains(words), "should say \"\(words)\"\n\(due)")
    }
    #expect(!due.out.contains("Jonas"), "\(due)")
    let plain = try desk.netvault("due", "--within", "1y", "--plain", "--today", "2026-11-21")
    #expect(
      plain.out.split(separator: "\n").map {
        $0.split(separator: "\t").prefix(4).joined(separator: " ")
      }
        == [
          "2026-11-02 overdue check CT", "2026-11 now check blood test",
          "2026-12-03 ahead visit oncology", "2027-02-01 ahead task call",
        ], "\(plain)")
    let json = try desk.netvault("due", "--within", "11d", "--json", "--today", "2026-11-21")
      .jsonWhenDone()
    #expect(json["due"]?.array?.count == 2 && json["until"]?.string == "2026-12-02")
    let heard = try desk.netvault("due", "--accessible", "--today", "2026-11-21")
    #expect(
      heard.out.contains(
        "1. When: 2 November 2026. What: CT, OVERDUE 19 days."
      ), "\(heard)")
  }

  @Test func `says so when there is nothing, and asks for a time that it knows`() throws {
    let desk = try Desk.withVault()
    let none = try desk.withoutChange("due", "--today", "2026-11-21")
    #expect(none.exit == .done && none.out == "Nothing is due until 21 December 2026.\n", "\(none)")
    for wrong in ["soon", "-1d", "5", "d", "99999d"] {
      let outcome = try desk.withoutChange("due", "--within=\(wrong)")
      outcome.expectPlainWords(.notUnderstood, saying: "--within 60d")
    }
    let leap = try desk.netvault("due", "--within", "1y", "--today", "2028-02-29")
    #expect(leap.out.contains("28 February 2029"), "\(leap)")
  }

  @Test func `says in which days a check may be done, wherever the check stands`() throws {
    let desk = try Desk.withVault()
    for words in [
      [
        "follow-up", "--what", "CT", "--due", "2026-12-17", "--asked-by", "Dr. Lee", "--early",
        "2 weeks", "--late", "1 month",
      ], ["visit", "--what", "oncology", "--date", "2026-12-20"],
    ] {
      let added = try desk.netvault(["add"] + words + ["--no-input", "--today", "2026-11-21"])
      #expect(added.exit == .done, "\(added)")
    }
    let window = "ay be done from 3 December 2026 to 17 January 2027"
    for words in [
      ["due"], ["visit"], ["schedule"], ["plan"], ["due", "print", "--format", "text", "-o", "-"],
      ["visit", "print", "--format", "text", "-o", "-"],
    ] {
      let said = try desk.netvault(words + ["--today", "2026-11-21"])
      // A plan marks at the end of a line where it comes from: P, by the patient.
      let text = said.out.split(whereSeparator: \.isWhitespace).filter { $0 != "P" }
        .joined(separator: " ")
      #expect(text.contains(window), "\(words)\n\(said)")
    }
  }

  @Test func `is printed with boxes to tick, without what is private`() throws {
    let desk = try desk()
    let secret = try desk.netvault(
      "add", "checklist-item", "--what", "ask the lawyer", "--due", "2026-11-30", "--private",
      "--no-input", "--today", "2026-11-21")
    #expect(secret.exit == .done, "\(secret)")
    #expect(try desk.netvault("due", "--today", "2026-11-21").out.contains("ask the lawyer"))
    let text = try desk.withoutChange(
      "due", "print", "--format", "text", "-o", "-", "--today", "2026-11-21")
    for words in [
      "What is due\nAna Brandt, 21 November 2026\n\nOVERDUE\n"
        + "[ ] 2 November 2026: CT, OVERDUE 19 days\n    The day that was asked for (Dr. Lee)\n",
      "\nUNTIL 21 DECEMBER 2026\n[ ] 3 December 2026, 10:30: oncology, City Clinic\n",
    ] {
      #expect(text.out.contains(words), "should say \"\(words)\"\n\(text)")
    }
    #expect(!text.out.contains("lawyer") && !text.out.contains("Jonas"), "\(text)")
    let far = try desk.netvault(
      "due", "print", "--within", "3m", "-o", desk.path("due.html"), "--today", "2026-11-21")
    #expect(far.exit == .done, "\(far)")
    #expect(try desk.read("due.html").contains("1 February 2027: call"))
    let none = try Desk.withVault().withoutChange(
      "due", "print", "--format", "text", "-o", "-", "--today", "2026-11-21")
    #expect(none.out.contains("UNTIL 21 DECEMBER 2026\n- Nothing is due."), "\(none)")
    try desk.withoutChange("due", "print", "--within", "soon")
      .expectPlainWords(.notUnderstood, saying: "--within 60d")
  }
}
