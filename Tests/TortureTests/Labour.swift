import CSQLite
import GRDB
internal import Sealing

/// A short day of work on a vault, for one failure after the other.
///
/// It runs until a step fails. Then the program tries to write once more, closes, and goes.
@safe final class Labour {
  /// What the tests need to know of a run.
  struct Report {
    /// How many steps were acknowledged.
    var done = 0
    /// Why the next one failed.
    var error: (any Error)?
    /// What the file said about it.
    var failure: SealError?
    /// The write after the failure was acknowledged, or an earlier one of its kind.
    var hasProbe = false
    /// The close said that it failed.
    var closing: (any Error)?
  }

  /// The vault that the work begins with, and what is true of it after each step.
  let base: Disk
  let key: Key
  let steps: [Step]
  let moments: [Moment]
  /// How many calls a run without failures makes.
  let calls: [FaultPlan.Call: Int]

  /// Plays `steps` once without any failure.
  init(on base: Disk, key: Key, steps: [Step]) throws {
    self.base = base
    self.key = key
    self.steps = steps
    var moments = [Moment()]
    let session = Session(base.copy(), key: key)
    if base.names.isEmpty {
      moments = [Moment()]
    } else {
      session.file = try key.open(session.disk, mode: .read)
      moments = [try session.moment(before: Moment(key: key))]
      try session.close()
    }
    for step in steps {
      try step.run(session)
      moments.append(try session.moment(before: moments[moments.count - 1]))
    }
    self.moments = moments
    calls = session.disk.faults.counts
  }

  /// A vault as it is after its first days, closed.
  static func vault() throws -> Disk {
    let disk = Disk()
    let session = Session(disk, key: .recovery(Script.sheet))
    for step in Script.birth + Script.tables + Script.edits.prefix(2) { try step.run(session) }
    try session.close()
    return disk.kept()
  }

  /// Runs on `disk`, a copy of the base, on which something fails.
  func run(on disk: Disk) -> Report {
    var report = Report()
    let session = Session(disk, key: key)
    do {
      for step in steps {
        try step.run(session)
        report.done += 1
      }
    } catch {
      report.error = error
      report.failure = session.file?.failure
    }
    if session.queue != nil || session.plain != nil {
      report.hasProbe = (try? session.write(probe: "second")) != nil
    }
    do { try session.close() } catch { report.closing = error }
    if let queue = session.queue {
      // Closing the connection failed: nothing else holds it.
      try? queue.close()
    }
    return report
  }

  /// What may be found after a run: what was acknowledged, or also the step that failed.
  func allowed(_ report: Report) -> [Moment] {
    Array(moments[report.done...min(report.done + 1, moments.count - 1)])
  }
}

extension Session {
  func write(probe: String) throws {
    if let plain {
      return try plain.run(
        """
        BEGIN; CREATE TABLE IF NOT EXISTS probe (text); INSERT INTO probe VALUES ('\(probe)');
        COMMIT
        """)
    }
    try write { database in
      try database.execute(sql: "CREATE TABLE IF NOT EXISTS probe (text)")
      try database.execute(sql: "INSERT INTO probe VALUES (?)", arguments: [probe])
    }
  }
}

extension Labour {
  static let day: [Step] =
    [
      Step("open") { try $0.reopen() },
      .write("insert") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('\(canary)')") },
      .write("keep a file, with a small cache") { database in
        try database.execute(sql: "PRAGMA cache_size = 3")
        try database.execute(
          sql: "INSERT INTO file VALUES ('scan', ?)", arguments: [Script.bytes(30_000, 1)])
        try database.execute(sql: "UPDATE search SET text = text || ' seen'")
      },
    ] + Script.failures.prefix(1) + [
      Script.settle,
      .write("remove the file") { try $0.execute(sql: "DELETE FROM file") },
      Step("give its pages back") { session in
        try session.database { try $0.execute(sql: "PRAGMA incremental_vacuum") }
      },
      Step("add a sheet") { session in
        try session.open.addRecovery(secret(Script.second), label: "second")
      },
      Step("remove it") { try $0.open.removeSlot(2) },
      Step("compact") { try $0.open.compact() },
      .write("insert again") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('more')") },
      Step("close") { try $0.close() },
    ]

  /// The first hour, and a new key.
  static let birth: [Step] =
    Script.birth + Script.tables.prefix(2) + [
      .write("insert") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('\(canary)')") },
      Step("re-key") { session in
        try session.open.rekey(passphrase: secret("a new passphrase"), label: "new", cost: .least)
        session.key = .passphrase("a new passphrase")
      },
      .write("edit") { try $0.execute(sql: "UPDATE note SET more = 'under the new key'") },
      Step("close") { try $0.close() },
    ]
}

extension Labour {
  /// Work without GRDB.
  static let plainDay: [Step] =
    [
      Step("open") { session in
        let file = try session.key.open(session.disk)
        session.file = file
        session.plain = try Plain(file, settings: true)
      },
      sql("insert", "BEGIN; INSERT INTO note (text) VALUES ('\(canary)'); COMMIT"),
      sql(
        "search and edit",
        """
        BEGIN; UPDATE search SET text = text || ' seen' WHERE search MATCH 'coal';
        UPDATE note SET more = upper(text) WHERE id IN (SELECT rowid FROM search); COMMIT
        """),
      sql(
        "a larger file, in a small cache",
        "PRAGMA cache_size = 3; BEGIN; INSERT INTO file VALUES ('scan', zeroblob(40000)); COMMIT"),
      sql("remove it", "BEGIN; DELETE FROM file; COMMIT; PRAGMA incremental_vacuum"),
      Step("close") { try $0.close() },
    ]

  private static func sql(_ name: String, _ sql: String) -> Step {
    Step(name) { session in
      guard let plain = session.plain else { throw Session.NotOpen() }
      do {
        try plain.run(sql)
      } catch {
        // As GRDB does: a transaction that failed is rolled back.
        try? plain.run("ROLLBACK")
        throw error
      }
    }
  }
}
