internal import Foundation
internal import JSON
import Testing

/// `netvault` alone: ten lines at most, and one next command.
@Suite struct `Where things stand` {
  private static let today = ["--today", "2026-11-21"]

  private func standing(_ desk: Desk, _ words: String...) throws -> Outcome {
    try desk.netvault(Self.today + words)
  }

  private func add(_ desk: Desk, _ words: String...) throws {
    let added = try desk.netvault(Self.today + ["add"] + words + ["--no-input"])
    #expect(added.exit == .done, "\(added)")
  }

  /// Every line that is on the screen: the answer, and what is said about it.
  private func lines(_ outcome: Outcome) -> [String] {
    (outcome.out + outcome.err).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }.dropLast()
  }

  @Test func `of no vault at all says how to begin`() throws {
    let desk = try Desk()
    let outcome = try desk.alone([])
    #expect(outcome.exit == .noVault)
    #expect(
      outcome.err == """
        There is no vault on this computer yet.

          netvault practice    try everything with a made-up patient
          netvault init        make your own vault (about 3 minutes)

        """)
    let json = try desk.alone(["--json"])
    #expect(json.exit == .noVault)
    #expect(json.err.contains(#""error":"no-vault"#), "\(json)")
  }

  @Test func `of a new vault is a heading, that it is empty, and how to go on`() throws {
    let desk = try Desk.withVault()
    let outcome = try standing(desk)
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.hasPrefix("Ana Brandt, 21 November 2026\n\n"))
    #expect(outcome.out.contains("None yet."), "\(outcome)")
    #expect(outcome.out.contains("Never."), "\(outcome)")
    #expect(!outcome.out.contains("Missing"), "\(outcome)")
    #expect(outcome.err.contains("Next: netvault --vault "), "\(outcome)")
    #expect(outcome.err.contains("add diagnosis"), "\(outcome)")
    #expect(lines(outcome).count <= 10)
  }

  @Test func `names what is due, untold, asked, missing and kept, and one next step`() throws {
    let desk = try Desk.withVault()
    try add(desk, "diagnosis", "--name", "typical carcinoid", "--role", "primary")
    try add(
      desk, "follow-up", "--what", "CT of the chest", "--asked-by", "Dr. Okafor", "--every",
      "every 12 months", "--last", "2025-10-03")
    try add(desk, "follow-up", "--what", "chromogranin A", "--due", "2027-01-10")
    try add(desk, "symptom", "--what", "flushing", "--date", "2026-11-19")
    try add(desk, "symptom", "--what", "cough", "--date", "2026-11-18", "--told-to", "Dr. Lee")
    try add(desk, "medicine", "--name", "ginger", "--type", "supplement", "--status", "current")
    try add(desk, "question", "--text", "Is the cough from the medicine?")
    try add(desk, "question", "--text", "How long?", "--answer", "Two years.")
    try add(
      desk, "visit", "--what", "oncology", "--who", "Dr. Lee", "--date", "2026-11-26T10:30")
    let outcome = try standing(desk)
    #expect(outcome.exit == .done, "\(outcome)")
    for words in [
      "Overdue", "CT of the chest", "Dr. Okafor", "verdue by 1 month", "Tell",
      "1 symptom and 1 remedy", "26 November 2026", "Dr. Lee. 1 question", "Missing",
      "Backup", "Never",
    ] {
      let said = outcome.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(said.contains(words), "\(words)\n\(outcome)")
    }
    #expect(lines(outcome).count <= 10, "\(outcome)")
    #expect(lines(outcome).count { $0.hasPrefix("Next:") } == 1)

    let json = try standing(desk, "--json").jsonWhenDone()
    #expect(json["due"]?.array?.count == 2)
    #expect(json["due"]?.array?.first?["isOverdue"]?.bool == true)
    #expect(json["notToldYet"]?["symptoms"]?["count"]?.int == 1)
    #expect(json["notToldYet"]?["remedies"]?.array?.first?["what"]?.string == "ginger")
    #expect(json["questions"]?["count"]?.int == 1)
    #expect(json["visits"]?["count"]?.int == 1)
    #expect(json["missing"]?.array?.contains(.string("Ki-67")) == true)
    #expect(json["records"]?["symptom"]?.int == 2)
    #expect(json["backup"] == .null)
    #expect(json["next"]?.string?.hasPrefix("netvault") == true)
  }

  @Test func `puts first what was asked to be told at once, with who said so`() throws {
    let desk = try Desk.withVault()
    try add(
      desk, "symptom", "--what", "fever", "--date", "2026-11-20", "--report-at-once", "yes",
      "--said-by", "nurse Kim")
    let outcome = try standing(desk)
    #expect(
      outcome.out.contains("fever: to be reported at once, as nurse Kim said."), "\(outcome)")
  }

  @Test func `finds what is missing also in reports and results, and not what is ruled out`() throws
  {
    let desk = try Desk.withVault()
    try add(desk, "diagnosis", "--name", "typical carcinoid", "--role", "primary")
    try add(
      desk, "pathology", "--name", "biopsy", "--conclusion", "Typical carcinoid, Ki-67 3 %.")
    let json = try standing(desk, "--json").jsonWhenDone()
    let missing = json["missing"]?.array?.compactMap(\.string) ?? []
    #expect(!missing.contains("Ki-67"))
    #expect(missing.contains("mitoses"))
  }

  @Test func `stays within ten lines however much there is`() throws {
    let desk = try Desk.withVault()
    try add(desk, "diagnosis", "--name", "typical carcinoid", "--role", "primary")
    let long = String(repeating: "a very long name of something ", count: 20)
    for number in 1...6 {
      try add(
        desk, "follow-up", "--what", "\(long) \(number)", "--asked-by", long, "--due",
        "2026-0\(number)-01")
      try add(desk, "symptom", "--what", "\(long) \(number)", "--date", "2026-11-0\(number)")
    }
    try add(desk, "visit", "--what", long, "--who", long, "--date", "2026-12-24", "--place", long)
    let at72 = try desk.alone(
      ["--vault", "ana.vault", "--passphrase-file", desk.passphrase] + Self.today)
    #expect(at72.exit == .done)
    #expect(lines(at72).count <= 10, "\(at72)")
    let spoken = try standing(desk, "--accessible")
    #expect(spoken.exit == .done)
    #expect(lines(spoken).count <= 11, "\(spoken)")
    #expect(spoken.out.contains("Backup: Never."), "\(spoken)")
  }

  @Test func `counts what is late apart from what is still to come`() throws {
    let desk = try Desk.withVault()
    func said() throws -> String {
      try standing(desk).out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let days = ["2026-07-01", "2026-08-01", "2026-09-01", "2026-10-01", "2027-05-01", "2027-06-01"]
    for (place, day) in days.enumerated() {
      try add(desk, "follow-up", "--what", "test \(place)", "--due", day)
      switch place {
      case 3: #expect(try said().contains("test 2. Overdue by 2 months. And 1 more overdue."))
      case 4:
        #expect(try said().contains("test 2. Overdue by 2 months. And 1 more overdue, 1 to come."))
      case 5:
        #expect(try said().contains("test 2. Overdue by 2 months. And 1 more overdue, 2 to come."))
      default: #expect(try !said().contains("And"), "all are named")
      }
    }
  }

  /// The last day is 1 December 2026; on each day before it the next warning holds.
  @Test(
    arguments: [
      ("2026-10-31", 31, nil), ("2026-11-01", 30, 30), ("2026-11-17", 14, 14), ("2026-11-24", 7, 7),
      ("2026-11-30", 1, 1), ("2026-12-01", 0, 1),
    ] as [(String, Int, Int?)])
  func `has a last day of an insurance in sight, however much else is late`(
    day: String, left: Int, warning: Int?
  ) throws {
    let desk = try Desk.withVault()
    for number in 1...4 {
      try add(desk, "follow-up", "--what", "test \(number)", "--due", "2026-0\(number)-01")
    }
    try add(
      desk, "call", "--with", "Acme", "--date", "2026-09-01", "--promised", "a letter", "--by",
      "2026-09-20")
    try add(
      desk, "claim", "--service", "ultrasound", "--denied", "2026-09-07", "--appeal-deadline",
      "2026-12-01")
    let today = ["--today", day]
    let list = try desk.netvault(["insurance", "deadlines", "--json"] + today).jsonWhenDone()
    let one = list["deadlines"]?.array?.first
    #expect(one?["daysLeft"]?.int == left)
    #expect(one?["warning"]?.int == warning)
    let isNear = warning != nil
    let due = try desk.netvault(["due"] + today)
    #expect(due.out.contains("1 December 2026") == isNear, "\(due)")
    #expect(!due.out.contains("(the letter)"), "its own words name the letter\n\(due)")
    let alone = try desk.netvault(today)
    let said = alone.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let words = [0: "Due today", 1: "In 1 day", 7: "In 7 days", 14: "In 14 days", 30: "In 1 month"]
    #expect(
      said.contains("Insurance Send the appeal to the plan: ultrasound") == isNear, "\(alone)")
    #expect(said.contains(words[left] ?? "Overdue"), "\(alone)")
    #expect(lines(alone).count <= 10, "\(alone)")
  }
}
