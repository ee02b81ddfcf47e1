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
    #expect(
      try older.standing(notesIn: workshop.folder) == .older(seen: found + 1, found: found))
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
    #expect(try other.standing(notesIn: workshop.folder) == .forked(at: sequence))
    try other.compact()
    try other.compact()
    #expect(try other.standing(notesIn: workshop.folder) == .newer)
    try other.close()
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
