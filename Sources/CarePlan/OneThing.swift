package import Records

/// Which checks are about one thing. What a doctor asked for stands above what a general rule says;
/// where two of the same rank are there, somebody has to say which one holds.
package enum OneThing {
  /// What a check is about, without capitals and signs: `CT, chest` and `ct chest` are one.
  package static func key(_ check: Record) -> String {
    (check.words("what") ?? check.title).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.filter { !fillers.contains($0) }
      .joined(separator: " ")
  }

  private static let fillers: Set<Substring> = ["the", "of", "a", "an", "and", "with", "in"]

  /// The rules' checks that stand aside, each with the check that stands above it.
  package static func aside(among checks: [Record]) -> [RecordID: RecordID] {
    var aside: [RecordID: RecordID] = [:]
    let own = checks.filter { $0.words("rule") == nil && isOpen($0) }
    for check in checks where isOpen(check) {
      guard let name = check.words("rule") else { continue }
      if let above = own.first(where: { isOne($0, check, rule: name) }) {
        aside[check.id] = above.id
      }
    }
    return aside
  }

  /// Groups of two or more checks of the same rank for one thing.
  package static func twins(among checks: [Record]) -> [[Record]] {
    let aside = aside(among: checks)
    let open = checks.filter { isOpen($0) && aside[$0.id] == nil }
    var groups: [(key: String, checks: [Record])] = []
    for check in open {
      let key = key(check)
      if let place = groups.firstIndex(where: { $0.key == key }) {
        groups[place].checks.append(check)
      } else {
        groups.append((key, [check]))
      }
    }
    return groups.map(\.checks).filter { $0.count > 1 }
  }

  /// The open checks for the same thing that another one would come beside. A check of a rule does
  /// not count beside a doctor's: it stands aside by itself.
  package static func others(for what: String, among checks: [Record]) -> [Record] {
    let wanted = Record(
      id: RecordID(""), kind: .followUp, fields: ["what": .text(what)],
      provenance: Provenance(origin: .person, entered: ""))
    return checks.filter {
      isOpen($0) && $0.words("rule") == nil && key($0) == key(wanted)
    }
  }

  /// The check of a doctor that stands above this rule, if there is one.
  package static func above(_ rule: FollowUpRule, among checks: [Record]) -> Record? {
    checks.first { check in
      check.words("rule") == nil && isOpen(check) && rule.covers(key(check))
    }
  }

  private static func isOne(_ own: Record, _ check: Record, rule name: String) -> Bool {
    key(own) == key(check) || FollowUpRule.named(name)?.covers(key(own)) ?? false
  }

  /// True for a check that is still asked for.
  private static func isOpen(_ check: Record) -> Bool {
    guard !check.isRetracted else { return false }
    guard ["done", "skipped"].contains(check.words("status")) else { return true }
    return check.words("every") != nil || check["phases"] != nil
  }
}
