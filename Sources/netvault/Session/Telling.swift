/// Reads the story from the vault: in full what a line tells of, folded what came in hundreds.
internal import CarePlan
internal import Console
internal import Records
internal import Vault

struct Telling {
  let vault: Vault
  let today: PartialDate

  /// The lines of the story, oldest first.
  func entries(about words: String?, in range: DateRange) throws -> [StoryEntry] {
    let topic = words.flatMap { StoryEntry.Topic(word: $0) }
    let kind = topic == nil ? words.flatMap { Kind(word: $0) } : nil
    let kinds = topic.map { StoryEntry.kinds(of: $0) } ?? kind.map { [$0] } ?? StoryEntry.kinds
    var query = ListQuery(kinds: kinds, since: range.since, until: range.until)
    if let words, topic == nil, kind == nil {
      return try found(words, in: range).sorted(by: StoryEntry.order)
    }
    var entries: [StoryEntry] = []
    query.kinds = kinds.intersection(StoryEntry.full)
    if !query.kinds.isEmpty { entries += try full(try vault.records(query)) }
    query.kinds = kinds.subtracting(StoryEntry.full).subtracting([.result])
    if !query.kinds.isEmpty { entries += try light(query) }
    entries = StoryEntry.folded(entries.filter { isShown($0, topic) })
    if kinds.contains(.result) {
      query.kinds = [.result]
      entries += try results(query)
    }
    // A record that begins in the range may end after it.
    return entries.filter { range.contains($0.date) }.sorted(by: StoryEntry.order)
  }

  /// Of the topic "decisions" only what was decided.
  private func isShown(_ entry: StoryEntry, _ topic: StoryEntry.Topic?) -> Bool {
    topic != .decisions || entry.decided != nil || entry.kind == .treatment
  }

  private func full(_ records: [Record]) throws -> [StoryEntry] {
    records.flatMap { StoryEntry.entries(of: $0, today: today) }
  }

  private func light(_ query: ListQuery) throws -> [StoryEntry] {
    try vault.list(query).map { row in
      StoryEntry(
        kind: row.kind, title: row.title,
        date: row.date.flatMap { PartialDate($0.prefix(10)) }, dateWords: row.dateWords,
        record: row.id)
    }
  }

  private func results(_ query: ListQuery) throws -> [StoryEntry] {
    let markers = try vault.testTitles(of: .result).filter { ResultSeries.isMarker($0) }
    return try vault.resultDays(query, showing: markers).compactMap { day in
      StoryEntry.results(day.shown, count: day.count, date: day.date)
    }
  }

  /// Any words: what a search finds, as far as it belongs to a story.
  private func found(_ words: String, in range: DateRange) throws -> [StoryEntry] {
    let hits = try vault.search(words, limit: 1000)
    guard hits.hasAllWords, !hits.hits.isEmpty else {
      let close = try vault.suggestions(for: words, limit: 1).first
      throw Problem.nothingFound(words, close: close?.word, records: close?.records ?? 0)
    }
    var entries: [StoryEntry] = []
    var results: [PartialDate?: [Record]] = [:]
    for hit in hits.hits {
      let kind = hit.row.kind
      guard kind != .person, kind != .absence else { continue }
      if StoryEntry.full.contains(kind) || kind == .result {
        guard let record = try vault.record(hit.row.id) else { continue }
        if kind == .result {
          results[record.when?.date, default: []].append(record)
        } else {
          entries += StoryEntry.entries(of: record, today: today)
        }
      } else {
        entries.append(
          StoryEntry(
            kind: kind, title: hit.row.title,
            date: hit.row.date.flatMap { PartialDate($0.prefix(10)) },
            dateWords: hit.row.dateWords, record: hit.row.id))
      }
    }
    for (date, records) in results {
      guard
        let entry = StoryEntry.results(Array(records.prefix(3)), count: records.count, date: date)
      else { continue }
      entries.append(entry)
    }
    return StoryEntry.folded(entries).filter { range.contains($0.date) }
  }
}

extension StoryEntry.Topic {
  /// The topic that a word means: its name, or the start of it.
  init?(word: String) {
    let word = word.lowercased()
    let names = Self.allCases.filter { topic in
      topic.rawValue == word || topic.rawValue + "s" == word || topic.rawValue == word + "s"
    }
    guard let only = names.first else {
      guard ["tests", "test", "scans"].contains(word) else { return nil }
      self = .results
      return
    }
    self = only
  }
}
