internal import Codes
internal import Records

/// What was before and what goes along: other operations, past illnesses, family, devices, habits,
/// vaccines, plans of care teams, hospital stays.
extension Facts {
  func pastLines() -> [Line] {
    procedureLines() + pastProblemLines() + familyLines() + deviceLines() + habitLines()
      + vaccineLines() + planLines() + stayLines()
  }

  private func procedureLines() -> [Line] {
    let groups = otherProcedures
    if groups.isEmpty, let answer = absence(of: .procedure) {
      return [said(answer, "Other operations", .procedure)]
    }
    return groups.map { repeatedLine($0, label: "Procedure") }
  }

  private func pastProblemLines() -> [Line] {
    pastProblems.map { problem in
      Line(
        .diagnosis, [problem.dateColumn, "Past illness: \(problemWords(problem))"],
        from: [problem])
    }
  }

  private func familyLines() -> [Line] {
    let family = newest(.familyHistory)
    if family.isEmpty, let answer = absence(of: .familyHistory) {
      return [said(answer, "Illnesses in the family", .familyHistory)]
    }
    return family.map { relative in
      let text = [
        relative.said("condition"), relative.said("age", "at age", max: 30),
        relative.words("deceased") == "yes" ? "has died" : nil,
      ].joinedWords(", ")
      let who = relative.said("relation", max: 60) ?? "relative"
      return Line(
        .familyHistory,
        [relative.dayColumn, "Family: \(who): \(text)"], from: [relative])
    }
  }

  func deviceLines() -> [Line] {
    let devices = newest(.device).filter { $0.words("status") != "inactive" }
    if devices.isEmpty, let answer = absence(of: .device) {
      return [said(answer, "Devices", .device)]
    }
    return devices.map { device in
      let text = [
        device.title.short(120), device.said("bodySite"), device.said("maker", max: 60),
        device.said("model", "model", max: 60), device.said("serial", "serial number", max: 60),
        device.said("reason", "for"),
      ].joinedWords(", ")
      return Line(.device, [device.dateColumn, "Device: \(text)"], from: [device])
    }
  }

  /// The latest of each habit, smoking first.
  var habits: [Record] {
    repeated(newest(.habit).filter { habitWords($0) != nil }).map { $0[0] }.enumerated()
      .sorted { ($0.element.habitRank, $0.offset) < ($1.element.habitRank, $1.offset) }
      .map(\.element)
  }

  func habitWords(_ habit: Record) -> String? {
    let words = [
      habit.said("status"), valueWords(habit),
      habit.said("packYears", max: 20).map { "\($0) pack-years" },
      habit.when("quit").map { "stopped \($0.column)" }, habit.said("advice", "advice:"),
      habit.said("adviceBy", "by", max: 60),
    ].joinedWords(", ")
    return words.isEmpty ? nil : words
  }

  private func habitLines() -> [Line] {
    habits.map { habit in
      Line(
        .habit,
        [habit.dateColumn, "Habit: \(habit.plainName): \(habitWords(habit) ?? "")"],
        from: [habit])
    }
  }

  private func vaccineLines() -> [Line] {
    let given = newest(.vaccine).filter { $0.words("status") != "not-done" }
    if given.isEmpty, let answer = absence(of: .vaccine) {
      return [said(answer, "Vaccines", .vaccine)]
    }
    return repeated(given).map { vaccines in
      let times = vaccines.count > 1 ? "\(vaccines.count) times" : nil
      let text = [
        vaccines[0].plainName, vaccines[0].said("dose", "dose", max: 30), times,
      ].joinedWords(", ")
      return Line(.vaccine, [vaccines[0].dateColumn, "Vaccine: \(text)"], from: vaccines)
    }
  }

  /// Nights in a hospital and emergencies; every visit would be too much.
  var stays: [Record] {
    newest(.encounter).filter { stay in
      let words = ((stay.words("class") ?? "") + " " + (stay.words("type") ?? "")).lowercased()
      let codes = stay.coded("class")?.codings.compactMap(\.code) ?? []
      return codes.contains { ["IMP", "EMER", "ACUTE", "NONAC"].contains($0) }
        || ["inpatient", "emergency", "hospital admission"].contains { words.contains($0) }
    }
  }

  private func stayLines() -> [Line] {
    stays.map { stay in
      let text = [
        stay.plainName, stay.when?.rest, stay.said("reason", "for"), stay.said("place"),
      ].joinedWords(", ")
      return Line(.encounter, [stay.dateColumn, "Hospital: \(text)"], from: [stay])
    }
  }

  /// The answer for a list that has no entries.
  private func said(_ answer: Record, _ name: String, _ kind: Kind) -> Line {
    let words = answer.said("wording") ?? answer.said("answer") ?? "not asked"
    return Line(kind, [answer.dayColumn, "\(name): \(words)"], from: [answer])
  }
}

extension Record {
  fileprivate var habitRank: Int {
    let words = plainName.lowercased()
    if words.contains("smok") || words.contains("tobacco") { return 0 }
    return words.contains("alcohol") ? 1 : 2
  }
}
