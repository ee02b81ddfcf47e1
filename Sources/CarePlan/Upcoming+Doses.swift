internal import Records

/// The next injection, infusion or cycle of treatments that go on.
extension Upcoming {
  static func doses(in facts: [Record], today: PartialDate) -> [Upcoming] {
    Dose.all(in: facts, today: today).compactMap { dose in
      guard let day = dose.day else { return nil }
      return Upcoming(
        .dose, of: dose.treatment, what: dose.what, day: day, place: dose.place,
        why: [
          dose.isAbout ? "about \(dose.why ?? "")" : dose.why, dose.cycles,
        ].compactMap { $0 }.joined(separator: "; "), saidBy: dose.who)
    }
  }
}
