internal import CarePlan
internal import Records

/// Concerns, habits, support, insurance and work, and what the team's own plan says.
extension PlanFacts {
  static let lifeFinders: [String: @Sendable (PlanFacts) -> [Item]] = [
    "concerns": { $0.concernItems },
    "smoking": { $0.habit(["smok", "tobacco", "cigar"]) },
    "activity": { $0.habit(["activ", "exercise", "sport", "walk"]) },
    "food": { $0.habit(["food", "diet", "eat", "nutrition"]) },
    "weight": { $0.weightItems },
    "alcohol": { $0.habit(["alcohol", "drink"]) },
    "sun": { $0.habit(["sun"]) },
    "supplements": { $0.supplementItems },
    "advice": { $0.advice(["lifestyle", "smoking"]) },
    "people": { $0.peopleItems },
    "programmes": { $0.programmeItems },
    "distress": { $0.distressItems },
    "insurance": { $0.insuranceItems },
    "work": { $0.notes(["work", "job", "school", "employ"]) },
    "money": { $0.notes(["money", "cost", "financ"]) },
    "referrals": { facts in
      facts.facts.newest(.referral).map { Item("\($0.dateColumn): \($0.title)", from: [$0]) }
    },
    "helplines": { facts in
      Helpline.all.map {
        Item("\($0.phone): \($0.what)", source: $0.sourceWords(on: facts.today))
      }
    },
    "activities": { facts in
      facts.plan.map { plan in
        plan.list("activities").map { Item($0.words, from: [plan]) }
      } ?? []
    },
    "goals": { facts in
      facts.plan.map { plan in plan.list("goals").map { Item($0.words, from: [plan]) } } ?? []
    },
    "comments": { facts in
      facts.plan?.said("text", max: 1000).map {
        [Item($0.quoted, from: [facts.plan].compactMap { $0 })]
      }
        ?? []
    },
    "review": { $0.day($0.plan, ["review"]) },
    "paper": { $0.paperItems },
  ]

  private var concernItems: [Item] {
    facts.newest(.checklistItem).filter(\.isOpenConcern).reversed()
      .map { Item($0.title, from: [$0]) }
  }

  // MARK: habits

  private func habit(_ names: [String]) -> [Item] {
    facts.habits.filter { habit in
      names.contains { habit.plainName.lowercased().contains($0) }
    }.compactMap { habit in
      facts.habitWords(habit).map { Item("\(habit.dateColumn): \($0)", from: [habit]) }
    }
  }

  /// The last weight that was measured, and what was written down as a habit.
  private var weightItems: [Item] {
    let measured = facts.newest(.vitalSign).first { record in
      record.plainName.lowercased().contains("weight") && record.quantity("value") != nil
    }
    let item = measured.map { record in
      Item("\(record.dateColumn): \(record.said("value", max: 40) ?? "")", from: [record])
    }
    return [item].compactMap { $0 } + habit(["weight"])
  }

  /// What is taken besides, and whether the team knows. No supplement is proven to help.
  private var supplementItems: [Item] {
    let taken = facts.currentMedicines.filter {
      ["supplement", "herbal"].contains($0.words("type"))
    }
    let items = taken.map { medicine in
      let team =
        facts.teamWords(medicine)
        ?? (medicine.words("teamTold") == "yes" ? "the team knows" : "nobody wrote down who knows")
      return Item([medicine.plainName, team].joinedWords(", "), from: [medicine])
    }
    return items.isEmpty ? [] : items + advice(["supplements"])
  }

  // MARK: support, insurance, work

  private func supportItem(_ note: Record) -> Item {
    let text = [
      note.plainName.capital, note.said("programme", max: 80), note.said("who", max: 60),
      note.said("contact", max: 60),
    ].joinedWords(", ")
    return Item(text, from: [note])
  }

  private var peopleItems: [Item] {
    facts.team.filter { TeamPlace.of($0) == .family }.map { member in
      let text = [
        member.said("name", max: 60), member.said("relation", max: 40),
        member.said("phone", max: 40), member.said("coordinates", "looks after", max: 80),
      ].joinedWords(", ")
      return Item(text, from: [member])
    }
  }

  private var programmeItems: [Item] {
    facts.newest(.support).filter(\.isSupportProgramme).map { supportItem($0) }
  }

  private var distressItems: [Item] {
    let distress = Distress(facts.newest(.support))
    guard let last = distress.entries.last else { return [] }
    return [Item(distress.sentences.joined(separator: " "), from: [last.record])]
  }

  private var insuranceItems: [Item] {
    facts.newest(.coverage).map { coverage in
      Item(
        [coverage.title.short(100), coverage.when?.column].joinedWords(", "), from: [coverage])
    }
  }

  private func notes(_ topics: [String]) -> [Item] {
    facts.newest(.note).filter { note in
      let topic = note.words("topic")?.lowercased() ?? ""
      return topics.contains { topic.contains($0) }
    }.map { Item($0.said("text", max: 240) ?? $0.title, from: [$0]) }
  }

  // MARK: the team's own plan

  private var paperItems: [Item] {
    guard let plan, !plan.attachments.isEmpty else { return [] }
    let count = plan.attachments.count
    return [
      Item(count == 1 ? "1 file is kept with it" : "\(count) files are kept with it", from: [plan])
    ]
  }
}
