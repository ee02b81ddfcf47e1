/// Why a passphrase may be easy to guess. It is only said, and never in the way.
package enum PassphraseHint: Equatable, Sendable {
  /// One of the passwords that everybody tries first.
  case common
  /// The same few letters again and again.
  case repeated
  /// Letters that lie beside each other on the keyboard, or follow each other in the alphabet.
  case run
  /// Mostly a name that stands in the vault.
  case name
  /// Only digits: a date, a telephone number.
  case digits
  /// So short that a computer tries all of its kind.
  case short
  /// Fewer than four words, and nothing but letters.
  case fewWords

  /// The first that holds, or nil. Long passphrases of odd letters and of many words have none.
  package static func of(_ passphrase: borrowing Secret, names: [String] = []) -> Self? {
    // From secret to secret, in small letters.
    let small = passphrase.lend { Secret(copying: $0) }
    unsafe small.withMutableBytes { bytes, count in
      for index in 0..<count { unsafe bytes[index] = bytes[index].lowercased }
    }
    return Guess(text: small).hint(names)
  }

  /// What people choose most, by any list that was ever published; digits and signs at the end are
  /// left off before it is compared.
  fileprivate static let mostCommon = [
    "password", "passwort", "passphrase", "passwd", "letmein", "welcome", "admin", "login",
    "iloveyou", "monkey", "dragon", "sunshine", "princess", "football", "baseball", "master",
    "shadow", "superman", "batman", "michael", "jennifer", "jordan", "hunter", "trustno",
    "secret", "changeme", "default", "hello", "freedom", "whatever", "starwars", "computer",
    "summer", "winter", "flower", "cookie", "pokemon", "charlie", "daniel", "jesus", "lovely",
    "cheese", "access", "mustang", "qwerty", "qwertz", "azerty", "asdfgh", "asdf", "test", "guest",
    "netvault", "health", "medical", "correct horse battery staple", "correcthorsebatterystaple",
  ]

  fileprivate static let rows = [
    "1234567890", "0987654321", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm",
    "yxcvbnm", "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba", "poiuytrewq",
    "lkjhgfdsa", "mnbvcxz", "1qaz2wsx3edc4rfv",
  ].map { Array($0.utf8) }
}

private struct Guess: ~Copyable {
  let text: Secret

  private var count: Int { text.count }

  private subscript(index: Int) -> UInt8 { text.lend { $0[index] } }

  func hint(_ names: [String]) -> PassphraseHint? {
    if isCommon { return .common }
    if isRepeated { return .repeated }
    if lettersInRuns * 2 >= count { return .run }
    for name in names.flatMap({ $0.lowercased().split { !$0.isLetter } }) where name.count >= 3 {
      if holds(Array(name.utf8)), count - name.utf8.count < 12 { return .name }
    }
    if count(where: { (0x30...0x39).contains($0) || !($0.isLetter || $0 >= 0x80) }) == count {
      return .digits
    }
    let words = count(where: { $0 == 0x20 }) + 1
    let letters = count(where: { $0.isLetter || $0 >= 0x80 || $0 == 0x20 })
    // Ten letters of all kinds are about 65 bits; four words of a large list about 50.
    if count < 10 || (count < 16 && words < 4 && count - letters < 2) { return .short }
    return words < 4 && letters == count && count < 24 ? .fewWords : nil
  }

  private func count(where isMeant: (UInt8) -> Bool) -> Int {
    var found = 0
    for index in 0..<count where isMeant(self[index]) { found += 1 }
    return found
  }

  private var isCommon: Bool {
    var end = count
    while end > 0, !(self[end - 1].isLetter || self[end - 1] >= 0x80) { end -= 1 }
    return PassphraseHint.mostCommon.contains { word in
      word.utf8.count == end && starts(at: 0, with: Array(word.utf8))
    }
  }

  /// Four kinds of letters or fewer, or a piece of up to eight letters again and again.
  private var isRepeated: Bool {
    var kinds: Set<UInt8> = []
    for index in 0..<count { kinds.insert(self[index]) }
    if kinds.count <= 4 { return true }
    return (1...8).contains { length in
      guard count >= 2 * length else { return false }
      for index in length..<count where self[index] != self[index - length] { return false }
      return true
    }
  }

  /// How many letters stand in runs of four and more.
  private var lettersInRuns: Int {
    var (start, total) = (0, 0)
    while start + 4 <= count {
      let longest = PassphraseHint.rows.map { run(at: start, along: $0) }.max() ?? 0
      total += longest >= 4 ? longest : 0
      start += longest >= 4 ? longest : 1
    }
    return total
  }

  private func run(at start: Int, along row: [UInt8]) -> Int {
    guard let from = row.firstIndex(of: self[start]) else { return 0 }
    var length = 0
    while start + length < count, from + length < row.count,
      self[start + length] == row[from + length]
    {
      length += 1
    }
    return length
  }

  private func holds(_ part: [UInt8]) -> Bool {
    guard part.count <= count else { return false }
    return (0...count - part.count).contains { starts(at: $0, with: part) }
  }

  private func starts(at start: Int, with part: [UInt8]) -> Bool {
    guard start + part.count <= count else { return false }
    for index in part.indices where self[start + index] != part[index] { return false }
    return true
  }
}
