internal import Records

// What the vault says about insurance: policies, permissions, bills and refusals.

extension ChecklistFacts {
  func insurance(_ question: FactQuestion) -> [FactAnswer] {
    switch question {
    case .card: [card]
    case .policyPaper: [.shown(paper(["summary of benefits", "policy"]).map { named($0) })]
    case .deductible: [deductible]
    case .premium: covers.compactMap { premium($0) }
    case .coverEnd: covers.compactMap { coverEnd($0) }
    case .coverNow: [coverNow]
    case .coverProof: [.shown(coverProof)]
    case .enrollment: [enrollment]
    case .jobCoverEnd: [jobCoverEnd]
    case .jobLetter: [.shown(paper(["cobra", "continuation"]).map { named($0) })]
    case .turning65: [turning65]
    case .medicare, .medicareCard: [medicare]
    default: permissions(question)
    }
  }

  /// Policies that are not over.
  private var covers: [Record] {
    all(.coverage).filter { cover in
      guard !["cancelled", "draft"].contains(cover.words("status") ?? ""),
        let end = cover.when("end")?.date ?? cover.when("start")?.end?.date
      else { return cover.words("status") != "cancelled" }
      return end.lastDay >= today
    }
  }

  private var card: FactAnswer {
    let cover = covers.first { $0.words("memberId") != nil }
    return .shown(cover?.title, missing: covers.isEmpty ? nil : "the member number")
  }

  private var deductible: FactAnswer {
    let cover = covers.first { $0["deductible"] != nil && $0["deductibleUsed"] != nil }
    return .shown(
      cover.map { cover in
        let used = cover.words("deductibleUsed") ?? ""
        return "\(cover.title): \(used) of \(cover.words("deductible") ?? "")"
      })
  }

  /// Nil for a policy that costs nothing, as far as anybody wrote it down.
  private func premium(_ cover: Record) -> FactAnswer? {
    guard cover["premium"] != nil || cover["premiumDue"] != nil || cover["paidThrough"] != nil
    else { return nil }
    if let paid = cover.when("paidThrough")?.date {
      return FactAnswer(
        paid.lastDay >= today, about: cover, evidence: "paid until \(paid.spelled)",
        missing: "it was paid until \(paid.spelled)", due: paid)
    }
    let isByItself = cover.words("autopay") == "yes"
    return FactAnswer(
      isByItself, about: cover, evidence: "taken from an account by itself",
      missing: "until when it is paid")
  }

  /// Only for a policy with an end, and none that goes on from there.
  private func coverEnd(_ cover: Record) -> FactAnswer? {
    guard let end = cover.when("end")?.date else { return nil }
    let day = end.lastDay.dayNumber
    let next = all(.coverage).first { other in
      guard other.id != cover.id, let start = other.when("start")?.date else { return false }
      let isOver = other.when("end")?.date.map { $0.lastDay <= end.lastDay } ?? false
      return start.firstDay.dayNumber <= day + 1 && !isOver
    }
    return FactAnswer(
      next != nil, about: cover, evidence: next.map { "\($0.title) goes on from there" },
      missing: "it ends on \(end.spelled)", due: end)
  }

  private var coverNow: FactAnswer {
    let cover = covers.first { $0.when("start")?.date.map { $0.firstDay <= today } ?? true }
    return .shown(cover?.title)
  }

  private var coverProof: String? {
    let over = all(.coverage).first { cover in
      !cover.attachments.isEmpty && cover.when("end")?.date.map { $0.lastDay < today } ?? false
    }
    let words = ["proof of coverage", "creditable coverage", "certificate of coverage"]
    return (paper(words) ?? over).map { named($0) }
  }

  private var enrollment: FactAnswer {
    let windows = covers.compactMap { $0.when("enrolUntil")?.date }
      .filter { $0.lastDay >= today }
    return FactAnswer(false, due: windows.min())
  }

  private var jobCoverEnd: FactAnswer {
    let cover = all(.coverage).first { $0.words("employer") != nil && $0.when("end") != nil }
    return .shown(
      cover.map { "\($0.title), until \($0.when("end")?.spelled ?? "")" },
      missing: covers.contains { $0.words("employer") != nil } ? "the last day" : nil)
  }

  private var turning65: FactAnswer {
    guard let born = person?.when("born")?.date, let day = born.adding(months: 65 * 12) else {
      return FactAnswer(false, missing: "the date of birth")
    }
    let month = PartialDate(year: day.year, month: day.month) ?? day
    return .shown("65 in \(month.spelled)")
  }

  private var medicare: FactAnswer {
    let cover = covers.first { cover in
      (cover.title + " " + (cover.words("type") ?? "")).lowercased().contains("medicare")
        && cover.words("memberId") != nil
    }
    return .shown(cover?.title)
  }
}
