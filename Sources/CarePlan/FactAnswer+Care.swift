internal import Records

// What the vault says about people, questions, checks and habits.

extension ChecklistFacts {
  /// What the vault says. None where the item means nobody here, such as a premium without a policy.
  package func answers(to question: FactQuestion) -> [FactAnswer] {
    switch question {
    case .teamPhones: [.shown(member(phone: "phone").map { named($0) })]
    case .nightPhone: [.shown(member(phone: "phoneNight").map { named($0) })]
    case .familyDoctor:
      [.shown(member(["family doctor", "primary care", "general practi"]).map { named($0) })]
    case .specialist: [.shown(member(["neuroendocrine"]).map { named($0) })]
    case .emergency: [.shown(emergency)]
    case .support: [.shown(supporter)]
    case .ride: [.shown(ride)]
    case .gaps: [gaps]
    case .medicines: [medicines]
    case .allergies: [allergies]
    case .reason: [.shown(person?.words("reason").map { _ in "written down" })]
    case .referral: [.shown(referral.map { named($0) })]
    case .checks, .screening, .dueSoon, .lateEffects, .advice, .smoking, .men1: [followUp(question)]
    case .questions, .choosingQuestions, .afterQuestions, .untoldSymptoms, .untoldMeans,
      .missedVisit, .visitWritten, .decideBy, .options:
      talking(question)
    case .summary, .pathology, .operation, .scanReport, .scanDiscs, .discharge, .copies, .carePlan,
      .travelLetter, .directive, .proxy, .wishes, .hospice:
      papers(question)
    default: insurance(question)
    }
  }

  // MARK: people

  private var team: [Record] { all(.teamMember).filter { !$0.hasLeftTeam } }

  /// The first of the team with such a word in the name, the role or what they look after.
  func member(_ words: [String]) -> Record? {
    team.first { one in
      let role = one.list("role").map(\.words)
      let text = ([one.words("name"), one.words("coordinates")].compactMap { $0 } + role)
        .joined(separator: " ").lowercased()
      return words.contains { text.contains($0) }
    }
  }

  private func member(phone: String) -> Record? {
    team.first { TeamPlace.of($0) == .doctors && $0.words(phone) != nil }
  }

  private var emergency: String? {
    person?.words("emergencyContact")
      ?? team.first { $0.words("emergency") == "yes" && $0.words("phone") != nil }?.title
  }

  private var supporter: String? {
    newest(.support).first { ["group", "counsellor"].contains($0.words("type")) }?.title
      ?? newest(.support).lazy.compactMap { $0.words("who") }.first
  }

  private var ride: String? {
    newest(.support).first { note in
      note.words("type") == "programme"
        && SharedWords.areAny(
          in: note.searchText, of: ["ride", "rides", "driver", "taxi", "transport"])
    }?.title
  }

  // MARK: what a new doctor looks for

  private var gaps: FactAnswer {
    let gaps = Gap.all(in: everything).map(\.words)
    let shown = gaps.prefix(4).joined(separator: ", ")
    let more = gaps.count > 4 ? ", and \(gaps.count - 4) more" : ""
    return FactAnswer(gaps.isEmpty, evidence: "nothing is missing", missing: shown + more)
  }

  private func isNone(_ kind: Kind) -> Bool {
    all(.absence).contains {
      $0.words("of") == kind.rawValue && $0.words("answer") == "none-known"
    }
  }

  private var medicines: FactAnswer {
    let taken = all(.medicine).filter { $0.isTaken(on: today) }
    if taken.isEmpty { return .shown(isNone(.medicine) ? "none" : nil) }
    let without = taken.filter { $0.words("dose") == nil }
    return FactAnswer(
      without.isEmpty, evidence: "\(count(taken, "medicine")) on it",
      missing: without.first.map { "the dose of \($0.title)" })
  }

  private var allergies: FactAnswer {
    let known = all(.allergy)
    return .shown(isNone(.allergy) ? "none known" : known.isEmpty ? nil : known[0].title)
  }

  /// One for another opinion: a referral for something else says nothing of it.
  private var referral: Record? {
    newest(.referral).first { one in
      one.title.lowercased().contains("opinion")
        && one.when("validTo")?.date.map { $0.lastDay >= today } ?? true
    }
  }

  // MARK: checks and habits

  private func followUp(_ question: FactQuestion) -> FactAnswer {
    switch question {
    case .checks:
      let asked = all(.followUp).filter { $0.words("askedBy") != nil }
      return .shown(asked.isEmpty ? nil : count(asked, "check that somebody asked for", "checks"))
    case .screening:
      let words = ["mammogra", "colonoscop", "screening", "cervi", "prostate"]
      let one = all(.followUp).first { check in
        words.contains { check.title.lowercased().contains($0) }
      }
      return .shown(one?.title)
    case .dueSoon:
      let soon = upcoming.filter {
        [.check, .dose, .visit].contains($0.topic) && $0.day.lastDay >= today
          && $0.day.dayNumber - today.dayNumber <= 92
      }
      return FactAnswer(
        false,
        missing: soon.first.map {
          "the next one is on \($0.day.spelled): \($0.what)"
        })
    case .lateEffects:
      let watched = all(.lateEffect).filter { $0["watch"] != nil || $0["callWhen"] != nil }
      return .shown(watched.isEmpty ? nil : count(watched, "effect"))
    case .advice:
      return .shown(all(.habit).first { $0["advice"] != nil }?.title)
    case .smoking:
      let words = ["smok", "tobacco", "nicotine"]
      let habit = newest(.habit).first { one in
        words.contains { one.title.lowercased().contains($0) } && one["status"] != nil
      }
      return .shown(habit?.words("status"))
    default:
      let known = all(.familyHistory).contains { ScreeningFacts.isMEN1($0.searchText) }
      return .shown(known ? "written down" : isNone(.familyHistory) ? "none known" : nil)
    }
  }
}
