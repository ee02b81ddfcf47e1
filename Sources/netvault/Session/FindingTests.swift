/// Which tests a person means by some words.
internal import CarePlan
internal import Console
internal import Records
internal import Vault

struct FindingTests {
  let vault: Vault
  let names: [TestName]

  init(vault: Vault) throws {
    self.vault = vault
    names = try vault.testNames()
  }

  /// The tests whose name is these words, or else has all of them; the words may be unfinished.
  /// Words that only stand elsewhere in a result, such as a code, come last.
  func named(_ typed: String) throws -> [TestName] {
    let wanted = try vault.words(of: [typed])[0]
    let words = try vault.words(of: names.map(\.title))
    let exact = zip(names, words).filter { $0.1 == wanted }.map(\.0)
    if !exact.isEmpty { return exact }
    let begun = zip(names, words).filter { _, have in
      wanted.allSatisfy { part in have.contains { $0.hasPrefix(part) } }
    }
    if !begun.isEmpty, !wanted.isEmpty { return begun.map(\.0) }
    for kind in [Kind.result, .vitalSign] {
      let found = try vault.search(typed, kind: kind, limit: 50)
      let titles = Set(found.hasAllWords ? found.hits.map(\.row.title) : [])
      let others = names.filter { $0.kind == kind && titles.contains($0.title) }
      if !others.isEmpty { return others }
    }
    throw Problem.noSuchTest(typed, close: closest(wanted, words))
  }

  /// The name of the test that the words are nearly.
  private func closest(_ wanted: [String], _ words: [[String]]) -> String? {
    let whole = words.map { $0.joined(separator: " ") }
    if let close = Suggest.closest(to: wanted.joined(separator: " "), among: whole),
      let place = whole.firstIndex(of: close)
    {
      return names[place].title
    }
    for part in wanted.sorted(by: { $0.count > $1.count }) {
      let long = words.joined().filter { $0.count > 2 }
      guard let close = Suggest.closest(to: part, among: long),
        let place = words.firstIndex(where: { $0.contains(close) })
      else { continue }
      return names[place].title
    }
    return nil
  }
}
