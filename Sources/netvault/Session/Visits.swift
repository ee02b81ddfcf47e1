/// Visits that were, and visits to come.
internal import CarePlan
internal import Console
internal import Records
internal import Vault

struct Visits {
  let talk: Talk
  let vault: Vault
  /// Newest first.
  let all: [Record]

  init(talk: Talk, vault: Vault) throws {
    self.talk = talk
    self.vault = vault
    all = Listing.newestFirst(
      try vault.records(of: .visit).filter {
        !$0.isRetracted && $0.words("status") != "missed"
      })
  }

  /// Visits to come, the next one first. One that is said to be planned and has no date is last.
  var ahead: [Record] {
    let dated = all.filter { visit in
      visit.words("status") != "kept" && visit.when?.date.map { $0.lastDay >= talk.today } == true
    }
    let undated = all.filter { $0.when?.date == nil && $0.words("status") == "planned" }
    return dated.reversed() + undated
  }

  /// Planned visits whose day is over and of which nobody wrote anything, newest first: were they kept?
  /// A visit that was written down afterwards is no plan.
  var unsure: [Record] { all.filter { Self.isUnsure($0, today: talk.today) } }

  static func isUnsure(_ visit: Record, today: PartialDate) -> Bool {
    guard let date = visit.when?.date, date.lastDay < today.firstDay else { return false }
    guard ["said", "decided", "next"].allSatisfy({ visit.words($0) == nil }) else { return false }
    switch visit.words("status") {
    case "planned": return true
    case nil:
      guard let entered = Moment(visit.provenance.entered)?.date else { return false }
      return visit.provenance.origin == .person && entered < date.firstDay
    default: return false
    }
  }

  /// The last visit that there was before this one: with the same person, or else with anybody. What
  /// changed since then is news to them.
  func before(_ visit: Record?) -> Record? {
    let others = been.filter { $0.id != visit?.id && $0.when?.date != nil }
    let names = Set((visit?.list("who") ?? []).map { $0.words.lowercased() })
    let same = others.first { one in
      !names.isDisjoint(with: one.list("who").map { $0.words.lowercased() })
    }
    return same ?? others.first
  }

  private var been: [Record] {
    all.filter { visit in
      guard let date = visit.when?.date else { return visit.words("status") == "kept" }
      return date.firstDay < talk.today
        || (date.firstDay <= talk.today && visit.words("status") == "kept")
    }
  }

  /// The visit to get ready for: the one that is meant, or the next one. Nil when none is planned.
  func planned(_ what: [String]) throws -> Record? {
    guard what.isEmpty else { return try chosen(what) }
    return ahead.first
  }

  /// The visit to write up: the one that is meant, or the newest one that nothing is written of.
  func past(_ what: [String]) throws -> Record {
    guard what.isEmpty else { return try chosen(what) }
    // Somebody may write while still in the waiting room.
    let today = ahead.filter { $0.when?.date == talk.today }
    let open = (today + been).filter { $0.words("said") == nil && $0.words("decided") == nil }
    guard let newest = open.first ?? (today + been).first else { throw Problem.noVisitYet }
    let near = open.filter { visit in
      (visit.when?.date?.dayNumber ?? 0) > talk.today.dayNumber - 60
    }
    guard near.count > 1, talk.terminal.settings.canAsk else { return newest }
    let choice = try Prompt(talk.terminal).choice(
      "Which visit?", near.map { Self.words($0) }, default: 0, flag: "VISIT")
    return near[choice]
  }

  private func chosen(_ what: [String]) throws -> Record {
    let record = try Choosing(talk: talk, vault: vault).record(Passing.words(what, of: .visit))
    guard record.kind == .visit else { throw Problem.notAVisit }
    return record
  }

  /// `oncology, Dr. Lee, 26 November 2026, 10:30`
  static func words(_ visit: Record) -> String {
    "\(visit.title), \(visit.when?.spelled ?? "date not known")"
  }
}
