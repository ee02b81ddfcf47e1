internal import CarePlan
internal import Records

/// What is due and who asked for it, what care teams planned, and whom to call.
extension Facts {
  func dueLines() -> [Line] {
    let dues = Due.all(in: all, today: today)
    if dues.isEmpty, !scope.leaveOut.contains(.followUp) {
      return [Line(.followUp, ["No check recorded", "", "", ""])]
    }
    let records = Dictionary(
      newest(.followUp).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return dues.map { due in
      let who = [due.askedBy ?? "nobody named", due.every].joinedWords(", ").short(80)
      let last = due.last?.column ?? "not known"
      let day = [due.day?.spelled, due.words.short(60)].joinedWords(", ")
      let what = due.what.short(80).capital
      return Line(
        .followUp, [what, who, last, day],
        sentence: "\(what): \(day); asked by \(who); last done: \(last)",
        from: [records[due.record]].compactMap { $0 })
    }
  }

  func planLines() -> [Line] {
    newest(.plan).filter { !["completed", "revoked", "draft"].contains($0.words("status")) }
      .map { plan in
        let text = [
          plan.plainName.capital, plan.said("activities", max: 200),
          plan.said("goals", "goals:", max: 160), plan.said("reason", "for"),
          plan.said("activities") == nil ? plan.said("text", max: 240)?.quoted : nil,
          plan.said("who", max: 60),
        ].joinedWords(", ")
        return Line(.plan, [plan.dateColumn, "Plan: \(text)"], from: [plan])
      }
  }

  /// People with a phone number first, those to call in an emergency before all.
  var team: [Record] {
    var seen: Set<String> = []
    return newest(.teamMember).enumerated()
      .filter { !["inactive", "suspended"].contains($0.element.words("status")) }
      .sorted { ($0.element.callRank, $0.offset) < ($1.element.callRank, $1.offset) }
      .map(\.element)
      .filter { seen.insert($0.title.lowercased()).inserted }
  }

  func callLines() -> [Line] {
    team.map { member in
      let role = [
        member.said("role", max: 80), member.said("relation", max: 40),
        member.words("organization") == member.words("name")
          ? nil : member.said("organization", max: 60),
        member.said("mayBeTold", "may be told", max: 60),
        member.words("emergency") == "yes" ? "call in an emergency" : nil,
        member.said("coordinates", "looks after", max: 60),
      ].joinedWords(", ")
      let phones = [
        member.said("phone", max: 60), member.said("phoneNight", "nights", max: 60),
        member.said("email", max: 60),
      ].joinedWords(", ")
      let name = (member.said("name", max: 60) ?? member.title) + (role.isEmpty ? "" : " (\(role))")
      return Line(
        .teamMember, ["\(name): \(phones.isEmpty ? "no number" : phones)"], from: [member])
    }
  }
}

extension Record {
  fileprivate var callRank: Int {
    let hasPhone = words("phone") != nil || words("phoneNight") != nil
    switch (hasPhone, words("emergency") == "yes" || words("relation") != nil) {
    case (true, false): return provenance.origin == .person ? 0 : 2
    case (true, true): return 1
    default: return words("email") == nil ? 4 : 3
    }
  }
}
