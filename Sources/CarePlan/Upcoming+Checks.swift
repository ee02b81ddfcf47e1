internal import Records

/// Checks that are due, with their windows.
extension Upcoming {
  static func checks(in facts: [Record], today: PartialDate) -> [Upcoming] {
    Due.all(in: facts, today: today).compactMap { check($0) }
  }

  /// Nil where no day can be told.
  package static func check(_ due: Due) -> Upcoming? {
    guard let day = due.day else { return nil }
    return Upcoming(
      .check, of: due.record, what: due.what, day: day, earliest: due.earliest,
      latest: due.latest, place: due.place,
      why: [due.isAbout ? "about" : nil, due.why].compactMap { $0 }.joined(separator: " "),
      saidBy: due.askedBy)
  }
}
