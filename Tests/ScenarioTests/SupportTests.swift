internal import Foundation
internal import JSON
import Testing

@Suite struct `Support` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      ["--what", "before the scan", "--date", "2026-05-20", "--distress", "8"],
      ["--what", "a quiet week", "--date", "2026-11-20", "--distress", "3", "--who", "my sister"],
      [
        "--what", "rides to the clinic", "--type", "programme", "--contact", "555-0122",
        "--date", "2026-06-01",
      ],
    ] {
      let added = try desk.netvault(
        ["support", "add"] + words + ["--no-input", "--today", "2026-11-21"])
      #expect(added.exit == .done, "\(added)")
      let isSaid = added.err.contains("Your team wants to know about this too.")
      #expect(isSaid == words.contains("--distress"), "\(added)")
    }
    return desk
  }

  @Test func `shows numbers over time as a table, a chart and in words`() throws {
    let desk = try desk()
    let shown = try desk.withoutChange("support", "--today", "2026-11-21")
    #expect(shown.exit == .done, "\(shown)")
    for words in [
      "20 November 2026", "a quiet week", "  ...o.......", "  ........o..",
      "In words: 2 numbers over 6 months. Lowest 3, highest 8, of 10.",
      "The last one is 3 of 10, 20 November 2026.", "rides to the clinic, 555-0122",
      "1-800-227-2345", "Source: American Cancer Society",
    ] {
      #expect(shown.out.contains(words), "should say \"\(words)\"\n\(shown)")
    }
    #expect(shown.err.contains("These notes warn nobody."), "\(shown)")
    for alarm in ["high distress", "urgent", "depress", "diagnos"] {
      #expect(!(shown.out + shown.err).lowercased().contains(alarm), "\(alarm)")
    }
    let heard = try desk.netvault("support", "--accessible")
    #expect(!heard.out.contains("...o"), "\(heard)")
    let json = try desk.netvault("support", "--json").jsonWhenDone()
    #expect(json["distress"]?.array?.compactMap { $0["number"]?.numberText } == ["8", "3"])
    let plain = try desk.netvault("support", "list", "--plain", "--since", "2026-11")
    #expect(plain.out.hasPrefix("2026-11-20\t3\ta quiet week\tmy sister"), "\(plain)")
  }

  @Test func `takes only numbers from 0 to 10`() throws {
    let desk = try Desk.withVault()
    for number in ["11", "a lot", "-1", "6.5"] {
      let outcome = try desk.withoutChange(
        "support", "add", "--what", "x", "--distress=\(number)", "--no-input")
      #expect(outcome.exit == .needsAnswer, "\(outcome)")
      #expect(outcome.err.contains("is not on the scale from 0 to 10"), "\(outcome)")
    }
    let none = try desk.withoutChange("support", "add", "--no-input")
    #expect(none.exit == .needsAnswer, "\(none)")
  }

  @Test func `is there also when nothing is written down`() throws {
    let desk = try Desk.withVault()
    let empty = try desk.withoutChange("support")
    #expect(empty.exit == .done, "\(empty)")
    #expect(empty.out.contains("Nothing is written down yet."), "\(empty)")
    #expect(empty.out.contains("1-800-227-2345"), "\(empty)")
    let print = try desk.netvault("support", "print", "-o", desk.path("s.html"))
    #expect(print.exit == .notFound, "\(print)")
  }

  @Test func `is printed for a talk, without what is private`() throws {
    let desk = try desk()
    #expect(
      try desk.netvault("add", "support", "--what", "secret", "--private", "--no-input").exit
        == .done)
    let printed = try desk.withoutChange("support", "print", "-o", desk.path("support.html"))
    #expect(printed.exit == .done, "\(printed)")
    let page = try desk.read("support.html")
    #expect(page.contains("a quiet week (how heavy it is: 3 of 10)"))
    #expect(!page.contains("secret"))
  }
}
