package import Records

/// What the lists look at: the records, the day, what has a day, and what was given to whom.
package struct ChecklistFacts {
  /// A summary that was handed out.
  package struct Given: Hashable, Sendable {
    package let to: String
    package let day: PartialDate

    package init(to: String, day: PartialDate) {
      self.to = to
      self.day = day
    }
  }

  package let today: PartialDate
  let upcoming: [Upcoming]
  /// Newest first.
  let given: [Given]
  private let byKind: [Kind: [Record]]
  private let byID: [RecordID: Record]

  package init(
    _ records: [Record], upcoming: [Upcoming], given: [Given] = [], today: PartialDate
  ) {
    let facts = records.filter { !$0.isRetracted }
    byKind = Dictionary(grouping: facts, by: \.kind)
    byID = Dictionary(facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.upcoming = upcoming
    self.given = given
    self.today = today
  }

  /// In the order in which they came in.
  func all(_ kind: Kind) -> [Record] { byKind[kind] ?? [] }

  func record(_ id: RecordID) -> Record? { byID[id] }

  var everything: [Record] { byKind.values.flatMap { $0 } }

  /// Newest first; what has no date is last.
  func newest(_ kind: Kind) -> [Record] { all(kind).sorted { $0.sortDay > $1.sortDay } }

  /// Whose records they are.
  package var person: Record? { all(.person).first }

  /// The day of the next visit.
  var nextVisit: PartialDate? { upcoming.first { $0.topic == .visit }?.day }

  /// The newest paper of which the title or the kind has one of these words in it.
  func paper(_ words: [String]) -> Record? {
    newest(.document).first { document in
      let text = [document.words("title"), document.words("type")].compactMap { $0 }
        .joined(separator: " ").lowercased()
      return words.contains { text.contains($0) }
    }
  }

  /// `Operation note, 16 May 2020`
  func named(_ record: Record) -> String {
    record.title + (record.when.map { ", \($0.spelled)" } ?? "")
  }
}

/// Words that two texts have in common, so that a call is known to be about a refusal.
enum SharedWords {
  private static let small: Set<Substring> = [
    "the", "of", "for", "and", "a", "an", "in", "on", "at", "to", "with", "by", "my", "scan",
    "test",
    "visit", "next", "dr",
  ]

  /// True when at least half of the shorter text is in the longer one: "CT" alone does not make a scan
  /// of the chest the same as a PET/CT.
  static func areMost(of one: String, and other: String) -> Bool {
    let (left, right) = (words(one), words(other))
    let shared = left.intersection(right).count
    return shared > 0 && shared * 2 >= min(left.count, right.count)
  }

  static func areAny(in text: String, of others: Set<Substring>) -> Bool {
    !words(text).isDisjoint(with: others)
  }

  private static func words(_ text: String) -> Set<Substring> {
    let all = Substring(text.lowercased()).split { !$0.isLetter && !$0.isNumber }
    return Set(all.filter { $0.count > 1 }).subtracting(small)
  }
}
