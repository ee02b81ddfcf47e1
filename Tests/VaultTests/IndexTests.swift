internal import GRDB
internal import Testing

@testable internal import Vault

/// What people look at every day is answered from an index, however many records there are.
@Suite struct `The index of kinds` {
  @Test(arguments: [
    Vault.countsSQL, Vault.testNamesSQL, Vault.testTitlesSQL.replacing("?", with: "'result'"),
    Vault.resultDaysSQL + " WHERE record.isRemoved = 0 AND record.kind IN ('result')",
  ]) func `answers alone`(sql: String) throws {
    let plan = try plan(sql)
    #expect(plan.contains("USING COVERING INDEX recordByKind"))
    #expect(!plan.contains("TEMP B-TREE"))
  }

  @Test func `leads to the values of one test`() throws {
    let plan = try plan(
      StoredRecord.select + " WHERE record.isRemoved = 0 AND record.kind = 'result'"
        + " AND record.title IN ('a', 'b') ORDER BY record.number")
    #expect(plan.contains("USING INDEX recordByKind (kind=? AND isRemoved=? AND title=?)"))
  }

  @Test func `is left alone where a list is shown by date`() throws {
    for more in ["", " AND record.date >= '2020'"] {
      let plan = try plan(
        "SELECT \(ListRow.columns) FROM record WHERE record.isRemoved = 0\(more)\(ListRow.order)"
          + " LIMIT 50")
      #expect(plan.contains("USING INDEX recordByDate"))
    }
  }

  private func plan(_ sql: String) throws -> String {
    try newVault().read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
        .joined(separator: "\n")
    }
  }
}
