package import Records

/// How heavy things were, 0 to 10, over time. It says what was written down, never what it means:
/// there is no limit here above which a number would be called anything.
package struct Distress: Sendable {
  package struct Entry: Hashable, Sendable {
    package let record: Record
    package let number: Int
    package var when: When? { record.when }
  }

  /// Oldest first.
  package let entries: [Entry]

  package init(_ records: [Record]) {
    entries = records.filter { $0.kind == .support && !$0.isRetracted }
      .compactMap { record in
        guard let words = record.words("distress"), let number = Int(words),
          (0...10).contains(number)
        else { return nil }
        return Entry(record: record, number: number)
      }
      .sorted { ($0.record.sortDay, $0.record.id) < ($1.record.sortDay, $1.record.id) }
  }

  /// The numbers in sentences, for everybody and above all for those who hear a screen.
  package var sentences: [String] {
    guard let last = entries.last else { return [] }
    let days = entries.compactMap { $0.when?.date }
    var sentences: [String] = []
    if entries.count == 1 {
      sentences.append("1 number.")
    } else if let first = days.first, let end = days.last, first != end {
      sentences.append("\(entries.count) numbers over \(Span.words(from: first, to: end)).")
    } else {
      sentences.append("\(entries.count) numbers.")
    }
    let numbers = entries.map(\.number)
    if let low = numbers.min(), let high = numbers.max(), numbers.count > 1 {
      sentences.append(
        low == high ? "All are \(low) of 10." : "Lowest \(low), highest \(high), of 10.")
    }
    let day = last.when.map { ", \($0.spelled)" } ?? ""
    sentences.append("The last one is \(last.number) of 10\(day).")
    return sentences
  }

  /// What a care team wants to know of, for a visit: numbers above 0 since a day, newest first.
  package static func forVisit(_ records: [Record], since: PartialDate) -> [Entry] {
    Distress(records).entries.reversed().filter { entry in
      guard entry.number > 0, !entry.record.isPrivate, let day = entry.when?.date else {
        return false
      }
      return day.lastDay >= since.firstDay
    }
  }
}

extension Distress.Entry {
  /// `14 November 2026: waiting for the next scan (how heavy it is: 6 of 10)`
  package var words: String {
    "\(when?.spelled ?? "date not known"): \(record.title) (how heavy it is: \(number) of 10)"
  }
}

extension Record {
  /// True for a note about a person, group or programme that helps, and not only about a feeling.
  package var isSupportProgramme: Bool {
    guard kind == .support, !isRetracted else { return false }
    if let type = words("type") { return type != "mood" }
    return words("programme") != nil || words("contact") != nil
  }
}
