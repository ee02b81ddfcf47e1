internal import Foundation
internal import GRDB
internal import Sealing

/// One of the databases that are measured side by side: a vault, or plain SQLite.
final class Base {
  private let path: String
  private let file: SealedFile?
  private let configuration: Configuration

  /// Makes it anew, empty.
  init(_ side: SealedVersusPlain.Side, pageSize: UInt32, folder: String) throws {
    path = "\(folder)/\(side).db"
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    var configuration = Configuration()
    if side == .sealed {
      let file = try SealedFile.create(
        at: path, passphrase: BigVault.passphrase, cost: .least, pageSize: pageSize)
      let settings = file.databaseSettings
      configuration.prepareDatabase { try unsafe settings.apply(to: $0.sqliteConnection) }
      self.file = file
    } else {
      let cache = side == .plain ? -2000 : -16384
      configuration.prepareDatabase { database in
        try database.execute(
          sql: """
            PRAGMA page_size = \(pageSize); PRAGMA locking_mode = EXCLUSIVE;
            PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;
            PRAGMA cache_size = \(cache);
            """)
      }
      file = nil
    }
    self.configuration = configuration
  }

  func open() throws -> DatabaseQueue {
    try DatabaseQueue(path: file?.databaseURI ?? path, configuration: configuration)
  }

  /// How long `body` takes on a connection that is opened for it, in seconds.
  func measured(_ body: (DatabaseQueue) throws -> Void) throws -> Double {
    let queue = try open()
    let time = try seconds { try body(queue) }
    try queue.close()
    return time
  }

  func close() throws { try file?.close() }
}
