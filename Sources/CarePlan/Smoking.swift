package import Records

/// What the vault knows of smoking. Pack-years are packs a day times years.
package enum Smoking: Hashable, Sendable {
  /// Nothing was written down about it.
  case notAsked
  case never
  /// Smokes, or did, and nobody wrote down how much.
  case unknownAmount
  case packYears(Double)

  package init(_ records: [Record]) {
    let habits = records.filter { record in
      let name = record.words("what")?.lowercased() ?? ""
      return record.kind == .habit && !record.isRetracted
        && ["smok", "tobacco", "cigar"].contains { name.contains($0) }
    }
    guard !habits.isEmpty else {
      self = .notAsked
      return
    }
    // The highest amount that anybody wrote down: what was smoked once does not become less.
    let amounts = habits.compactMap { $0.words("packYears").flatMap { Self.amount($0) } }
    if let most = amounts.max(), most > 0 {
      self = .packYears(most)
      return
    }
    let newest = habits.max { ($0.sortDay, $0.id) < ($1.sortDay, $1.id) }
    let words = ["status", "finding", "value"].compactMap { newest?.words($0) }
      .joined(separator: " ").lowercased()
    let isNever = words.split { !$0.isLetter }.contains { ["never", "nonsmoker"].contains($0) }
    self = isNever || amounts.contains(0) || words.contains("non-smoker") ? .never : .unknownAmount
  }

  /// Reads `6`, `19.5 pack-years`, `about 20`, `1 pack for 20 years`, `half a pack a day for 10
  /// years`. Anything else is nil: an amount is not guessed.
  package static func amount(_ text: String) -> Double? {
    let words = text.lowercased().replacing(",", with: ".").replacing(
      "pack-year", with: "pack year"
    )
    .split { $0.isWhitespace }.map(String.init)
    .filter { !["about", "a", "an", "day", "per", "of", "each"].contains($0) }
    func number(_ word: String) -> Double? {
      if let known = ["half": 0.5, "one": 1, "two": 2, "three": 3][word] { return known }
      guard let number = Double(word), number.isFinite, number >= 0 else { return nil }
      return number
    }
    switch words.count {
    case 1: return number(words[0])
    case 3 where words[1] == "pack" && words[2].hasPrefix("year"): return number(words[0])
    case 5 where words[1].hasPrefix("pack") && words[2] == "for" && words[4].hasPrefix("year"):
      guard let packs = number(words[0]), let years = number(words[3]) else { return nil }
      return packs * years
    default: return nil
    }
  }

  /// `6 pack-years`
  package static func words(_ amount: Double) -> String {
    let whole = Int(exactly: amount.rounded()).flatMap { Double($0) == amount ? $0 : nil }
    let number = whole.map { String($0) } ?? String(amount)
    return number == "1" ? "1 pack-year" : "\(number) pack-years"
  }
}
