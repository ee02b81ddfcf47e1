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
      let day = [due.spelledDay, due.words.short(60), due.window].joinedWords(", ")
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
    let contacts = (person?.list("emergencyContact") ?? []).map { contact in
      Line(
        .person, ["In an emergency: \(contact.words.short(160))"], from: [person].compactMap { $0 })
    }
    return contacts + team.map { memberLine($0) }
  }

  private func memberLine(_ member: Record) -> Line {
    let role = [
      member.words("role")?.lowercased() == member.words("name")?.lowercased()
        ? nil : member.said("role", max: 80),
      member.words("relation")?.lowercased() == member.words("role")?.lowercased()
        ? nil : member.said("relation", max: 40),
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

extension Record {
  /// Who treats the tumor, then the family doctor, then the family, then others with a number.
  fileprivate var callRank: Int {
    guard words("phone") != nil || words("phoneNight") != nil else {
      return words("email") == nil ? 6 : 5
    }
    if words("emergency") == "yes" || words("relation") != nil { return 2 }
    let role = list("role").map(\.words).joined(separator: " ").lowercased()
    if Self.tumorRoles.contains(where: { role.contains($0) }) { return 0 }
    if Self.familyDoctor.contains(where: { role.contains($0) }) { return 1 }
    return provenance.origin == .person ? 3 : 4
  }

  private static let tumorRoles = [
    "surg", "oncolog", "pulmo", "respirat", "thorac", "endocrin", "nuclear",
  ]
  private static let familyDoctor = [
    "family doctor", "family med", "family pract", "general pract", "primary care", "internist",
  ]
}
