/// 2,048 plain words, for recovery words and for passphrases that are made here.
///
/// Where they come from, and how the list is made anew: Documentation/recovery-words/make.py. No two
/// words begin with the same four letters, and no two differ by one letter. The list is part of the
/// format: a word's place in it is 11 bits of a secret.
package enum WordList {
  package static let count = 2048
  /// Bits that one word holds.
  static let bits = 11
  static let longestWord = 8

  private static let bytes = PackageResources.recovery_words_txt

  /// Where each word starts, and where the last one ends, each with its line break.
  private static let starts: [Int] = {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    precondition(starts.count == count + 1, "the list of words is whole")
    return starts
  }()

  /// The letters of a word, in ASCII.
  static func letters(_ index: Int) -> ArraySlice<UInt8> {
    bytes[starts[index]..<starts[index + 1] - 1]
  }

  /// All of them, in their order.
  package static var all: [String] {
    (0..<count).map { String(decoding: letters($0), as: UTF8.self) }
  }

  /// The place of a word, in capitals or not.
  static func index(of word: Span<UInt8>) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      switch compare(word, letters(middle)) {
      case 0: return middle
      case ..<0: high = middle
      default: low = middle + 1
      }
    }
    return nil
  }

  /// Negative when the word comes before the other one.
  private static func compare(_ word: Span<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
    for index in 0..<min(word.count, other.count) {
      let apart = Int(word[index].lowercased) - Int(other[other.startIndex + index])
      if apart != 0 { return apart }
    }
    return word.count - other.count
  }
}

extension UInt8 {
  /// A capital of ASCII as its small letter; anything else as it is.
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  /// A letter of ASCII.
  var isLetter: Bool { (0x61...0x7A).contains(lowercased) }
}

extension Secret {
  /// A passphrase of random words with a space between. Six words are 66 bits: with scrypt before
  /// each guess, more than all computers that there are can try.
  package static func words(_ count: Int = 6) throws(SealError) -> Secret {
    let random = try Secret.random(count: 2 * count)
    return WordText.text(count) { place in
      // 2^16 is a multiple of 2^11, so every word is as likely as any other.
      random.lend { Int($0[2 * place]) << 8 | Int($0[2 * place + 1]) } & (WordList.count - 1)
    }
  }
}

/// Words of the list as text, from secret to secret.
enum WordText {
  /// `count` words with a space between; `place` gives the place in the list of each.
  static func text(_ count: Int, place: (Int) -> Int) -> Secret {
    var size = 0
    let room = Secret(count: count * (WordList.longestWord + 1))
    for number in 0..<count {
      let letters = WordList.letters(place(number))
      unsafe room.withMutableBytes { bytes, _ in
        if number > 0 {
          unsafe bytes[size] = 0x20
          size += 1
        }
        for letter in letters {
          unsafe bytes[size] = letter
          size += 1
        }
      }
    }
    return room.lend { Secret(copying: $0.extracting(0..<size)) }
  }
}
