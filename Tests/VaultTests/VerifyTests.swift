internal import GRDB
internal import Records
internal import Testing

@testable internal import Vault

@Suite struct `Verifying` {
  private func filled() throws -> Vault {
    let vault = try newVault()
    for (number, kind) in Kind.allCases.enumerated() { try vault.add(full(kind, number + 2)) }
    try vault.apply(Change("edit", at: noon, steps: [.remove(id(5)), .remove(id(6))]))
    try vault.apply(
      Change(
        "attach", at: noon,
        files: [IncomingFile(name: "a", mediaType: "text/plain", bytes: [1, 2, 3])]))
    return vault
  }

  private func tampered(_ sql: String) throws -> VerifyReport {
    let vault = try filled()
    try vault.queue.write { db in
      try db.execute(sql: "DROP TRIGGER versionStays")
      try db.execute(sql: sql)
    }
    return try vault.verify()
  }

  @Test func `finds nothing in a sound vault, and says how much it read`() throws {
    let report = try filled().verify()
    #expect(report.isSound)
    #expect(report.records == Kind.allCases.count + 1)
    #expect(report.versions == Kind.allCases.count + 3)
    #expect(report.files == 1)
  }

  @Test func `changes nothing`() throws {
    let vault = try filled()
    let before = try vault.pages()
    _ = try vault.verify()
    #expect(try vault.pages() == before)
  }

  @Test(arguments: [
    "UPDATE record SET title = 'other' WHERE number = 4",
    "UPDATE record SET isPrivate = 1 WHERE number = 4",
    "UPDATE record SET date = '1999' WHERE number = 4",
    "UPDATE record SET kind = 'call' WHERE number = 4",
    "UPDATE version SET fields = '{\"text\":}' WHERE record = 4",
    "UPDATE version SET fields = '{\"nonsense\":1}' WHERE record = 4",
    "UPDATE version SET step = 2 WHERE record = 4",
  ])
  func `finds a record that is not as it was written`(sql: String) throws {
    let report = try tampered(sql)
    #expect(report.damagedRecords.map(\.id) == [id(4)])
    #expect(!report.isSound)
  }

  @Test func `saves the records that can be read`() throws {
    let vault = try filled()
    let all = try vault.everything()
    #expect(try vault.readable().records == all)
    try vault.queue.write { db in
      try db.execute(sql: "DROP TRIGGER versionStays")
      try db.execute(sql: "UPDATE version SET fields = '{x}' WHERE record IN (4, 9)")
    }
    let (records, damaged) = try vault.readable()
    #expect(records == all.filter { $0.id != id(4) && $0.id != id(9) })
    #expect(damaged.map(\.kind) == [.diagnosis, .result])
  }

  @Test func `finds an older version that cannot be read`() throws {
    let report = try tampered("UPDATE version SET fields = '{x}' WHERE record = 5 AND step = 1")
    #expect(report.damagedVersions == 1)
    #expect(report.damagedRecords.isEmpty)
  }

  @Test(arguments: [
    "UPDATE piece SET bytes = x'010204'", "DELETE FROM piece",
    "UPDATE attachment SET length = 2",
  ])
  func `finds a file whose bytes are others`(sql: String) throws {
    let report = try tampered(sql)
    #expect(report.damagedFiles == [FileDigest.hex(of: [1, 2, 3])])
  }

  @Test(arguments: [
    "DELETE FROM search WHERE rowid = 4",
    "UPDATE search SET words = 'else' WHERE rowid = 4",
    "INSERT INTO search (rowid, title, words, files) VALUES (5, 'a', 'b', 'c')",
    "UPDATE search_content SET c0 = 'else' WHERE id = 4",
    "DELETE FROM search_data WHERE id > 10",
  ])
  func `finds a search index that is out of step`(sql: String) throws {
    let report = try tampered(sql)
    #expect(!report.isSearchInStep)
    #expect(report.damagedRecords.isEmpty)
  }

  @Test func `finds a link to what is not there`() throws {
    let vault = try filled()
    try vault.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: "DELETE FROM change WHERE number = 3")
    }
    #expect(try !vault.verify().isStructureSound)
  }

  @Test func `tells how far it is`() throws {
    var steps: [VerifyStep] = []
    _ = try filled().verify { step, done, total in
      if done == total { steps.append(step) }
    }
    #expect(steps == [.structure, .records, .files, .search])
  }
}
