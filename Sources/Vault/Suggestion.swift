internal import GRDB

/// A word that is in the vault and close to one that was typed.
package struct Suggestion: Hashable, Sendable {
  package let word: String
  /// How many records have it.
  package let records: Int
}

extension Vault {
  /// Words close to the one that was typed, closest first: for "did you mean".
  package func suggestions(for word: String, limit: Int = 3) throws(VaultError) -> [Suggestion] {
    try read { db in
      let tokens = try db.makeTokenizer(.vault).tokenize(query: word.withoutNul).map(\.token)
      guard let typed = tokens.max(by: { $0.count < $1.count }) else { return [] }
      let letters = Array(typed.unicodeScalars)
      let mistakes = letters.count < 4 ? 1 : letters.count < 8 ? 2 : 3
      var close: [(distance: Int, suggestion: Suggestion)] = []
      let rows = try Row.fetchCursor(
        db, sql: "SELECT term, doc FROM searchWord WHERE length(term) BETWEEN ? AND ?",
        arguments: [letters.count - mistakes, letters.count + mistakes])
      while let row = try rows.next() {
        let term: String = row[0]
        let distance = mistakesBetween(letters, Array(term.unicodeScalars), upTo: mistakes)
        guard distance > 0, distance <= mistakes else { continue }
        close.append((distance, Suggestion(word: term, records: row[1])))
      }
      close.sort {
        ($0.distance, -$0.suggestion.records, $0.suggestion.word)
          < ($1.distance, -$1.suggestion.records, $1.suggestion.word)
      }
      return close.prefix(limit).map(\.suggestion)
    }
  }
}

/// How many letters were left out, added, changed or swapped with the next one, or more than
/// `limit` when it is more than that. (The optimal string alignment distance.)
func mistakesBetween(
  _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], upTo limit: Int
) -> Int {
  guard abs(left.count - right.count) <= limit else { return limit + 1 }
  var before: [Int] = []
  var above = Array(0...right.count)
  for row in 0..<left.count {
    var line = [row + 1]
    for column in 0..<right.count {
      let isSame = left[row] == right[column]
      var least = min(above[column] + (isSame ? 0 : 1), above[column + 1] + 1, line[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        least = min(least, before[column - 1] + 1)
      }
      line.append(least)
    }
    if line.allSatisfy({ $0 > limit }) { return limit + 1 }
    before = above
    above = line
  }
  return above[right.count]
}
