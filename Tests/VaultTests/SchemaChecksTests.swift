internal import GRDB
internal import Records
internal import Testing

@testable internal import Vault

@Suite struct `The tables` {
  @Test(arguments: [
    "INSERT INTO record SELECT 9, 'ABC', kind, 99, title, date, dateWords, marker, source, place, 0, 0 FROM record",
    "UPDATE record SET kind = 'spaceship'", "UPDATE record SET title = ''",
    "UPDATE record SET title = NULL", "UPDATE record SET date = 'spring'",
    "UPDATE record SET marker = 'X'", "UPDATE record SET isPrivate = 2",
    "UPDATE record SET version = 77", "UPDATE record SET source = 5",
    "UPDATE record SET isPrivate = 'yes'", "DELETE FROM record",
    "UPDATE version SET fields = '{}'",
    "INSERT INTO version SELECT 9, record, 1, change, fields, 0, 0, 0, origin, who, entered, source, sourceName, place, key FROM version",
    "INSERT INTO version SELECT 9, record, 2, change, 'text', 0, 0, 0, origin, who, entered, source, sourceName, place, key FROM version",
    "INSERT INTO version SELECT 9, record, 2, change, fields, 0, 0, 0, 'rumour', who, entered, source, sourceName, place, key FROM version",
    "INSERT INTO change VALUES (9, 'yesterday', 'add', NULL, NULL)",
    "INSERT INTO change VALUES (9, '2026-11-21T09:00:00Z', '', NULL, NULL)",
    "INSERT INTO change VALUES (9, '2026-11-21T09:00:00Z', 'undo', NULL, 9)",
    "INSERT INTO source VALUES (1, 'abc', 'a', 'FHIR', 1, '2026-11-21', 1)",
    "INSERT INTO attachment VALUES (1, 'abc', 1, 'a/b', 'a')",
    "INSERT INTO chunk VALUES (1, 0, x'00')", "INSERT INTO chunk VALUES (1, 0, x'')",
    "INSERT INTO piece VALUES (1, 0, x'00')", "INSERT INTO piece VALUES (1, 0, x'')",
    "INSERT INTO recordAttachment VALUES (1, 0, 1)",
    "INSERT INTO given VALUES (1, '2026-11-21', 'a', 'pdf', 'none', NULL, NULL)",
    "INSERT INTO vault VALUES (2, 'netvault/1', '2026-11-21', 1)",
    "UPDATE vault SET format = 'netvault/2'", "UPDATE vault SET owner = 7",
  ])
  func `refuse a row that makes no sense`(sql: String) throws {
    let vault = try newVault()
    #expect(throws: DatabaseError.self) { try vault.queue.write { try $0.execute(sql: sql) } }
  }

  @Test func `say which rule was broken, and no value`() throws {
    let vault = try newVault()
    var odd = note(2, "a secret")
    odd.provenance.entered = ""
    let error = #expect(throws: VaultError.self) { try vault.add(odd) }
    guard case .refused(let rule) = error else {
      Issue.record("not refused")
      return
    }
    #expect(rule.contains("entered"))
    #expect(!rule.contains("secret"))
  }
}
