/// One row of a source's rules for tests that look for other cancers: for whom, at which ages, and
/// what it says, in our own words. netvault lists it as something to talk about and decides nothing.
package struct ScreeningRule: DatedRule, Hashable {
  package enum Group: String, Sendable {
    case all
    case women
    case men
  }

  /// What the source says of the ages of the row.
  package enum How: String, Sendable {
    /// A test, or a talk about one.
    case raise
    /// Only for some, as the words say.
    case some
    /// The test is over at these ages.
    case over
    /// No test, unless something special holds.
    case none
  }

  package let id: String
  /// `breast`, `colorectal` and so on; `other` for further cancers.
  package let cancer: String
  package let group: Group
  package let ages: ClosedRange<Int>?
  /// From how many pack-years on.
  package let packYears: Int?
  package let how: How
  package let words: String
  /// Words of which a test's name must have one, in small letters.
  let tests: [String]
  /// The source, with the day of its version where that is known.
  package let source: String
  package let asOf: String

  package static let all = read(PackageResources.screening_tsv)

  private static let oldest = 150

  /// Rows that are not well-formed are left out, and a test counts them.
  static func read(_ tsv: [UInt8]) -> [ScreeningRule] {
    DataRows.read(tsv, columns: 12).compactMap { cells in
      guard let group = Group(rawValue: cells[2]), let how = How(rawValue: cells[6]) else {
        return nil
      }
      return ScreeningRule(
        id: cells[0], cancer: cells[1], group: group,
        ages: Int(cells[3]).map { $0...(Int(cells[4]) ?? oldest) }, packYears: Int(cells[5]),
        how: how, words: cells[7], tests: DataRows.list(cells[8]),
        source: cells[10].isEmpty ? cells[9] : "\(cells[9]), \(cells[10])", asOf: cells[11])
    }
  }

  /// `from 45 to 75`, or `from 55 on`.
  package var ageWords: String? {
    ages.map {
      $0.upperBound >= Self.oldest
        ? "from \($0.lowerBound) on"
        : "from \($0.lowerBound) to \($0.upperBound)"
    }
  }

  /// True for a test whose name says that it is this one.
  package func isNamed(_ test: String) -> Bool {
    let test = test.lowercased()
    return tests.contains { word in
      guard word.count <= 4 else { return test.contains(word) }
      return test.split { !$0.isLetter && !$0.isNumber }.contains { $0 == word }
    }
  }
}

extension ScreeningRule {
  /// True for the row that says which tests are not needed: nothing can have been "done last".
  package var isForNoTest: Bool { how == .none }
}
