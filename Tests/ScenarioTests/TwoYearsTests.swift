internal import Foundation
internal import JSON
internal import Records
import TestSupport
import Testing

/// Two years of one made-up person, day by day: she looks at what is due each morning, and does some
/// of it in the evening. What each morning must show was counted by hand, with a calendar.
@Suite struct `Two years of days` {
  private static let first = "2026-01-01"
  private static let last = "2027-12-31"

  /// What is due, how it stands, and the first and the last morning on which it does.
  private static let byHand: [(what: String, standing: String, from: String, to: String)] = [
    // Every 3 months for a year from 14 November 2025, then every 6 months; 2 weeks late is allowed.
    ("CT of the chest", "now", "2026-02-14", "2026-02-14"),
    // Done 12 days late, within the window: the next one counts from then.
    ("CT of the chest", "now", "2026-05-14", "2026-05-26"),
    ("CT of the chest", "now", "2026-08-26", "2026-08-26"),
    ("CT of the chest", "now", "2026-11-26", "2026-11-26"),
    // On 14 November 2026 the second step began. The window ends on 9 June.
    ("CT of the chest", "now", "2027-05-26", "2027-06-09"),
    ("CT of the chest", "overdue", "2027-06-10", "2027-06-20"),
    ("CT of the chest", "now", "2027-12-20", "2027-12-31"),
    // Six months after 31 August is the end of February; the one of August is skipped.
    ("Chromogranin A", "now", "2026-02-28", "2026-02-28"),
    ("Chromogranin A", "now", "2026-08-28", "2026-08-28"),
    ("Chromogranin A", "overdue", "2026-08-29", "2026-08-30"),
    ("Chromogranin A", "now", "2027-02-28", "2027-02-28"),
    ("Chromogranin A", "now", "2027-08-28", "2027-08-28"),
    ("Chromogranin A", "overdue", "2027-08-29", "2027-12-31"),
    // Every 28 days from 29 December 2025; one is given 2 days late; stopped on 1 July.
    ("Lanreotide", "now", "2026-01-26", "2026-01-26"),
    ("Lanreotide", "now", "2026-02-23", "2026-02-23"),
    ("Lanreotide", "now", "2026-03-23", "2026-03-23"),
    ("Lanreotide", "now", "2026-04-20", "2026-04-20"),
    ("Lanreotide", "now", "2026-05-18", "2026-05-18"),
    ("Lanreotide", "overdue", "2026-05-19", "2026-05-20"),
    ("Lanreotide", "now", "2026-06-17", "2026-06-17"),
    ("Lanreotide", "overdue", "2026-06-18", "2026-07-01"),
    // The 1st of each month; June is paid on the 20th; the policy ends on 31 October.
    ("Premium of Acme Health, 300 USD", "now", "2026-02-01", "2026-02-01"),
    ("Premium of Acme Health, 300 USD", "now", "2026-03-01", "2026-03-01"),
    ("Premium of Acme Health, 300 USD", "now", "2026-04-01", "2026-04-01"),
    ("Premium of Acme Health, 300 USD", "now", "2026-05-01", "2026-05-01"),
    ("Premium of Acme Health, 300 USD", "now", "2026-06-01", "2026-06-01"),
    ("Premium of Acme Health, 300 USD", "overdue", "2026-06-02", "2026-06-20"),
    ("Premium of Acme Health, 300 USD", "now", "2026-07-01", "2026-07-01"),
    ("Premium of Acme Health, 300 USD", "now", "2026-08-01", "2026-08-01"),
    ("Premium of Acme Health, 300 USD", "now", "2026-09-01", "2026-09-01"),
    ("Premium of Acme Health, 300 USD", "now", "2026-10-01", "2026-10-01"),
    // A permission that ends is named for a month more.
    ("Scan of the whole body: permission ends", "now", "2026-06-30", "2026-06-30"),
    ("Scan of the whole body: permission ends", "overdue", "2026-07-01", "2026-07-30"),
    // The refusal came on 5 March: 180 days later is 1 September. It was sent on 20 August, and the
    // answer is due 60 days after that. It is a "no" of 25 October: 4 months for a look from outside.
    ("The plan's answer to the appeal is due: PET scan", "now", "2026-10-19", "2026-10-19"),
    ("The plan's answer to the appeal is due: PET scan", "overdue", "2026-10-20", "2026-10-25"),
    (
      "Ask for a look from outside the plan (external review): PET scan", "now", "2027-02-25",
      "2027-02-25"
    ),
    (
      "Ask for a look from outside the plan (external review): PET scan", "overdue", "2027-02-26",
      "2027-12-31"
    ),
    // Born on 14 June 1961: 3 months before June 2026, June, and 3 months after it.
    (
      "Join Medicare (first enrollment): 3 months before the month you turn 65, that month, and 3 "
        + "after it: Medicare", "now", "2026-03-01", "2026-09-30"
    ),
    // Part B since 1 November 2026, at 65.
    (
      "Change Medicare plans (open enrollment): Medicare, Part A and Part B", "now", "2026-11-11",
      "2026-12-07"
    ),
    (
      "Change Medicare plans (open enrollment): Medicare, Part A and Part B", "now", "2027-10-15",
      "2027-12-07"
    ),
    (
      "Choose a Medigap plan that has to take you: Medicare, Part A and Part B", "now",
      "2027-05-01", "2027-05-01"
    ),
    (
      "Choose a Medigap plan that has to take you: Medicare, Part A and Part B", "overdue",
      "2027-05-02", "2027-12-31"
    ),
    ("oncology, Dr. Lee", "now", "2026-04-02", "2026-04-02"),
    ("Call the clinic", "now", "2027-03-01", "2027-03-01"),
    ("Call the clinic", "overdue", "2027-03-02", "2027-03-05"),
  ]

  /// What she does in the evening of a day.
  private static let evenings: [(day: String, words: [String])] = [
    ("2026-01-26", ["schedule", "given", "lanreotide", "--on", "2026-01-26"]),
    ("2026-02-01", ["edit", "coverage:Acme", "--paid-through", "2026-02-28"]),
    ("2026-02-14", ["schedule", "done", "CT of the chest", "--on", "2026-02-14"]),
    ("2026-02-23", ["schedule", "given", "lanreotide", "--on", "2026-02-23"]),
    ("2026-02-28", ["schedule", "done", "Chromogranin", "--on", "2026-02-28"]),
    ("2026-03-01", ["edit", "coverage:Acme", "--paid-through", "2026-03-31"]),
    (
      "2026-03-05",
      [
        "add", "claim", "--service", "PET scan", "--date", "2026-02-10", "--paper", "statement",
        "--insurer", "Acme Health", "--denied", "2026-03-02", "--noticed", "2026-03-05",
      ]
    ),
    ("2026-03-23", ["schedule", "given", "lanreotide", "--on", "2026-03-23"]),
    ("2026-04-01", ["edit", "coverage:Acme", "--paid-through", "2026-04-30"]),
    ("2026-04-20", ["schedule", "given", "lanreotide", "--on", "2026-04-20"]),
    ("2026-05-01", ["edit", "coverage:Acme", "--paid-through", "2026-05-31"]),
    ("2026-05-20", ["schedule", "given", "lanreotide", "--on", "2026-05-20"]),
    ("2026-05-26", ["schedule", "done", "CT of the chest", "--on", "2026-05-26"]),
    ("2026-06-20", ["edit", "coverage:Acme", "--paid-through", "2026-06-30"]),
    ("2026-07-01", ["edit", "treatment:Lanreotide", "--status", "stopped"]),
    ("2026-07-01", ["edit", "coverage:Acme", "--paid-through", "2026-07-31"]),
    ("2026-08-01", ["edit", "coverage:Acme", "--paid-through", "2026-08-31"]),
    ("2026-08-20", ["edit", "claim:PET", "--appeal-filed", "2026-08-20"]),
    ("2026-08-26", ["schedule", "done", "CT of the chest", "--on", "2026-08-26"]),
    ("2026-08-30", ["schedule", "skip", "Chromogranin", "--reason", "away from home"]),
    (
      "2026-09-01",
      ["edit", "coverage:Acme", "--paid-through", "2026-09-30", "--end", "2026-10-31"]
    ),
    ("2026-10-01", ["edit", "coverage:Acme", "--paid-through", "2026-10-31"]),
    (
      "2026-10-25",
      ["edit", "claim:PET", "--appeal-decided", "2026-10-25", "--appeal-outcome", "refused again"]
    ),
    (
      "2026-11-10",
      [
        "add", "coverage", "--insurer", "Medicare", "--plan", "Part A and Part B", "--type",
        "Medicare", "--start", "2026-11-01",
      ]
    ),
    ("2026-11-26", ["schedule", "done", "CT of the chest", "--on", "2026-11-26"]),
    ("2027-02-28", ["schedule", "done", "Chromogranin", "--on", "2027-02-28"]),
    ("2027-03-05", ["edit", "checklist-item:clinic", "--status", "done"]),
    ("2027-06-20", ["schedule", "done", "CT of the chest", "--on", "2027-06-20"]),
  ]

  private static let beginning: [[String]] = [
    [
      "add", "follow-up", "--what", "CT of the chest", "--asked-by", "Dr. Okafor", "--phases",
      "every 3 months for 1 year", "--phases", "then every 6 months", "--counted-from",
      "2025-11-14", "--late", "2 weeks",
    ],
    [
      "add", "follow-up", "--what", "Chromogranin A", "--asked-by", "Dr. Lee", "--every",
      "every 6 months", "--last", "2025-08-31",
    ],
    [
      "add", "treatment", "--type", "somatostatin-analog", "--name", "Lanreotide", "--status",
      "current", "--start", "2025-06-01", "--every", "every 28 days", "--last-given", "2025-12-29",
    ],
    [
      "add", "coverage", "--insurer", "Acme Health", "--type", "PPO", "--employer", "Acme",
      "--start", "2024-01-01", "--premium", "300 USD", "--premium-due", "the 1st of each month",
      "--paid-through", "2026-01-31", "--grace", "30 days",
    ],
    [
      "add", "authorization", "--service", "Scan of the whole body", "--status", "approved",
      "--valid-to", "2026-06-30", "--insurer", "Acme Health",
    ],
    ["add", "visit", "--what", "oncology", "--who", "Dr. Lee", "--date", "2026-04-02T10:00"],
    ["add", "checklist-item", "--what", "Call the clinic", "--due", "2027-03-01"],
  ]

  private static func day(_ text: String) throws -> PartialDate {
    try #require(PartialDate(text))
  }

  /// Every day in `make check`; else a day in nine, and each day beside one on which something changes.
  private static func days() throws -> [PartialDate] {
    var near: Set<Int> = []
    for row in byHand {
      let (from, to) = (try day(row.from).dayNumber, try day(row.to).dayNumber)
      near.formUnion([from - 1, from, to, to + 1])
    }
    let acting = Set(try evenings.map { try day($0.day).dayNumber })
    let all = try day(first).dayNumber...day(last).dayNumber
    return all.filter {
      isThorough || near.contains($0) || acting.contains($0) || $0.isMultiple(of: 9)
    }.compactMap { PartialDate(dayNumber: $0) }
  }

  @Test func `show each thing on its days, and on no other`() throws {
    let desk = try Desk.withVault()
    func act(_ words: [String], on day: String) throws {
      let outcome = try desk.netvault(words + ["--no-input", "--today", day])
      #expect(outcome.exit == .done, "\(day): \(words)\n\(outcome)")
    }
    for words in Self.beginning { try act(words, on: Self.first) }
    let days = try Self.days()
    for day in days {
      let json = try desk.netvault("due", "--json", "--within", "0d", "--today", day.description)
        .jsonWhenDone()
      let shown = (json["due"]?.array ?? []).compactMap { one -> String? in
        guard let standing = one["standing"]?.string, standing != "ahead" else { return nil }
        return "\(one["what"]?.string ?? "?") (\(standing))"
      }
      let expected = try Self.byHand.filter { row in
        try (Self.day(row.from)...Self.day(row.to)).contains(day)
      }.map { "\($0.what) (\($0.standing))" }
      #expect(shown.sorted() == expected.sorted(), "on \(day)")
      for evening in Self.evenings where evening.day == day.description {
        try act(evening.words, on: evening.day)
      }
    }
    #expect(try desk.netvault("verify").exit == .done)
    report("two years: \(days.count) mornings of 730, \(Self.byHand.count) stretches by hand")
  }
}
