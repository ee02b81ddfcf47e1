internal import Foundation
internal import JSON
import Testing

/// A caregiver's papers, typed in as they come.
@Suite struct `An insurance` {
  static let today = ["--today", "2026-11-21", "--no-input"]

  static func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      [
        "add", "--insurer", "Lakeview Health", "--plan", "Silver", "--type", "PPO", "--member-id",
        "M-400", "--start", "2026-01-01", "--order", "primary", "--phone", "555-0190", "--premium",
        "240 USD", "--premium-due", "the 1st of each month", "--paid-through", "2026-10-31",
        "--grace", "30 days", "--deductible", "1500 USD", "--deductible-used", "700 USD",
      ],
      [
        "add", "--insurer", "Bayside", "--start", "2020-01-01", "--end", "2025-12-15", "--order",
        "primary",
      ],
      [
        "claim", "add", "--service", "CT", "--provider", "Harbor Clinic", "--date", "2026-10-03",
        "--paper", "statement", "--insurer", "Lakeview Health", "--billed", "900.00 USD",
        "--patient-owes", "60.00 USD", "--deductible", "60.00 USD",
      ],
      [
        "claim", "add", "--service", "CT", "--provider", "Harbor Clinic", "--date", "2026-10-03",
        "--paper", "bill", "--billed", "$900", "--patient-owes", "$260.00", "--account", "40-221",
      ],
      [
        "claim", "add", "--service", "heart ultrasound", "--provider", "Northgate", "--date",
        "2026-08-01", "--paper", "statement", "--insurer", "Lakeview Health", "--denied",
        "2026-09-07", "--denial-reason", "not needed", "--number", "C-7",
      ],
      [
        "authorization", "add", "--service", "PET scan", "--status", "approved", "--number", "A-1",
        "--valid-to", "2026-12-10", "--insurer", "Lakeview Health",
      ],
      [
        "call", "add", "--with", "Lakeview Health, Sam", "--date", "2026-11-02", "--reference",
        "R-1", "--promised", "a letter about the ultrasound", "--by", "2026-11-18",
      ],
    ] {
      let added = try desk.netvault(["insurance"] + words + today)
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  private func expect(_ outcome: Outcome, says words: [String]) {
    #expect(outcome.exit == .done, "\(outcome)")
    let said = (outcome.out + outcome.err).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    for word in words { #expect(said.contains(word), "should say \"\(word)\"\n\(outcome)") }
  }

  @Test func `is shown with whom to call, what is used up, and what is late`() throws {
    let desk = try Self.desk()
    let shown = try desk.withoutChange("insurance", "--today", "2026-11-21")
    expect(
      shown,
      says: [
        "1 Lakeview Health, Silver", "M-400", "primary: it pays first", "555-0190",
        "late since 1 November 2026", "ends on 1 December 2026: the policy says 30 days",
        "1500 USD. By the claims here: 60.00 USD. By your entry: 700 USD",
        "10600 USD for one person", "Bayside",
        "No policy here covers 16 days, from 16 December 2025 to 31 December 2025",
        "Authorization for PET scan ends on 10 December 2026.", "not heard yet, 3 days late",
      ])
    let json = try desk.netvault("insurance", "--json", "--today", "2026-11-21").jsonWhenDone()
    let first = try #require(json["policies"]?.array?.first)
    #expect(first["premium"]?["graceEnds"]?.string == "2026-12-01")
    #expect(first["year"]?["deductible"]?["byClaims"]?.array?.first?["amount"]?.string == "60.00")
    #expect(json["gaps"]?.array?.first?["from"]?.string == "2025-12-16")
    let plain = try desk.netvault("insurance", "show", "--plain", "--today", "2026-11-21")
    #expect(
      plain.out.hasPrefix("Lakeview Health, Silver\tM-400\tprimary\t2026-01-01\t\t555-0190\n"))
  }

  @Test func `has bills beside statements`() throws {
    let desk = try Self.desk()
    let bills = try desk.withoutChange("insurance", "bills", "--today", "2026-11-21")
    expect(
      bills,
      says: [
        "The bill says 260.00 USD, the insurer's statement says 60.00 USD.",
        "The insurer refused to pay, and no appeal is written down here.", "is not a bill",
      ])
    let json = try desk.netvault("insurance", "bills", "--json").jsonWhenDone()
    let sorts = json["findings"]?.array?.compactMap { $0["sort"]?.string } ?? []
    #expect(sorts == ["statement-without-bill", "denied-without-appeal", "differs"], "\(sorts)")
  }

  @Test func `has last days with their reasons, and the letter wins`() throws {
    let desk = try Self.desk()
    let list = try desk.withoutChange("insurance", "deadlines", "--today", "2026-11-21")
    expect(
      list,
      says: [
        "6 March 2027: Send the appeal to the plan (heart ultrasound)",
        "180 days after 7 September 2026", "Source: HealthCare.gov, Internal appeals",
      ])
    let noted = try desk.netvault(
      ["insurance", "appeal", "ultrasound", "--noticed", "2026-09-10", "--deadline", "2026-12-01"]
        + Self.today)
    expect(
      noted,
      says: [
        "Last day: 1 December 2026", "10 days left.",
        "The letter says 1 December 2026, and it counts. By the rule it is 9 March 2027.", "Saved.",
      ])
    let json = try desk.netvault("insurance", "deadlines", "--json", "--today", "2026-11-21")
      .jsonWhenDone()
    let one = json["deadlines"]?.array?.first
    #expect(one?["day"]?.string == "2026-12-01" && one?["byRule"]?.string == "2027-03-09")
    #expect(one?["warning"]?.numberText == "14" && one?["daysLeft"]?.numberText == "10")
    let past = try desk.netvault("insurance", "deadlines", "--today", "2026-12-02")
    expect(past, says: ["Past", "Past since 1 day."])
    let old = try desk.netvault("insurance", "deadlines", "--today", "2028-06-01")
    expect(old, says: ["That is more than 18 months ago: the rule may have changed."])
  }

  @Test func `has an appeal that goes step by step, and back with undo`() throws {
    let desk = try Self.desk()
    let filed = try desk.netvault(
      ["insurance", "appeal", "ultrasound", "--filed", "2026-11-01"] + Self.today)
    expect(filed, says: ["appeal sent on 1 November 2026", "Last day: 31 December 2026"])
    let lost = try desk.netvault(
      ["insurance", "appeal", "C-7", "--decided", "2026-11-20", "--outcome", "refused again"]
        + Self.today)
    expect(lost, says: ["external review", "Last day: 20 March 2027"])
    _ = try desk.netvault("undo", "--no-input")
    let again = try desk.netvault("insurance", "appeal", "--today", "2026-11-21", "--json")
      .jsonWhenDone()
    #expect(again["refusals"]?.array?.first?["stage"]?.string == "waiting")
    let dry = try desk.withoutChange(
      "insurance", "appeal", "ultrasound", "--outcome", "won", "--dry-run", "--no-input")
    #expect(dry.exit == .done && dry.err.contains("Nothing was changed."), "\(dry)")
  }

  @Test func `has letters to go on from`() throws {
    let desk = try Self.desk()
    let letter = try desk.netvault(
      "insurance", "letter", "appeal", "ultrasound", "-o", desk.path("letter.txt"), "--today",
      "2026-11-21")
    expect(letter, says: ["Written:", "to fill in, each in [brackets].", "not locked"])
    let text = try desk.read("letter.txt")
    for words in [
      "Ana Brandt", "Lakeview Health", "Member number: M-400", "Claim number: C-7",
      "7 September 2026", "\"not needed\"", "[your reasons, in your own words]", "R-1",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    let again = try desk.netvault(
      "insurance", "letter", "appeal", "ultrasound", "-o", desk.path("letter.txt"))
    #expect(again.exit == .answeredNo, "\(again)")
    let records = try desk.withoutChange("insurance", "letter", "records", "City Clinic", "-o", "-")
    #expect(records.out.contains("City Clinic\n[address]"), "\(records)")
    let request = try desk.withoutChange("insurance", "letter", "request", "brain MRI", "-o", "-")
    #expect(request.out.contains("Request for permission: brain MRI"), "\(request)")
  }

  @Test func `counts the money of a year`() throws {
    let desk = try Self.desk()
    for words in [
      ["claim", "edit", "40-221", "--paid", "260 USD", "--paid-on", "2026-11-10"]
    ] {
      let done = try desk.netvault(["insurance"] + words + Self.today)
      #expect(done.exit == .done, "\(done)")
    }
    let visit = try desk.netvault(
      [
        "add", "visit", "--what", "oncology", "--date", "2026-05-04", "--status", "kept",
        "--distance", "42 miles", "--parking", "12.50 USD", "--meals", "9 EUR",
      ] + Self.today)
    #expect(visit.exit == .done, "\(visit)")
    let money = try desk.withoutChange(
      "insurance", "money", "--year", "2026", "--today", "2026-11-21")
    expect(
      money,
      says: [
        "Bills that you paid: 260 USD", "Premiums: 2400 USD", "Parking: 12.50 USD", "9 EUR",
        "The way there and back: 42 miles",
        "Paid in 2026, all together: 9 EUR and 2672.50 USD",
      ])
    let csv = try desk.withoutChange(
      "insurance", "money", "--year", "2026", "--csv", "--today", "2026-11-21")
    #expect(csv.out.hasPrefix("sort,day,what,amount,currency or unit\r\n"), "\(csv)")
    #expect(csv.out.contains("bills,2026-11-10,\"Harbor Clinic, 3 October 2026, CT\",260,USD\r\n"))
    #expect(csv.out.contains("way,2026-05-04,oncology,42,miles\r\n"))
    let none = try desk.withoutChange("insurance", "money", "--year", "1999")
    none.expectPlainWords(.notFound, saying: "nothing was paid in 1999")
    try desk.withoutChange("insurance", "money", "--year", "soon")
      .expectPlainWords(.needsAnswer, saying: "four figures")
  }

  @Test func `has rules that can be counted from any day, without a vault`() throws {
    let desk = try Desk()
    let cobra = try desk.alone([
      "insurance", "clocks", "cobra-election", "--from", "2026-11-30", "--or", "2026-12-05",
      "--plain",
    ])
    #expect(cobra.out == "2027-02-03\n", "\(cobra)")
    let all = try desk.alone(["insurance", "clocks", "--json"]).jsonWhenDone()
    #expect(all["rules"]?.array?.count == 36)
    try desk.alone(["insurance", "clocks", "apeal"])
      .expectPlainWords(.notFound, saying: "no rule called", "Did you mean appeal")
    try desk.alone(["insurance", "clocks", "medicare-open", "--from", "2026-11-30"])
      .expectPlainWords(.needsAnswer, saying: "counts from no day of yours")
    try desk.alone(["insurance", "clocks", "appeal", "--from", "2026-11"])
      .expectPlainWords(.needsAnswer, saying: "whole day")
  }
}

@Suite struct `An insurance with answers that cannot be` {
  @Test(arguments: [
    (["claim", "add", "--service", "CT", "--billed", "-5 USD"], "less than nothing"),
    (["claim", "add", "--service", "CT", "--billed", "1,500"], "more than one way"),
    (["claim", "add", "--service", "CT", "--billed", "12,50 USD"], "more than one way"),
    (
      ["claim", "add", "--service", "CT", "--billed", "5 USD", "--plan-paid", "4 EUR"],
      "in USD and in EUR"
    ),
    (["add", "--insurer", "A", "--start", "2026-05-01", "--end", "2026-04-30"], "is before"),
    (
      [
        "claim", "add", "--service", "CT", "--denied", "2026-05-02", "--appeal-filed", "2026-05-01",
      ], "is before"
    ),
    (["appeal", "ultrasound", "--filed", "2027-01-01"], "today or in the past"),
    (["appeal", "ultrasound", "--filed", "2026-09-01"], "is before"),
    (["appeal", "ultrasound", "--deadline", "soonish"], "not a date"),
    (["edit", "Lakeview", "--premium", "-240 USD"], "less than nothing"),
    (["money", "--year", "26"], "four figures"),
  ])
  func `stays as it was, to the byte`(words: [String], saying: String) throws {
    let desk = try `An insurance`.desk()
    let before = try desk.vaultBytes
    let outcome = try desk.netvault(["insurance"] + words + `An insurance`.today)
    #expect(try desk.vaultBytes == before, "\(outcome)")
    outcome.expectPlainWords(.needsAnswer, saying: saying)
  }

  @Test func `has plain words where there is nothing`() throws {
    let desk = try Desk.withVault()
    try desk.withoutChange("insurance").expectPlainWords(.notFound, saying: "no insurance policies")
    try desk.withoutChange("insurance", "bills").expectPlainWords(.notFound, saying: "no bills")
    try desk.withoutChange("insurance", "appeal").expectPlainWords(.notFound, saying: "No refusal")
    try desk.withoutChange("insurance", "deadlines")
      .expectPlainWords(.notFound, saying: "No last day")
    try desk.withoutChange("insurance", "deadlines", "--within", "soon")
      .expectPlainWords(.notUnderstood, saying: "--within 30")
    try desk.withoutChange("insurance", "letter", "appeal")
      .expectPlainWords(.notFound, saying: "No refusal")
    try desk.withoutChange("insurance", "authorization")
      .expectPlainWords(.notFound, saying: "no authorizations")
    try desk.withoutChange("insurance", "money", "--today", "2026-11-21")
      .expectPlainWords(.notFound, saying: "nothing was paid in 2026")
  }

  @Test func `names policies that both pay first`() throws {
    let desk = try `An insurance`.desk()
    let added = try desk.netvault(
      [
        "insurance", "add", "--insurer", "Third", "--start", "2026-06-01", "--order", "primary",
      ] + `An insurance`.today)
    #expect(added.exit == .done, "\(added)")
    let json = try desk.netvault("insurance", "--json", "--today", "2026-11-21").jsonWhenDone()
    let words = json["gaps"]?.array?.compactMap { $0["words"]?.string } ?? []
    #expect(
      words.contains { $0.contains("are both called primary, from 1 June 2026 on") }, "\(words)")
  }
}
