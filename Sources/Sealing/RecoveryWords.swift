internal import COpenSSL

/// The words of a recovery sheet: four lines of four words, for 132 random bits.
///
/// Three words of a line hold 33 bits. The fourth is the line's checksum, so that a line that was
/// read wrongly, or taken for another one, is named:
///
///     the first 11 bits of SHA-256("netvault recovery line" | line, 1 to 4, u8
///                                  | the places of the three words in the list, u16 big-endian)
///
/// The secret is the 132 bits, first line first, then four zero bits: 17 bytes.
package struct RecoveryWords: ~Copyable {
  package static let lines = 4
  package static let wordsInLine = 4
  private static let carrying = wordsInLine - 1
  private static let size = 17

  /// What opens the vault: see `SealedFile.addRecovery`.
  package let secret: Secret

  private init(secret: consuming Secret) {
    self.secret = secret
  }

  /// New ones.
  package static func random() throws(SealError) -> RecoveryWords {
    let secret = try Secret.random(count: size)
    unsafe secret.withMutableBytes { bytes, _ in unsafe bytes[size - 1] &= 0xF0 }
    return RecoveryWords(secret: secret)
  }

  /// The words of a line, 1 to 4, with a space between.
  package borrowing func line(_ line: Int) -> Secret {
    var places = places(ofLine: line)
    defer { wipe(&places) }
    let sum = Self.checksum(line, places)
    return WordText.text(Self.wordsInLine) { $0 < Self.carrying ? places[$0] : sum }
  }

  /// Where the carrying words of a line are in the list. To be wiped by the caller.
  private borrowing func places(ofLine line: Int) -> [Int] {
    [0, 1, 2].map { place(of: (line - 1) * Self.carrying + $0) }
  }

  /// The 11 bits of the carrying word with that number, 0 to 11.
  private borrowing func place(of number: Int) -> Int {
    secret.lend { bytes in
      var place = 0
      for bit in number * WordList.bits..<(number + 1) * WordList.bits {
        place = place << 1 | Int(bytes[bit / 8] >> (7 - bit % 8) & 1)
      }
      return place
    }
  }

  private static func checksum(_ line: Int, _ places: [Int]) -> Int {
    var text: [UInt8] = []
    // No growing, which would leave a copy behind.
    text.reserveCapacity(64)
    defer { wipe(&text) }
    text += Array("netvault recovery line".utf8) + [UInt8(line)]
    for place in places { text += [UInt8(place >> 8), UInt8(place & 255)] }
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe SHA256(text, text.count, &digest)
    return Int(digest[0]) << 3 | Int(digest[1] >> 5)
  }
}

extension RecoveryWords {
  /// Why typed words are not those of a sheet.
  package enum Mistake: Error, Equatable, Sendable {
    /// Too many words, or too few.
    case count(found: Int, expected: Int)
    /// A word that is not on the list: which one, from 1, and as it was typed. It is no part of any
    /// sheet, so it may be shown.
    case unknown(number: Int, word: String)
    /// A line, from 1, whose words are all on the list and do not belong together.
    case line(Int)
  }

  /// Takes the lines as they are typed, one after the other.
  package struct Reader: ~Copyable {
    private let secret = Secret(count: RecoveryWords.size)
    private var taken = 0

    package init() {}

    /// Which line comes next, 1 to 4; nil when all are there.
    package var next: Int? { taken < RecoveryWords.lines ? taken + 1 : nil }

    /// Takes the next line. After a mistake the same line is still the next.
    package mutating func take(_ typed: Span<UInt8>) throws(Mistake) {
      let words = RecoveryWords.words(in: typed)
      guard words.count == RecoveryWords.wordsInLine else {
        throw .count(found: words.count, expected: RecoveryWords.wordsInLine)
      }
      try take(words, of: typed)
    }

    fileprivate mutating func take(
      _ words: ArraySlice<Range<Int>>, of typed: Span<UInt8>
    ) throws(Mistake) {
      var places: [Int] = []
      places.reserveCapacity(RecoveryWords.wordsInLine)
      defer { wipe(&places) }
      for (number, word) in words.enumerated() {
        guard let place = WordList.index(of: typed.extracting(word)) else {
          throw .unknown(
            number: taken * RecoveryWords.wordsInLine + number + 1,
            word: RecoveryWords.shown(typed.extracting(word)))
        }
        places.append(place)
      }
      let sum = places.removeLast()
      guard sum == RecoveryWords.checksum(taken + 1, places) else { throw .line(taken + 1) }
      for (number, place) in places.enumerated() {
        put(place, at: taken * RecoveryWords.carrying + number)
      }
      taken += 1
    }

    private func put(_ place: Int, at number: Int) {
      for bit in 0..<WordList.bits where place >> (WordList.bits - 1 - bit) & 1 == 1 {
        let target = number * WordList.bits + bit
        unsafe secret.withMutableBytes { bytes, _ in
          unsafe bytes[target / 8] |= 0x80 >> UInt8(target % 8)
        }
      }
    }

    /// All lines as one, or nil when some are missing.
    package consuming func finish() -> RecoveryWords? {
      guard next == nil else { return nil }
      return RecoveryWords(secret: secret)
    }
  }

  /// Reads all lines from one text. Numbers, dots and line breaks between the words do not matter.
  package static func read(_ text: Span<UInt8>) throws(Mistake) -> RecoveryWords {
    let words = words(in: text)
    let expected = lines * wordsInLine
    guard words.count == expected else { throw .count(found: words.count, expected: expected) }
    var reader = Reader()
    for line in 0..<lines {
      try reader.take(words[line * wordsInLine..<(line + 1) * wordsInLine], of: text)
    }
    guard let words = reader.finish() else { throw .count(found: 0, expected: expected) }
    return words
  }

  /// Checks that `typed` is that line, 1 to 4.
  package borrowing func check(_ typed: Span<UInt8>, isLine line: Int) throws(Mistake) {
    let words = Self.words(in: typed)
    guard words.count == Self.wordsInLine else {
      throw .count(found: words.count, expected: Self.wordsInLine)
    }
    var places: [Int] = []
    places.reserveCapacity(Self.wordsInLine)
    defer { wipe(&places) }
    for (number, word) in words.enumerated() {
      guard let place = WordList.index(of: typed.extracting(word)) else {
        throw .unknown(
          number: (line - 1) * Self.wordsInLine + number + 1,
          word: Self.shown(typed.extracting(word)))
      }
      places.append(place)
    }
    var expected = self.places(ofLine: line)
    defer { wipe(&expected) }
    guard places.last == Self.checksum(line, expected), places.starts(with: expected) else {
      throw .line(line)
    }
  }

  /// Where the words are. What has no letter in it is none: the number of a line, a dot.
  private static func words(in text: Span<UInt8>) -> ArraySlice<Range<Int>> {
    var words: [Range<Int>] = []
    var start: Int?
    for index in 0...text.count {
      // Letters of other alphabets belong to a word too: to a wrong one.
      let isPart = index < text.count && (text[index].isLetter || text[index] >= 0x80)
      if isPart, start == nil { start = index }
      if !isPart, let from = start {
        words.append(from..<index)
        start = nil
      }
    }
    return words[...]
  }

  private static func shown(_ word: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    for index in 0..<min(word.count, 40) { bytes.append(word[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
