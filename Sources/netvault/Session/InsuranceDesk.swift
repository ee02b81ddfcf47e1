/// Everything about insurance that a vault holds, read at once, and how it is laid out.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault

struct InsuranceDesk {
  let talk: Talk
  let vault: Vault
  /// Policies, papers, calls, visits and the person: what the findings are made of.
  let facts: [Record]
  let policies: [Policy]
  /// What stays out on paper, because it is private. It still counts where something would be
  /// called missing without it.
  private let hidden: Set<RecordID>

  private static let kinds: Set<Kind> = [
    .coverage, .authorization, .referral, .claim, .call, .visit,
  ]

  init(talk: Talk, vault: Vault, withPrivate: Bool = true) throws {
    self.talk = talk
    self.vault = vault
    let records = try vault.records(of: Self.kinds).filter { !$0.isRetracted }
    let hidden = Set(withPrivate ? [] : records.filter(\.isPrivate).map(\.id))
    facts = records + [try vault.owner]
    policies = Policy.all(in: records).filter { !hidden.contains($0.record.id) }
    self.hidden = hidden
  }

  /// What may be shown.
  var shown: [Record] { hidden.isEmpty ? facts : facts.filter { !hidden.contains($0.id) } }

  func records(_ kind: Kind) -> [Record] { shown.filter { $0.kind == kind } }

  /// The policy that pays first now, or the one that did last.
  var mainPolicy: Policy? {
    policies.first { $0.covers(talk.today) && $0.sort.isForCare } ?? policies.last
  }

  var deadlines: [InsuranceDeadline] {
    InsuranceDeadline.all(in: facts, today: talk.today)
      .filter { one in one.record.map { !hidden.contains($0) } ?? true }
  }
  var findings: [ClaimFinding] {
    ClaimFinding.all(in: facts, today: talk.today).filter { hidden.isDisjoint(with: $0.records) }
  }
  var gaps: [CoverageGap] {
    CoverageGap.all(in: Policy.all(in: facts), today: talk.today)
      .filter { hidden.isDisjoint(with: $0.policies) }
  }
  var denials: [Denial] {
    Denial.all(in: facts).sorted {
      ($0.isOver ? 1 : 0, $0.what, $0.record.id) < ($1.isOver ? 1 : 0, $1.what, $1.record.id)
    }
  }

  func remember(_ ids: [RecordID]) throws {
    LastList(vault: try talk.location(), talk.environment).remember(ids)
  }

  /// A line with a number, and smaller lines below it. With a screen reader all is one paragraph.
  func paragraph(_ number: Int?, _ head: String, _ lines: [String], attention: Bool = false) {
    let settings = talk.terminal.settings
    guard !settings.isAccessible else {
      let all = ([head] + lines).map { line in
        line.last.map { ".?:".contains($0) } ?? true ? line : line + "."
      }
      let words = all.joined(separator: " ")
      talk.terminal.answer(Styled((number.map { "\($0). " } ?? "") + words))
      return
    }
    let mark = number.map { ($0 < 10 ? " " : "") + "\($0)  " } ?? "    "
    talk.terminal.answer(Styled("\(mark)\(head)", attention ? .attention : .plain))
    for line in lines { talk.terminal.answer(Styled("      \(line)")) }
  }

  func heading(_ words: String, isFirst: Bool = false) {
    if !isFirst { talk.terminal.answer() }
    talk.terminal.answer(Styled(words, .bold))
  }

  /// The refusal that words or a number mean; without any, the only open one.
  func denial(_ what: [String]) throws -> Denial {
    let text = what.joined(separator: " ").trimmedSpaces
    let all = denials
    guard !all.isEmpty else { throw Problem.noDenials }
    if Int(text) != nil {
      let record = try Choosing(talk: talk, vault: vault).record([text])
      guard let denial = all.first(where: { $0.record.id == record.id }) else {
        throw Problem.notADenial
      }
      return denial
    }
    let words = text.lowercased().split(separator: " ")
    let found = all.filter { denial in
      let known = denial.record.searchText.lowercased()
      return words.isEmpty ? !denial.isOver : words.allSatisfy { known.contains($0) }
    }
    if found.isEmpty, words.isEmpty { throw Problem.noDenials }
    guard !found.isEmpty else { throw Problem.nothingFound(text, close: nil) }
    if found.count == 1 { return found[0] }
    guard talk.terminal.settings.canAsk else { throw Problem.severalDenials(found.count) }
    let names = found.map { "\($0.what), \($0.written?.spelled ?? "date not known")" }
    return found[try Prompt(talk.terminal).choice("Which refusal?", names, flag: "WHAT")]
  }
}

extension MoneySum {
  var json: JSONValue {
    .array(sums.map { ["amount": .string($0.number), "currency": .string($0.currency)] })
  }
}

extension Optional where Wrapped == PartialDate {
  var json: JSONValue { map { .string($0.description) } ?? .null }
}

extension Optional where Wrapped == String {
  var json: JSONValue { map { .string($0) } ?? .null }
}
