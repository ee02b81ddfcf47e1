import Testing

@testable import Sealing

@Suite struct `The list of words` {
  @Test func `has 2048 plain words in order`() {
    let words = WordList.all
    #expect(words.count == 2048)
    #expect(words == words.sorted())
    for word in words {
      #expect((4...8).contains(word.utf8.count), "\(word)")
      #expect(word.utf8.allSatisfy { (0x61...0x7A).contains($0) }, "\(word)")
    }
  }

  @Test func `has no two words that begin alike`() {
    #expect(Set(WordList.all.map { $0.prefix(4) }).count == 2048)
  }

  @Test func `has no two words that one slip makes the same`() {
    // Every word with one letter left out: a changed, missing or extra letter makes two of them meet.
    var seen: [String: String] = [:]
    for word in WordList.all {
      let letters = Array(word)
      var forms: Set = [word]
      for index in letters.indices {
        var shorter = letters
        shorter[index] = "."
        forms.insert(String(shorter))
        shorter.remove(at: index)
        forms.insert(String(shorter) + "-")
        guard index > 0, letters[index] != letters[index - 1] else { continue }
        var swapped = letters
        swapped.swapAt(index, index - 1)
        #expect(!WordList.all.contains(String(swapped)), "\(word)")
      }
      for form in forms {
        let bare = form.hasSuffix("-") ? String(form.dropLast()) : form
        #expect(seen[bare] == nil || seen[bare] == word, "\(word) and \(seen[bare] ?? "")")
        if !form.hasSuffix("-") { seen[form] = word }
      }
    }
    for word in WordList.all {
      let letters = Array(word)
      for index in letters.indices {
        var shorter = letters
        shorter.remove(at: index)
        #expect(seen[String(shorter)] == nil, "\(word)")
      }
    }
  }

  @Test func `has nothing that frightens`() {
    let words = Set(WordList.all)
    for word in ["cancer", "tumor", "death", "grave", "lung", "pain", "cough", "hospital", "kill"] {
      #expect(!words.contains(word))
    }
  }

  @Test func `finds each word, in capitals too, and no other`() {
    for (place, word) in WordList.all.enumerated() {
      #expect(self.place(word) == place)
      #expect(self.place(word.uppercased()) == place)
      #expect(self.place(word + "x") == nil)
    }
    for other in ["", "a", "harbour", "zzzz", "haarbor"] {
      #expect(place(other) == nil)
    }
  }

  private func place(_ word: String) -> Int? {
    let letters = Array(word.utf8)
    return WordList.index(of: letters.span)
  }

  @Test func `makes passphrases of six words`() throws {
    let first = try Secret.words()
    let words = text(first).split(separator: " ").map(String.init)
    #expect(words.count == 6)
    #expect(words.allSatisfy(Set(WordList.all).contains))
    #expect(!first.isSame(as: try Secret.words()))
    #expect(text(try Secret.words(1)).contains(" ") == false)
  }

  @Test func `is used from its first word to its last`() throws {
    // 40,000 words: each of 2,048 is missing with a chance of 3 in a billion.
    var seen: Set<String> = []
    for _ in 0..<400 {
      for word in text(try Secret.words(100)).split(separator: " ") { seen.insert(String(word)) }
    }
    #expect(seen.count == 2048)
  }
}

/// A secret of a test as text.
func text(_ secret: borrowing Secret) -> String {
  secret.lend { bytes in
    var copy: [UInt8] = []
    for index in 0..<bytes.count { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
