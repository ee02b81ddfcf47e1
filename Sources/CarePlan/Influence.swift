/// Something other than the illness that can change the value of a test, as a named source says.
package struct Influence: Sendable, Hashable {
  package let id: String
  /// What a test's name must hold, in small letters, to be this test.
  let tests: [String]
  /// The words about it, in our own words.
  package let words: String
  /// Medicines by their names in small letters, where it is about medicines.
  let medicines: [String]
  /// A question for the doctor that goes with it; empty when there is none.
  package let question: String
  /// Where it was read.
  package let source: String
  /// The day on which it was looked up.
  package let asOf: String

  package static let all = read(PackageResources.influences_tsv)

  /// What can change this test. Rows that are not well-formed are left out, and a test counts them.
  package static func of(test name: String) -> [Influence] {
    let name = name.lowercased()
    return all.filter { influence in influence.tests.contains { name.contains($0) } }
  }

  /// Those of the medicines that it is about: words of their names, so that "omeprazole 20 mg" is
  /// found and "esomeprazole" is not taken for it.
  package func among(_ medicines: [String]) -> [String] {
    medicines.filter { medicine in
      let words = medicine.lowercased().split { !$0.isLetter }.map(String.init)
      return words.contains { self.medicines.contains($0) }
    }
  }

  static func read(_ tsv: [UInt8]) -> [Influence] {
    tsv.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 7 else { return nil }
      return Influence(
        id: cells[0], tests: list(cells[1]), words: cells[2], medicines: list(cells[3]),
        question: cells[4], source: cells[5], asOf: cells[6])
    }
  }

  private static func list(_ cell: String) -> [String] {
    cell.split(separator: "|").map { String($0) }
  }
}
