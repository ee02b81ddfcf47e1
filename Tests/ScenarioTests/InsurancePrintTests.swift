internal import Foundation
import Testing

/// What somebody takes along who helps with the papers.
@Suite struct `An insurance on paper` {
  private func text(_ desk: Desk) throws -> String {
    let printed = try desk.withoutChange(
      "insurance", "print", "--format", "text", "-o", "-", "--today", "2026-11-21")
    #expect(printed.exit == .done, "\(printed)")
    return printed.out
  }

  @Test func `has cards, last days, bills and calls with their numbers`() throws {
    let desk = try `An insurance`.desk()
    let text = try text(desk)
    for words in [
      "My insurance\nAna Brandt, 21 November 2026\n\nLAKEVIEW HEALTH, SILVER\n"
        + "- Member number: M-400\n", "- Call: 555-0190\n", "\nENDED\n- Bayside\n",
      "- 6 March 2027: Send the appeal to the plan (heart ultrasound)\n   In 3 months.\n",
      "- PET scan\n   How it stands: approved\n   Number: A-1\n   Until: 10 December 2026\n",
      "The bill says 260.00 USD, the insurer's statement says 60.00 USD.",
      "- 2 November 2026: Lakeview Health, Sam\n   Reference number: R-1\n"
        + "   a letter about the ultrasound: promised by 18 November 2026: "
        + "not heard yet, 3 days late\n",
      "A day that a letter prints always counts. This sheet gives no advice.",
    ] {
      #expect(text.contains(words), "should say \"\(words)\"\n\(text)")
    }
    let page = try desk.withoutChange(
      "insurance", "print", "--large-print", "-o", desk.path("insurance.html"))
    #expect(page.exit == .done, "\(page)")
    let html = try desk.read("insurance.html")
    #expect(html.contains("font: 18pt") && html.contains("<h2>Lakeview Health, Silver</h2>"))
    #expect(
      try desk.withoutChange("insurance", "print", "-o", desk.path("insurance.html")).exit
        == .answeredNo)
  }

  @Test func `holds nothing private, and calls nothing missing because of it`() throws {
    let desk = try `An insurance`.desk()
    for words in [
      ["edit", "coverage:Bayside", "--private"],
      ["edit", "claim:C-7", "--private"],
      [
        "add", "call", "--with", "Lakeview Health, Sam", "--date", "2026-11-20", "--about",
        "the ultrasound", "--reference", "R-99", "--private",
      ],
    ] {
      let done = try desk.netvault(words + `An insurance`.today)
      #expect(done.exit == .done, "\(done)")
    }
    let text = try text(desk)
    for words in ["Bayside", "heart ultrasound", "Northgate", "R-99", "covers 16 days"] {
      #expect(!text.contains(words), "should not say \"\(words)\"\n\(text)")
    }
    // The private call was the answer that was waited for.
    #expect(
      text.contains("promised by 18 November 2026; you called again after it"), "\(text)")
    #expect(text.contains("LAKEVIEW HEALTH, SILVER") && text.contains("bill says 260.00 USD"))
  }

  @Test func `of nothing says how to begin`() throws {
    let none = try Desk.withVault().withoutChange("insurance", "print", "-o", "-")
    none.expectPlainWords(.notFound, saying: "no insurance policies")
  }
}
