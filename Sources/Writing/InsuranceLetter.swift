package import CarePlan
package import Records

/// A letter to an insurer or a clinic, as text to go on from: filled with what is known, and with a
/// mark in square brackets wherever something is missing. It gives no reasons of its own.
package struct InsuranceLetter: Sendable {
  package enum Sort: String, CaseIterable, Sendable {
    /// Asks the insurer to look again at a refusal.
    case appeal
    /// Asks the insurer for permission, or for an answer to a request.
    case request
    /// Asks for copies of papers.
    case records
  }

  package let sort: Sort
  private let owner: Record
  private let policy: Policy?
  private let denial: Denial?
  /// The record that it is about.
  private let about: Record?
  /// Words instead of a record: what, or from whom.
  private let words: String
  private let calls: [Record]
  private let today: PartialDate

  package init(
    _ sort: Sort, owner: Record, policy: Policy?, denial: Denial?, about: Record?,
    words: String = "", calls: [Record] = [], today: PartialDate
  ) {
    self.sort = sort
    self.owner = owner
    self.policy = policy
    self.denial = denial
    self.about = about
    self.words = words
    self.calls = calls
    self.today = today
  }

  private static let width = 72

  package var text: String {
    var paragraphs = [
      sender, today.spelled, recipient, "Subject: \(subject)", numbers, "Dear team,",
    ]
    switch sort {
    case .appeal: paragraphs += appeal
    case .request: paragraphs += request
    case .records: paragraphs += papers
    }
    paragraphs.append("Yours sincerely,\n\n\n[sign here]\n\(Self.plain(owner.title))")
    return paragraphs.filter { !$0.isEmpty }.map { Self.wrapped($0) }.joined(separator: "\n\n")
      + "\n"
  }

  /// How many places are left to fill in.
  package static func blanks(in text: String) -> Int { text.count { $0 == "[" } }

  // MARK: The head

  private var sender: String {
    let address = owner.list("address").first.map { Self.plain($0.words) } ?? "[your address]"
    let phone = owner.list("phone").first.map { Self.plain($0.words) } ?? "[your phone number]"
    return [Self.plain(owner.title), address, phone].joined(separator: "\n")
  }

  private var recipient: String {
    if sort == .records, denial == nil, about == nil {
      return words.isEmpty
        ? "[name and address of the clinic]" : "\(Self.plain(words))\n[address]"
    }
    let insurer = policy?.insurer ?? denial?.record.words("insurer") ?? about?.words("insurer")
    return
      "\(insurer.map { Self.plain($0) } ?? "[name of the insurer]")\n[address on the letter or on the card]"
  }

  private var subject: String {
    let known = denial?.what ?? about?.title ?? (words.isEmpty ? nil : words)
    let what = known.map { Self.plain($0) } ?? "[what it is about]"
    switch sort {
    case .appeal: return "Appeal about: \(what)"
    case .request: return "Request for permission: \(what)"
    case .records:
      return denial == nil && about == nil
        ? "Copies of my records" : "Copies of the papers about: \(what)"
    }
  }

  /// The numbers by which an insurer finds the person and the paper.
  private var numbers: String {
    func line(_ label: String, _ value: String?, else blank: String? = nil) -> String? {
      (value.map { Self.plain($0) } ?? blank).map { "\(label): \($0)" }
    }
    var lines = [line("Date of birth", owner.when("born")?.spelled, else: "[your date of birth]")]
    if sort != .records || denial != nil || about != nil {
      let paper = denial?.record ?? about
      let isClaim = paper?.kind == .claim
      let number = paper?.words("number")
      lines += [
        line(
          "Member number", policy?.record.words("memberId"), else: "[member number on the card]"),
        line("Group number", policy?.record.words("groupId")),
        line(isClaim ? "Claim number" : "Authorization number", number),
        number == nil && sort == .appeal ? "Number on the letter: [number]" : nil,
        isClaim ? line("Date of service", paper?.when("date")?.spelled) : nil,
        line("Provider", paper?.words("provider")),
      ]
    }
    return lines.compactMap { $0 }.joined(separator: "\n")
  }

  // MARK: What it asks

  private var appeal: [String] {
    let letter = denial?.written.map { "your letter of \($0.spelled)" } ?? "your letter of [date]"
    let what = denial.map { Self.plain($0.what) } ?? "[what was refused]"
    let kind = denial?.isBeforeCare == true ? "gave no permission for" : "did not pay for"
    let reason =
      denial?.reason.map { "The reason in it is: \(Self.quoted($0))" }
      ?? "The reason in it is: [copy the sentence of the letter]"
    var paragraphs = [
      "In \(letter) you \(kind) this: \(what). \(reason)",
      "I ask you to look at this again.",
      "Why I do not agree: [your reasons, in your own words]",
      "What my doctor says: [a letter of your doctor can go with this one]",
      "With this letter come: [a copy of your letter; the doctor's letter; reports that show it]",
    ]
    if let level = denial?.record.words("appealLevel") {
      paragraphs.insert("This is the appeal: \(Self.plain(level)).", at: 2)
    }
    if let last = denial?.record.when("appealDeadline") {
      paragraphs.append("Your letter names \(last.spelled) as the last day for this appeal.")
    }
    return paragraphs + callLines + ["Write to me with your answer and the reasons for it."]
  }

  private var request: [String] {
    let known = about?.title ?? (words.isEmpty ? nil : words)
    let what = known.map { Self.plain($0) } ?? "[the test or treatment]"
    if let asked = about?.when("asked") {
      return [
        "On \(asked.spelled) you were asked for permission for this: \(what).",
        "I ask you how it stands, and by which day you will decide.",
      ] + callLines + ["Write to me with your answer and the reasons for it."]
    }
    return [
      "I ask for your permission beforehand for this: \(what).",
      "It is planned for: [date], at: [clinic]",
      "The doctor who asks for it: [name and phone number]",
      "Why it is needed: [in the words of your doctor]",
      "With this letter come: [the doctor's letter; reports that show it]",
    ] + callLines + ["Write to me with your answer and the reasons for it."]
  }

  private var papers: [String] {
    guard denial == nil, about == nil else {
      return [
        "I ask for copies of all papers that you used for your decision about this: "
          + "\(Self.plain(denial?.what ?? about?.title ?? "")).",
        "I also ask for the rule or the part of the policy that the decision names.",
      ] + callLines + ["You can send them to the address above, or to: [another way]"]
    }
    return [
      "I ask for copies of my records: [which ones, such as scans, reports and letters]",
      "From this time: [from when to when]",
      "In this form: [on paper, or as a file]",
      "You can send them to the address above, or to: [another way]",
    ]
  }

  private var callLines: [String] {
    calls.compactMap { call in
      guard let day = call.when("date") else { return nil }
      let reference = call.words("reference").map { ", reference number \($0)" } ?? ""
      let promised = call.words("promised").map { " I was told: \($0)." } ?? ""
      return "I called on \(day.spelled) (\(call.title)\(reference)).\(promised)"
    }.map { Self.plain($0) }
  }

  // MARK: Text

  private static func quoted(_ text: String) -> String {
    let plain = plain(text)
    return plain.hasPrefix("\"") ? plain : "\"\(plain)\""
  }

  /// On one line and without control signs; a bracket of a record is no mark to fill in.
  private static func plain(_ text: String) -> String {
    let safe = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: " "
          case 0x5B: "("
          case 0x5D: ")"
          default: scalar
          }
        }))
    return safe.split(separator: " ").joined(separator: " ")
  }

  private static func wrapped(_ paragraph: String) -> String {
    paragraph.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var lines = [""]
      for word in line.split(separator: " ") {
        let last = lines[lines.count - 1]
        if last.isEmpty {
          lines[lines.count - 1] = String(word)
        } else if last.count + 1 + word.count <= width {
          lines[lines.count - 1] = "\(last) \(word)"
        } else {
          lines.append(String(word))
        }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
