import Foundation
import GRDB
internal import Sealing
import Testing

/// A reader that was written from Documentation/vault-format.md, in another language.
@Suite struct `An independent reader` {
  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../..").standardizedFileURL

  private func read(
    _ workshop: Workshop, _ kind: String, _ secret: String
  ) throws -> (status: Int32, output: String) {
    try workshop.write(Array(secret.utf8), "secret")
    let script = Self.project.appending(path: "Tests/IndependentReader/read_vault.py").path
    return try run([
      script, workshop.path(), kind, workshop.path("secret"), workshop.path("out.db"),
    ])
  }

  /// Runs Python: the one that `make test` made ready, or the system's.
  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    let own = Self.project.appending(path: ".build/python/bin/python3").path
    let python = FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python] + arguments
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test func `opens what netvault wrote, closed or not`() throws {
    let workshop = try Workshop()
    let file = try SealedFile.create(
      at: workshop.path(), passphrase: secret("cafe\u{301} au lait"), cost: .least)
    try file.addRecovery(secret("a recovery secret"))
    try file.withDatabase { queue in
      try queue.write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
      // Enough for a page map at the close.
      for index in 0..<300 {
        try queue.write {
          try $0.execute(sql: "INSERT INTO note VALUES (?)", arguments: ["note \(index)"])
        }
      }
    }
    try file.settle()
    try file.withDatabase { queue in
      try queue.write { try $0.execute(sql: "INSERT INTO note VALUES ('after the map')") }
      let found = try read(workshop, "passphrase", "caf\u{e9} au lait")
      #expect(found.status == 0, "make test installs what the reader needs")
      #expect(found.output == "\(file.facts.sequence)\n")
      try expectNotes(workshop, 301)
    }
    try file.compact()
    try file.close()
    let found = try read(workshop, "recovery", "a recovery secret")
    #expect(found.status == 0, "make test installs what the reader needs")
    try expectNotes(workshop, 301)
    #expect(try read(workshop, "recovery", "another secret").status == 1)
  }

  private func expectNotes(_ workshop: Workshop, _ count: Int) throws {
    let queue = try DatabaseQueue(path: workshop.path("out.db"))
    let (found, check) = try queue.read { database in
      (
        try Int.fetchOne(database, sql: "SELECT count(*) FROM note"),
        try String.fetchOne(database, sql: "PRAGMA integrity_check")
      )
    }
    #expect(found == count)
    #expect(check == "ok")
    try queue.close()
  }
}
