package import Records

/// One line of the story: what happened, when, and what was decided.
package struct StoryEntry: Sendable, Hashable {
  /// What a line is about, for those who want only a part of the story.
  package enum Topic: String, Sendable, Hashable, CaseIterable {
    case diagnosis
    case treatment
    case results
    case decisions
  }

  package var date: PartialDate?
  /// The date in words, where it is more than a day, a month or a year.
  package var dateWords: String?
  package var kind: Kind
  /// The plain word that the line begins with, such as "Surgery".
  package var label: String
  package var text: String
  /// What was decided, or said, in the words that were written down.
  package var decided: String?
  /// The records that the line is made of; several where they were folded into one.
  package var records: [RecordID]
  /// How many records the line stands for.
  package var count: Int
  /// True for what has not happened yet.
  package var isAhead = false

  package init(
    _ label: String, _ text: String, kind: Kind, when: When?, records: [RecordID],
    count: Int = 1, decided: String? = nil
  ) {
    self.label = label
    self.text = text
    self.kind = kind
    self.decided = decided
    self.records = records
    self.count = count
    date = when?.date
    if let when, when.spelled != date?.spelled,
      when.words != nil || when.isAbout || when.isPeriod
    {
      dateWords = when.spelled
    }
  }

  /// A record of which a list's row says enough.
  package init(
    kind: Kind, title: String, date: PartialDate?, dateWords: String?, record: RecordID
  ) {
    let label = KindDescription.of(kind).one
    self.init(
      label.prefix(1).uppercased() + label.dropFirst(), title, kind: kind, when: nil,
      records: [record])
    self.date = date
    self.dateWords = dateWords == date?.spelled ? nil : dateWords
  }

  /// Oldest first; what is known less precisely comes before, and what has no date last.
  package static func order(_ left: StoryEntry, _ right: StoryEntry) -> Bool {
    switch (left.date, right.date) {
    case (let one?, let other?) where one != other: one < other
    case (_?, nil): true
    case (nil, _?): false
    default: (left.rank, left.text) < (right.rank, right.text)
    }
  }

  /// On the same day a test comes before what was decided on it.
  private var rank: Int {
    switch kind {
    case .result: 0
    case .imaging, .pathology: 1
    case .diagnosis: 2
    case .visit, .option: 3
    default: 4
    }
  }
}

extension StoryEntry {
  /// The kinds that a topic is about.
  package static func kinds(of topic: Topic) -> Set<Kind> {
    switch topic {
    case .diagnosis: [.diagnosis, .pathology, .imaging, .procedure, .alert]
    case .treatment: [.treatment, .option, .medicine, .procedure, .device, .lateEffect]
    case .results: [.result, .imaging, .pathology]
    case .decisions: [.option, .visit, .treatment]
    }
  }

  /// What belongs to the story. The diary, insurance, notes and whom to call have lists of their
  /// own.
  package static let kinds: Set<Kind> = [
    .diagnosis, .treatment, .option, .procedure, .device, .imaging, .pathology, .result,
    .encounter, .visit, .medicine, .allergy, .vaccine, .lateEffect, .alert, .plan, .referral,
    .wish,
  ]

  /// The kinds of which a line says more than the title and the date.
  package static let full: Set<Kind> = [
    .diagnosis, .treatment, .option, .imaging, .pathology, .visit, .medicine,
  ]
}

extension StoryEntry {
  /// Records of one kind that came together on one day, as one line. Fewer stay as they are.
  package static func folded(_ entries: [StoryEntry], over limit: Int = 3) -> [StoryEntry] {
    struct Day: Hashable {
      let date: PartialDate?
      let dateWords: String?
      let kind: Kind
    }
    var days: [Day: [StoryEntry]] = [:]
    var order: [Day] = []
    for entry in entries {
      let day = Day(date: entry.date, dateWords: entry.dateWords, kind: entry.kind)
      if days[day] == nil { order.append(day) }
      days[day, default: []].append(entry)
    }
    return order.flatMap { day -> [StoryEntry] in
      let all = days[day] ?? []
      guard all.count > limit, let first = all.first else { return all }
      var one = first
      one.count = all.reduce(0) { $0 + $1.count }
      one.records = all.flatMap(\.records)
      one.text =
        "\(one.count) \(KindDescription.of(day.kind).many): "
        + names(all.map(\.text), shown: limit - 1)
      return [one]
    }
  }

  /// `a, b and 4 more`. The same words twice are said once.
  private static func names(_ texts: [String], shown: Int) -> String {
    var names: [String] = []
    for text in texts where !names.contains(text) { names.append(text) }
    let rest = texts.count - min(shown, names.count)
    return names.prefix(shown).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// The laboratory results of one day. `shown` are some of them in full.
  package static func results(
    _ shown: [Record], count: Int, date: PartialDate?
  ) -> StoryEntry? {
    guard let first = shown.first else { return nil }
    let values = shown.map { record -> String in
      let name = record.words("name") ?? record.title
      let mark = record.mark.map { " (\($0))" } ?? ""
      if let value = record.words("value") { return "\(name) \(value)\(mark)" }
      guard let words = record.words("finding") ?? record.words("absent") else { return name }
      return "\(name): \(words)\(mark)"
    }
    var text = values.joined(separator: ", ")
    if count > shown.count { text = "\(count) results: \(text) and \(count - shown.count) more" }
    let laboratories = Set(shown.compactMap { $0.words("laboratory") })
    if laboratories.count == 1, let name = laboratories.first { text += ", \(name)" }
    var entry = StoryEntry(
      "Results", text, kind: .result, when: count == 1 ? first.when : nil,
      records: shown.map(\.id), count: count)
    entry.date = date
    return entry
  }
}
