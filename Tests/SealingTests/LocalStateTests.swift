import GRDB
internal import Sealing
import Testing

@Suite struct `What this computer has seen of a vault` {
  private func add(_ text: String, to file: SealedFile) throws {
    try file.withDatabase { queue in
      try queue.write {
        try $0.execute(sql: "INSERT INTO note VALUES (?)", arguments: [text])
      }
    }
  }

  @Test func `is unknown at first, and then as seen`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    #expect(try file.standing(notesIn: workshop.folder) == .unknown)
    try file.remember(inNotes: workshop.folder)
    #expect(try file.standing(notesIn: workshop.folder) == .asSeen)
    try add("d", to: file)
    #expect(try file.standing(notesIn: workshop.folder) == .asSeen)
    try file.remember(inNotes: workshop.folder)
    #expect(try file.standing(notesIn: workshop.folder) == .asSeen)
    try file.compact()
    #expect(try file.standing(notesIn: workshop.folder) == .asSeen)
    try file.close()
    #expect(workshop.names.count == 2)
  }

  @Test func `tells an older copy`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let old = try workshop.bytes()
    let file = try workshop.open()
    let found = file.facts.sequence
    try add("d", to: file)
    try file.remember(inNotes: workshop.folder)
    try file.close()
    try workshop.write(old)
    let older = try workshop.open(mode: .read)
    #expect(try standing(older, workshop) == .older(seen: found + 1, found: found))
  }

  @Test func `tells when both were saved last`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let old = try workshop.bytes()
    let file = try workshop.open()
    let before = file.facts.lastCommit
    #expect(before > 1_700_000_000)
    try add("d", to: file)
    try file.remember(inNotes: workshop.folder)
    let after = file.facts.lastCommit
    try file.close()
    #expect(try workshop.open(mode: .read).facts.lastCommit == after)
    try workshop.write(old)
    guard
      case .older(let seen, let found) = try workshop.open(mode: .read)
        .standing(notesIn: workshop.folder)
    else { return #expect(Bool(false), "it is older") }
    #expect(seen.time == after)
    #expect(found.time == before)
  }

  @Test func `tells a copy that went its own way`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    try workshop.write(try workshop.bytes(), "other.vault")
    let file = try workshop.open()
    try add("here", to: file)
    try file.remember(inNotes: workshop.folder)
    let sequence = file.facts.sequence
    try file.close()
    let other = try workshop.open("other.vault")
    try add("there", to: other)
    try add("and there", to: other)
    #expect(try standing(other, workshop) == .forked(seen: sequence, found: sequence + 1))
    try other.settle()
    try other.compact()
    try other.compact()
    #expect(try standing(other, workshop) == .newer)
    try other.close()
  }

  @Test func `tells a shorter copy that went its own way`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    try workshop.write(try workshop.bytes(), "other.vault")
    for text in ["here", "and here", "and still here"] {
      let file = try workshop.open()
      file.notes = workshop.folder
      try add(text, to: file)
      try file.close()
    }
    let other = try workshop.open("other.vault")
    try add("there", to: other)
    try other.close()
    let found = try workshop.open("other.vault", mode: .read)
    guard case .forked = try found.standing(notesIn: workshop.folder) else {
      return #expect(Bool(false), "the note knows what it saw before")
    }
  }

  @Test func `goes on through compactions that another computer made`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    try workshop.open(mode: .read).remember(inNotes: workshop.folder)
    for _ in 0..<3 {
      for text in ["d", "e"] {
        let file = try workshop.open()
        try add(text, to: file)
        try file.close()
      }
      let file = try workshop.open()
      try file.compact()
      try file.close()
    }
    let file = try workshop.open(mode: .read)
    #expect(try file.standing(notesIn: workshop.folder) == .asSeen)
  }

  @Test func `goes on from a copy that was joined to it`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    try workshop.write(try workshop.bytes(), "other.vault")
    let other = try workshop.open("other.vault")
    for text in ["d", "e", "f"] { try add(text, to: other) }
    try other.close()
    let seen = try workshop.open("other.vault", mode: .read)
    try seen.remember(inNotes: workshop.folder)

    var file = try workshop.open()
    try add("g", to: file)
    try file.close()
    let before = try workshop.bytes()
    file = try workshop.open()
    guard case .older = try file.standing(notesIn: workshop.folder) else {
      return #expect(Bool(false), "it lacks what the other copy has")
    }
    file.goOn(from: seen)
    try add("d, e and f", to: file)
    try file.close()
    file = try workshop.open(mode: .read)
    #expect(try file.standing(notesIn: workshop.folder) == .asSeen)

    try file.close()
    // Once this one was seen, its own state before is older, and no fork.
    for number in 0..<4 {
      file = try workshop.open()
      try add("\(number)", to: file)
      try file.compact()
      try file.close()
    }
    file = try workshop.open(mode: .read)
    #expect(try file.standing(notesIn: workshop.folder) == .asSeen)
    try file.remember(inNotes: workshop.folder)
    try file.close()
    try workshop.write(before)
    guard case .older = try workshop.open(mode: .read).standing(notesIn: workshop.folder) else {
      return #expect(Bool(false), "an older state of the same copy")
    }
  }

  @Test func `does not take two compactions of the same for a fork`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    try workshop.write(try workshop.bytes(), "other.vault")
    for name in ["my.vault", "other.vault"] {
      let file = try workshop.open(name)
      try file.compact()
      try file.remember(inNotes: workshop.folder)
      try file.close()
    }
    let file = try workshop.open(mode: .read)
    #expect(try file.standing(notesIn: workshop.folder) == .asSeen)
    let other = try workshop.open("other.vault")
    try add("there", to: other)
    try other.remember(inNotes: workshop.folder)
    try other.close()
    let mine = try workshop.open(mode: .read)
    // The compaction is a commit, and no change.
    let found = mine.facts.sequence - 1
    #expect(try standing(mine, workshop) == .older(seen: found + 2, found: found))
  }

  @Test func `is noted on closing where it is asked for`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    file.notes = workshop.folder + "/not there"
    try add("d", to: file)
    try file.close()
    #expect(workshop.names == ["my.vault"])
    let again = try workshop.open()
    again.notes = workshop.folder
    try again.close()
    #expect(workshop.names.count == 2)
    #expect(try workshop.open(mode: .read).standing(notesIn: workshop.folder) == .asSeen)
  }

  /// A note of format 1 had no time and no trail: magic, nonce, 24 sealed bytes, tag.
  @Test func `is still read from a note of the first format`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    let key = try file.localStateKey()
    var plain = [UInt8](repeating: 0, count: 24)
    plain[0] = 200
    let magic = Array("nvseen 1".utf8)
    let shut = try Sealer(key: key).shut(plain, data: magic + file.vaultID)
    try workshop.write(magic + shut.nonce + shut.cipher + shut.tag, file.vaultID.hex)
    #expect(try standing(file, workshop) == .older(seen: 200, found: file.facts.sequence))
    try file.remember(inNotes: workshop.folder)
    #expect(try file.standing(notesIn: workshop.folder) == .asSeen)
    try file.close()
  }

  /// A standing with the times left out.
  private enum Place: Equatable {
    case older(seen: UInt64, found: UInt64)
    case forked(seen: UInt64, found: UInt64)
    case newer
    case other
  }

  private func standing(_ file: SealedFile, _ workshop: Workshop) throws -> Place {
    switch try file.standing(notesIn: workshop.folder) {
    case .older(let seen, let found): .older(seen: seen.sequence, found: found.sequence)
    case .forked(let seen, let found): .forked(seen: seen.sequence, found: found.sequence)
    case .newer: .newer
    case .unknown, .asSeen: .other
    }
  }

  @Test func `is not believed when somebody wrote it`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    try file.remember(inNotes: workshop.folder)
    let name = try #require(workshop.names.first { $0 != "my.vault" })
    for offset in [0, 10, 25, 50] {
      var bytes = try workshop.bytes(name)
      bytes[offset] ^= 1
      try workshop.write(bytes, name)
      #expect(try file.standing(notesIn: workshop.folder) == .unknown)
      try file.remember(inNotes: workshop.folder)
    }
    try workshop.write([], name)
    #expect(try file.standing(notesIn: workshop.folder) == .unknown)
    try file.close()
  }
}
