internal import Sealing
import Testing

@Suite struct `Recovery words` {
  private func lines(_ words: borrowing RecoveryWords) -> [String] {
    var lines: [String] = []
    for line in 1...RecoveryWords.lines { lines.append(text(words.line(line))) }
    return lines
  }

  private func bytes(_ words: borrowing RecoveryWords) -> [UInt8] {
    words.secret.lend { secret in (0..<secret.count).map { secret[$0] } }
  }

  /// The mistake that a text is read with, or nil.
  private func mistake(_ text: String) -> RecoveryWords.Mistake? {
    do throws(RecoveryWords.Mistake) {
      _ = try RecoveryWords.read(Array(text.utf8).span)
      return nil
    } catch {
      return error
    }
  }

  @Test func `are four lines of four, and hold 132 bits`() throws {
    let words = try RecoveryWords.random()
    let list = Set(WordList.all)
    for line in lines(words) {
      let parts = line.split(separator: " ").map(String.init)
      #expect(parts.count == 4)
      #expect(parts.allSatisfy(list.contains))
    }
    let secret = bytes(words)
    #expect(secret.count == 17)
    #expect(secret[16] & 0x0F == 0)
    #expect(secret != bytes(try RecoveryWords.random()))
  }

  @Test func `are read back as they were made`() throws {
    for _ in 0..<50 {
      let words = try RecoveryWords.random()
      let lines = lines(words)
      let again = try RecoveryWords.read(Array(lines.joined(separator: "\n").utf8).span)
      #expect(bytes(again) == bytes(words))
      var reader = RecoveryWords.Reader()
      for (number, line) in lines.enumerated() {
        #expect(reader.next == number + 1)
        try reader.take(Array(line.utf8).span)
      }
      #expect(reader.next == nil)
      if let typed = reader.finish() {
        #expect(bytes(typed) == bytes(words))
      } else {
        Issue.record("all lines are there")
      }
    }
  }

  @Test func `are these for a secret that is known`() throws {
    // Worked out by another program, from Documentation/vault-format.md.
    let sheet = """
      autumn lotus leopard written
      ceramic exotic aquatic pheasant
      gadget calm bonfire tuning
      switch ecology detail movement
      """
    let words = try RecoveryWords.read(Array(sheet.utf8).span)
    #expect(bytes(words) == Array(16...32))
    #expect(lines(words).joined(separator: "\n") == sheet)
  }

  @Test func `do not mind numbers, dots, capitals and line breaks`() throws {
    let words = try RecoveryWords.random()
    var sheet = "\r\n"
    for (number, line) in lines(words).enumerated() {
      sheet += "\(number + 1).\t\(line.uppercased()),\r\n\r\n"
    }
    let again = try RecoveryWords.read(Array(sheet.utf8).span)
    #expect(bytes(again) == bytes(words))
  }

  @Test func `name the word that is not on the list`() throws {
    let lines = lines(try RecoveryWords.random())
    var parts = lines.map { $0.split(separator: " ").map(String.init) }
    parts[1][2] = "harbour"
    let text = parts.map { $0.joined(separator: " ") }.joined(separator: "\n")
    #expect(mistake(text) == .unknown(number: 7, word: "harbour"))
    parts[1][2] = "größe"
    let other = parts.map { $0.joined(separator: " ") }.joined(separator: "\n")
    #expect(mistake(other) == .unknown(number: 7, word: "größe"))
  }

  @Test func `name the line that is wrong`() throws {
    var swapped = 0
    for _ in 0..<40 {
      let lines = lines(try RecoveryWords.random())
      // Two words of the third line in each other's place.
      var third = lines[2].split(separator: " ")
      third.swapAt(0, 1)
      if third[0] == third[1] { continue }
      var changed = lines
      changed[2] = third.joined(separator: " ")
      if mistake(changed.joined(separator: " ")) == .line(3) { swapped += 1 }
      // Two lines in each other's place.
      changed = lines
      changed.swapAt(0, 3)
      let found = mistake(changed.joined(separator: " "))
      #expect(found == .line(1) || found == .line(4) || found == nil)
    }
    // A wrong line passes once in 2,048 times.
    #expect(swapped >= 38)
  }

  @Test func `are all there or are refused`() throws {
    let lines = lines(try RecoveryWords.random())
    #expect(mistake("") == .count(found: 0, expected: 16))
    #expect(mistake(lines.dropLast().joined(separator: " ")) == .count(found: 12, expected: 16))
    #expect(mistake(lines.joined(separator: " ") + " more") == .count(found: 17, expected: 16))
    var reader = RecoveryWords.Reader()
    for (typed, found) in [("", 0), (lines[0] + " x", 5)] {
      do throws(RecoveryWords.Mistake) {
        try reader.take(Array(typed.utf8).span)
        Issue.record("that is no line")
      } catch {
        #expect(error == .count(found: found, expected: 4))
      }
    }
    #expect(reader.next == 1)
    try reader.take(Array(lines[0].utf8).span)
    if let _ = reader.finish() { Issue.record("three lines are missing") }
  }

  @Test func `are checked line by line against the sheet`() throws {
    let words = try RecoveryWords.random()
    let lines = lines(words)
    for (number, line) in lines.enumerated() {
      try words.check(Array(line.uppercased().utf8).span, isLine: number + 1)
      let other = number % 4 + 1 == 4 ? 1 : number + 2
      #expect(throws: RecoveryWords.Mistake.line(other)) {
        try words.check(Array(line.utf8).span, isLine: other)
      }
    }
    #expect(throws: RecoveryWords.Mistake.count(found: 1, expected: 4)) {
      try words.check(Array("harbor".utf8).span, isLine: 1)
    }
    #expect(throws: RecoveryWords.Mistake.unknown(number: 14, word: "harbour")) {
      try words.check(Array("harbor harbour harbor harbor".utf8).span, isLine: 4)
    }
  }

  @Test func `open the vault they were made for, and no other`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    let words = try RecoveryWords.random()
    try file.addRecovery(words.secret)
    try file.close()
    let typed = try RecoveryWords.read(Array(lines(words).joined(separator: "\n").utf8).span)
    try SealedFile.open(at: workshop.path(), recovery: typed.secret).close()
    #expect(throws: SealError.wrongPassphrase) {
      _ = try SealedFile.open(at: workshop.path(), recovery: RecoveryWords.random().secret)
    }
  }
}
