/// "Did you mean": the one word of a list that a mistyped word is closest to.
package enum Suggest {
  /// The closest word, or nil when none is close enough to be meant.
  package static func closest(to typed: String, among words: some Sequence<String>) -> String? {
    let typed = Array(typed.lowercased())
    guard typed.count > 1 else { return nil }
    // A third of the letters may be wrong, never more than three.
    var limit = min(3, max(1, typed.count / 3))
    var best: String?
    for word in words {
      let distance = distance(typed, Array(word.lowercased()), limit: limit)
      // Of two that are as close, people mean the one that begins alike.
      let beginsAlike = word.lowercased().first == typed.first
      let isBetter = best == nil || (beginsAlike && best?.lowercased().first != typed.first)
      if distance < limit || (distance == limit && isBetter) {
        limit = distance
        best = word
      }
    }
    return best
  }

  /// How many letters to add, drop, change or swap. Stops counting above `limit`.
  static func distance(_ left: [Character], _ right: [Character], limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var line = [row + 1]
      for column in 0..<right.count {
        let change = left[row] == right[column] ? 0 : 1
        var cost = min(last[column] + change, last[column + 1] + 1, line[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, before[column - 1] + 1)
        }
        line.append(cost)
      }
      (before, last) = (last, line)
    }
    return last[right.count]
  }
}
