/// Where things stand in a few lines: what matters most is said in full, the rest as short as needed.
internal import CarePlan
internal import Console
internal import Records

struct StandingLines {
  typealias Row = (label: String, text: String)

  /// One thing to say, in several lengths: the first says most.
  private struct Item {
    var forms: [[Row]]
    var place = 0

    var rows: [Row] { forms[place] }
  }

  let facts: StandingFacts

  /// Ten lines are read at a glance. Three are the heading, the empty line and the next step.
  static let limit = 7
  /// Records may have long names; here they are only named.
  private static let longest = 48

  /// The rows, so that they take no more than `limit` lines of `width` columns where that is possible.
  func rows(width: Int) -> [Row] {
    var items = [due, insurance, tell, visit, missing, draft, backup].compactMap { $0 }
    let label = items.flatMap(\.forms).flatMap { $0 }.map { Columns.width($0.label) }.max() ?? 0
    let room = max(20, width - label - 2)
    func height(_ rows: [Row]) -> Int {
      rows.reduce(0) { $0 + Wrap.lines($1.text, width: room).count }
    }
    while items.reduce(0, { $0 + height($1.rows) }) > Self.limit {
      // The longest gives way first, and of two the one that stands lower.
      let longer = items.indices.filter { place in
        let item = items[place]
        return item.forms[(item.place + 1)...].contains { height($0) < height(item.rows) }
      }
      guard
        let place = longer.max(by: { left, right in
          (height(items[left].rows), left) < (height(items[right].rows), right)
        })
      else { break }
      let now = height(items[place].rows)
      while items[place].place + 1 < items[place].forms.count, height(items[place].rows) >= now {
        items[place].place += 1
      }
    }
    return items.flatMap(\.rows)
  }

  // MARK: what is due

  /// One thing that is due, in two lengths.
  private struct DueLine {
    let day: PartialDate?
    let label: String
    let isOver: Bool
    let full: String
    let name: String
    let who: String
    let standing: String

    init(_ due: Due) {
      day = due.day
      isOver = due.standing == .overdue
      label = isOver ? "Overdue" : "Due"
      name = StandingLines.short(due.what)
      who = due.askedBy.map { " (\(StandingLines.short($0)))" } ?? ""
      standing = due.words.replacing("OVERDUE", with: "overdue by")
      var text = name
      if let askedBy = due.askedBy { text += ", asked by \(StandingLines.short(askedBy))" }
      if let every = due.every { text += ", \(StandingLines.short(every))" }
      text += ". "
      if let last = due.last { text += "Last: \(last.spelled). " }
      full = text + standing.capitalizedFirst + "."
    }

    init(_ one: Upcoming, today: PartialDate, label: String? = nil) {
      day = one.day
      isOver = one.standing(on: today) == .overdue
      self.label = label ?? (isOver ? "Overdue" : "Due")
      name = StandingLines.short(one.what)
      who = ""
      if isOver {
        standing = "overdue by \(Span.words(from: one.day.lastDay, to: today))"
      } else if one.day.firstDay > today {
        standing = "in \(Span.words(from: today, to: one.day.firstDay))"
      } else {
        standing = one.day.day == nil ? "due in \(one.day.spelled)" : "due today"
      }
      // "The letter says so" names its source already.
      let saidBy = one.saidBy.flatMap { one.why.hasPrefix($0) ? nil : StandingLines.short($0) }
      let why = [name, saidBy, StandingLines.short(one.why)].compactMap { $0 }
      full = "\(why.joined(separator: ", ")). \(standing.capitalizedFirst)."
    }
  }

  /// Checks and all else that has a day; what has no day is last. Insurance has a line of its own.
  private var dues: [DueLine] {
    let all =
      facts.dues.filter { $0.standing != .paused }.map { DueLine($0) }
      + facts.upcoming.filter { !$0.topic.isOfInsurance }.map { DueLine($0, today: facts.today) }
    return all.enumerated().sorted { left, right in
      switch (left.element.day, right.element.day) {
      case (let first?, let second?) where first != second: first < second
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  private var due: Item? { Self.item(dues) }

  /// What can still be missed stands before what is over, and before the days of others. So a last
  /// day of tomorrow is seen however much else is late.
  private var insurance: Item? {
    let today = facts.today
    func rank(_ one: Upcoming) -> Int {
      one.standing(on: today) == .overdue ? 1 : one.isTheirs ? 2 : 0
    }
    let all = facts.upcoming.filter(\.topic.isOfInsurance).enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    return Self.item(all.map { DueLine($0.element, today: today, label: "Insurance") })
  }

  private static func item(_ dues: [DueLine]) -> Item? {
    guard let first = dues.first else { return nil }
    func rows(_ count: Int) -> [Row] {
      var rows = dues.prefix(count).map { ($0.label, $0.full) }
      if let more = more(dues.dropFirst(count)) { rows[rows.count - 1].1 += " And \(more)." }
      return rows
    }
    let rest = more(dues.dropFirst()).map { ", and \($0)" } ?? ""
    var forms = (1...min(3, dues.count)).reversed().map { rows($0) }
    forms.append([(first.label, "\(first.name)\(first.who), \(first.standing)\(rest)")])
    forms.append([(first.label, "\(first.name), \(first.standing)\(rest)")])
    return Item(forms: forms)
  }

  /// What is late and what is still to come are counted apart: late things are never made more.
  private static func more(_ rest: some Collection<DueLine>) -> String? {
    let late = rest.count(where: \.isOver)
    let toCome = rest.count - late
    let parts = [late > 0 ? "\(late) more overdue" : nil, toCome > 0 ? "\(toCome) to come" : nil]
    return rest.isEmpty ? nil : parts.compactMap { $0 }.joined(separator: ", ")
  }

  // MARK: what the team should know

  private var tell: Item? {
    let symptoms = facts.untoldSymptoms
    let urgent = symptoms.first.filter { $0.words("reportAtOnce") == "yes" }
    let means = facts.untoldMeans
    guard symptoms.count > 0 || !means.isEmpty else { return nil }
    let count = [
      symptoms.count > 0 ? Listing.count(symptoms.count, "symptom") : nil,
      means.isEmpty ? nil : Listing.count(means.count, "remedy", "remedies"),
    ].compactMap { $0 }.joined(separator: " and ")
    let brief = "Your team does not know of \(count) yet."
    guard let first = urgent.first else {
      let names = (symptoms.first + means).prefix(3).map { Self.short($0.title) }
      let full = "Your team does not know of \(count) yet: \(names.joined(separator: ", "))"
      let more = symptoms.count + means.count > names.count ? " ..." : "."
      return Item(forms: [[("Tell", full + more)], [("Tell", brief)]])
    }
    let who = first.words("saidBy").map { ", as \(Self.short($0)) said" } ?? ""
    let now = "\(Self.short(first.title)): to be reported at once\(who)."
    let others = symptoms.count + means.count > 1 ? " \(brief)" : ""
    return Item(forms: [[("Tell", now + others)], [("Tell", now)]])
  }

  // MARK: appointments and questions

  private var visit: Item? {
    let count = facts.questions.count
    let asking = count > 0 ? Listing.count(count, "question") + " without an answer." : nil
    let kept = facts.unsure.first.map { "\(Self.short(Visits.words($0))): was it kept?" }
    guard let next = facts.visits.first.first else {
      if let kept {
        return Item(forms: [[("Visit", kept + (asking.map { " \($0)" } ?? ""))], [("Visit", kept)]])
      }
      guard let asking else { return nil }
      let first = facts.questions.first.first.map { Self.short($0.title) } ?? ""
      return Item(forms: [[("Ask", "\(asking) The last one: \(first)")], [("Ask", asking)]])
    }
    let day = next.when?.spelled ?? "date not known"
    let what = "\(day): \(Self.short(next.title))"
    let brief = "\(day): \(next.title.onOneLine(max: 26))"
    let place = next.words("place").map { ", \(Self.short($0))" } ?? ""
    let others = facts.visits.count > 1 ? " \(facts.visits.count - 1) more after it." : ""
    let tail = asking.map { " \($0)" } ?? ""
    let full = [("Visit", "\(what)\(place).\(others)\(tail)")]
    let unsure = kept.map { [full + [("", $0)]] } ?? []
    return Item(
      forms: unsure + [
        full, [("Visit", "\(what).\(tail)")],
        [("Visit", "\(brief).\(count > 0 ? " \(Listing.count(count, "question")) open." : "")")],
        [("Visit", "\(brief).")],
      ])
  }

  // MARK: what is missing, what was begun, what is kept

  private var missing: Item? {
    if facts.isEmpty {
      return Item(forms: [
        [("Records", "None yet. A file from a hospital can fill in most of them.")],
        [("Records", "None yet.")],
      ])
    }
    let words = facts.gaps.map(\.words)
    guard !words.isEmpty else { return nil }
    var forms = [[("Missing", words.joined(separator: ", "))]]
    for count in [6, 4, 2, 1] where count < words.count {
      let some = words.prefix(count).joined(separator: ", ")
      forms.append([("Missing", "\(some), and \(words.count - count) more")])
    }
    return Item(forms: forms)
  }

  private var draft: Item? {
    guard let first = facts.drafts.first else { return nil }
    let one = KindDescription.of(first.kind).one
    let what = first.isChange ? "a change of: \(one)" : one
    let day = first.day.map { ", begun \($0.spelled)" } ?? ""
    let rest = facts.drafts.count > 1 ? ", and \(facts.drafts.count - 1) more" : ""
    return Item(forms: [
      [("Draft", "\(what.capitalizedFirst)\(day), not saved yet\(rest)")],
      [("Draft", "\(what.capitalizedFirst), not saved yet\(rest)")],
    ])
  }

  private var backup: Item? {
    guard let backup = facts.backup else {
      return Item(forms: [[("Backup", "Never.")]])
    }
    return Item(forms: [
      [("Backup", backup.words(today: facts.today))], [("Backup", backup.day)],
    ])
  }

  fileprivate static func short(_ text: String) -> String { text.onOneLine(max: longest) }
}

extension StandingLines {
  /// The one step that helps most now.
  func next(vault: String) -> String {
    let has = Set(facts.counts.filter { $0.value > 0 }.keys)
    if let draft = facts.drafts.first, !draft.isChange {
      return "netvault\(vault) add \(draft.kind.rawValue)    (goes on with the draft)"
    }
    if facts.isEmpty {
      return "netvault\(vault) add diagnosis    (or: netvault\(vault) import FILE)"
    }
    if !has.contains(.diagnosis) { return "netvault\(vault) add diagnosis" }
    if !has.contains(.followUp) { return "netvault\(vault) schedule add" }
    if !facts.restarts.isEmpty {
      return "netvault\(vault) schedule review    (do your checks still hold?)"
    }
    guard let backup = facts.backup else {
      return "netvault\(vault) backup FOLDER    (a stick, or another disk)"
    }
    if let age = backup.age(facts.today), age > LastBackup.longAgo {
      return "netvault\(vault) backup"
    }
    if !facts.unsure.isEmpty { return "netvault\(vault) visit kept    (or: visit missed)" }
    if facts.visits.count > 0, facts.questions.count == 0 {
      return "netvault\(vault) add question    (for the next visit)"
    }
    if let gap = facts.gaps.first {
      let command = has.contains(gap.kind) && gap.kind == .diagnosis ? "edit" : "add"
      return "netvault\(vault) \(command) \(gap.kind.rawValue)    (\(gap.words))"
    }
    return "netvault\(vault) export --for \"your doctor's name\""
  }
}
