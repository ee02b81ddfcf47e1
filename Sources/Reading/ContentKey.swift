internal import Codes
internal import Records

/// What two records of one fact have in common without sharing an identifier: the kind, and the
/// code or the words. Their dates must not contradict each other either.
struct ContentKey: Hashable {
  private let kind: Kind
  private let name: String

  /// One key for the words and one for each code.
  static func keys(of record: Record) -> [ContentKey] {
    var names = [normal(record.title)]
    if let main = record.describing.titles.first?.first {
      for value in record.list(main) {
        guard case .coded(let coded) = value else { continue }
        names.append(normal(coded.text))
        for coding in coded.codings {
          guard let code = coding.code, let system = coding.canonicalSystem else { continue }
          names.append("\(system)|\(code)")
        }
      }
    }
    if isLungTumor(record) { names.append("|lung tumor|") }
    return Set(names).map { ContentKey(kind: record.kind, name: $0) }
  }

  /// The lung tumor itself has as many names as people and hospitals, and a vault has one.
  private static func isLungTumor(_ record: Record) -> Bool {
    guard record.kind == .diagnosis else { return false }
    if let role = record.words("role") { return role == "primary" }
    return record.coded("name")?.codings.contains { coding in
      guard let code = coding.code, let system = coding.canonicalSystem else { return false }
      return CodeTable.shared.group(of: system, code) == .lungNET
    } ?? false
  }

  /// Without capitals, marks and doubled spaces.
  static func normal(_ text: String) -> String {
    var words = ""
    var isGap = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if isGap, !words.isEmpty { words += " " }
        words.unicodeScalars.append(scalar)
        isGap = false
      } else {
        // A sign changes a number, so it is kept.
        if "<>.,+-%/".unicodeScalars.contains(scalar) { words.unicodeScalars.append(scalar) }
        isGap = true
      }
    }
    return words
  }
}

/// Finds the known record of a fact; each can be taken once.
struct KnownSearch {
  /// Places of known records that share something; the first to take is last.
  private typealias Stacks<Key: Hashable> = [Key: [Int]]

  private let known: [KnownRecord]
  private var isTaken: [Bool]
  private var byKey: Stacks<String> = [:]
  private var byContent: Stacks<[String: Value]> = [:]
  private var typed: Stacks<ContentKey> = [:]

  init(_ known: [KnownRecord]) {
    self.known = known
    isTaken = Array(repeating: false, count: known.count)
    for (index, entry) in known.enumerated().reversed() {
      let record = entry.record
      if let key = record.provenance.key {
        byKey[Self.key(key, record.kind), default: []].append(index)
      }
      byContent[Self.content(of: record), default: []].append(index)
      guard record.provenance.origin != .document || entry.wasEdited else { continue }
      for key in ContentKey.keys(of: record) { typed[key, default: []].append(index) }
    }
  }

  /// By what the sender calls the fact.
  mutating func takeByKey(_ record: Record) -> KnownRecord? {
    guard let key = record.provenance.key else { return nil }
    return take(Self.key(key, record.kind), from: \.byKey)
  }

  /// By exactly the same content.
  mutating func takeAlike(_ record: Record) -> KnownRecord? {
    take(Self.content(of: record), from: \.byContent)
  }

  /// What a person typed about the same thing at a time that can be the same: "April 2020" and
  /// 22 April 2020 can, and two different days cannot. The same date is better than a wider one.
  mutating func takeTyped(_ record: Record) -> KnownRecord? {
    guard !typed.isEmpty else { return nil }
    let date = record.when?.date
    let places = ContentKey.keys(of: record).flatMap { typed[$0] ?? [] }.filter { !isTaken[$0] }
    let place =
      places.last { known[$0].record.when?.date == date }
      ?? places.last {
        Self.canBeSame(known[$0].record.when?.date, date, isLasting: record.kind.isLasting)
      }
    guard let place else { return nil }
    isTaken[place] = true
    return known[place]
  }

  /// Whether one of two dates lies within the other. Of what lasts, people often know no date.
  private static func canBeSame(
    _ left: PartialDate?, _ right: PartialDate?, isLasting: Bool
  ) -> Bool {
    guard let left, let right else { return isLasting }
    return (left.firstDay >= right.firstDay && left.lastDay <= right.lastDay)
      || (right.firstDay >= left.firstDay && right.lastDay <= left.lastDay)
  }

  private mutating func take<Key>(
    _ key: Key, from stacks: WritableKeyPath<Self, Stacks<Key>>
  ) -> KnownRecord? {
    while let place = self[keyPath: stacks][key]?.popLast() {
      if isTaken[place] { continue }
      isTaken[place] = true
      return known[place]
    }
    return nil
  }

  private static func key(_ key: String, _ kind: Kind) -> String { "\(kind.rawValue) \(key)" }

  /// The kind and all fields but links, whose targets have other names in every import.
  private static func content(of record: Record) -> [String: Value] {
    var fields = record.fields.filter { _, value in
      if case .link = value { false } else { true }
    }
    fields[""] = .choice(record.kind.rawValue)
    return fields
  }
}

extension Kind {
  /// True for what a person has rather than what happened on a day: without a date it is still the
  /// same fact.
  fileprivate var isLasting: Bool { self == .allergy || self == .diagnosis }
}
