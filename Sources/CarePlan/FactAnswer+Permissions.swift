internal import Records

// What the vault says about permissions of the insurer, bills and refusals.

extension ChecklistFacts {
  func permissions(_ question: FactQuestion) -> [FactAnswer] {
    switch question {
    case .authorization: authorizations
    case .authorizationNumber: allowed.map { number($0) }
    case .needLetter: [.shown(paper(["medical need", "medical necessity"]).map { named($0) })]
    case .billDays: [billDays]
    case .billMatch: openBills.map { match($0) }
    case .denialCall: denials.map { call($0) }
    case .appeal: denials.map { appeal($0) }
    case .caseManager: [.shown(member(["case manager"]).map { named($0) })]
    case .helper: [.shown(helper)]
    case .costHelp: [.shown(costHelp.map { named($0) })]
    default: []
    }
  }

  // MARK: permissions

  /// Permissions that hold, or that run out with something still ahead.
  private var allowed: [Record] {
    all(.authorization).filter { one in
      ["approved", nil].contains(one.words("status")) && !isOver(one)
    }
  }

  private func isOver(_ one: Record) -> Bool {
    guard let end = one.when("validTo")?.date else { return false }
    return end.lastDay < today && next(for: one) == nil
  }

  /// What it is for, the next time.
  private func next(for one: Record) -> Upcoming? {
    upcoming.first { ahead in
      [.check, .dose, .visit].contains(ahead.topic)
        && SharedWords.areMost(of: ahead.what, and: one.title)
    }
  }

  private var authorizations: [FactAnswer] {
    let asked = all(.authorization).filter { $0.words("status") == "asked" }
    guard !allowed.isEmpty || !asked.isEmpty else {
      return [FactAnswer(false, missing: "no permission is written down here")]
    }
    return allowed.map { allowed($0) }
      + asked.map { one in
        let since = one.when("asked").map { ", asked on \($0.spelled)" } ?? ""
        return FactAnswer(
          false, about: one, missing: "no answer yet\(since)", due: next(for: one)?.day)
      }
  }

  private func allowed(_ one: Record) -> FactAnswer {
    guard let end = one.when("validTo")?.date else {
      return FactAnswer(
        false, about: one, missing: "until when it is valid", due: next(for: one)?.day)
    }
    guard let next = next(for: one), end.lastDay < next.day.firstDay else {
      return FactAnswer(true, about: one, evidence: "until \(end.spelled)")
    }
    return FactAnswer(
      false, about: one,
      missing: "it ends on \(end.spelled), and the next day for it is \(next.day.spelled)",
      due: next.day)
  }

  private func number(_ one: Record) -> FactAnswer {
    let number = one.words("number")
    return FactAnswer(number != nil, about: one, evidence: number, missing: "the number")
  }

  // MARK: bills

  private var bills: [Record] {
    all(.claim).filter { $0.words("paper") == "bill" || $0.words("paper") == "both" }
  }

  private var billDays: FactAnswer {
    let without = bills.filter { $0.when("received") == nil }
    guard !bills.isEmpty, without.isEmpty else {
      return FactAnswer(
        false, missing: without.first.map { "the day on which this came: \($0.title)" })
    }
    return FactAnswer(true, evidence: "every bill here has its day: \(bills.count)")
  }

  /// Bills that nobody paid yet.
  private var openBills: [Record] {
    all(.claim).filter { claim in
      claim.when("paidOn") == nil && claim.when("denied") == nil
        && (claim.quantity("patientOwes")?.approximate ?? 0) > 0
    }
  }

  private func match(_ claim: Record) -> FactAnswer {
    let missing =
      switch claim.words("match") {
      case "statement-only": "the bill"
      case "bill-only": "the insurer's statement"
      case "differing": "the two differ: ask why"
      default: "whether the two match"
      }
    return FactAnswer(
      claim.words("match") == "matching", about: claim, evidence: "they match", missing: missing)
  }

  // MARK: refusals

  /// What the insurer refused, and nobody decided anew.
  private var denials: [Record] {
    let permissions = all(.authorization).filter {
      ["denied", "appeal"].contains($0.words("status"))
    }
    return (permissions + all(.claim).filter { $0.when("denied") != nil })
      .filter { $0.when("appealDecided") == nil && $0.words("appealOutcome") == nil }
  }

  private func refused(_ one: Record) -> PartialDate? {
    (one.when("denied") ?? one.when("noticed") ?? one.when("decided"))?.date
  }

  private func call(_ denial: Record) -> FactAnswer {
    let day = refused(denial)?.firstDay
    let call = newest(.call).first { call in
      let isAfter = day.map { day in call.when?.date.map { $0.lastDay >= day } ?? false } ?? true
      let about = [call.words("about"), call.words("promised")].compactMap { $0 }
      return isAfter && SharedWords.areMost(of: about.joined(separator: " "), and: denial.title)
    }
    return FactAnswer(
      call != nil, about: denial, evidence: call.map { "call: \(named($0))" },
      missing: "no call about it is written down")
  }

  private func appeal(_ denial: Record) -> FactAnswer {
    let sent = denial.when("appealFiled")
    let by = denial.when("appealDeadline")?.date
    return FactAnswer(
      sent != nil, about: denial, evidence: sent.map { "sent on \($0.spelled)" },
      missing: by.map { "by \($0.spelled), as the letter says" } ?? "the last day for it", due: by)
  }

  // MARK: people

  private var helper: String? {
    if let one = all(.teamMember).first(where: { one in
      TeamPlace.of(one) == .family
        && one.words("coordinates")?.lowercased().contains("insur") ?? false
    }) {
      return one.title
    }
    let own = Owner(person)
    return all(.checklistItem).first { item in
      item.words("list").flatMap { CareList(words: $0) } == .insurance
        && item.words("owner").map { own.role(of: $0) == .caregiver } ?? false
    }?.words("owner")
  }

  private var costHelp: Record? {
    newest(.support).first { note in
      note.words("type") == "programme"
        && SharedWords.areAny(
          in: note.searchText,
          of: ["cost", "costs", "money", "financial", "aid", "copay", "foundation", "fund"])
    }
  }
}
