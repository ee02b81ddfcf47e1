internal import Records

/// What can hurt today: allergies, and what any doctor must know at once.
///
/// Only what a person or a document said stands here. An interaction that nobody wrote down is not
/// worked out.
extension Facts {
  func alertLines() -> [Line] {
    var lines: [Line] = []
    let allergies = newest(.allergy).filter { !$0.isOver }
    for allergy in allergies { lines.append(allergyLine(allergy)) }
    // An allergy that somebody named outweighs an answer "none" from another day.
    if allergies.isEmpty {
      lines.append(absenceLine(of: .allergy, "allergies", label: "Allergy"))
    }
    for alert in newest(.alert) where !alert.isOver {
      let told = alert.said("toldBy", "told by")
      let since = alert.when.map { "since \($0.column)" } ?? alert.saidOn
      lines.append(
        Line(
          .alert,
          ["Alert", [alert.plainName.capital, told, since].joinedWords(", ")], from: [alert]))
    }
    return lines
  }

  private func allergyLine(_ allergy: Record) -> Line {
    let reaction = [allergy.said("reaction"), allergy.said("severity")].joinedWords(", ")
    let risk = allergy.said("criticality").flatMap { $0 == "high" ? "high risk" : nil }
    let sure = allergy.said("verification").flatMap { $0 == "confirmed" ? nil : $0 }
    let name = [allergy.plainName, reaction.isEmpty ? "reaction not known" : reaction]
      .joinedWords(": ")
    let when =
      allergy.when("since").map { "since \($0.column)" }
      ?? allergy.when("recorded").map { "written down \($0.column)" }
      ?? allergy.when("lastTime").map { "last time \($0.column)" } ?? Record.noDate
    return Line(
      .allergy,
      ["Allergy", [name, risk, sure, when].joinedWords(", ")], from: [allergy])
  }
}

extension Record {
  /// True for an allergy or alert that no longer holds.
  var isOver: Bool { ["inactive", "resolved"].contains(words("status")) }
}
