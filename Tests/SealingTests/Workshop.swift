import CSQLite
import Foundation
import GRDB
import Glibc
internal import Sealing
import Testing

/// A folder for one test, removed with everything in it.
final class Workshop {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "netvault-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// A path in the folder.
  func path(_ name: String = "my.vault") -> String { folder + "/" + name }

  /// What lies in the folder.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  func bytes(_ name: String = "my.vault") throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func write(_ bytes: [UInt8], _ name: String = "my.vault") throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  /// Changes one byte in place.
  func patch(_ byte: UInt8, at offset: Int, _ name: String = "my.vault") {
    let file = unsafe Glibc.open(path(name), O_RDWR)
    defer { Glibc.close(file) }
    var byte = byte
    _ = unsafe pwrite(file, &byte, 1, offset)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// A secret from text that is none.
func secret(_ text: String) -> Secret {
  Secret(copying: Array(text.utf8).span)
}

/// The passphrase of every vault in these tests.
let passphrase = "correct horse battery staple"

extension Workshop {
  func create(_ name: String = "my.vault", pageSize: UInt32 = 4096) throws -> SealedFile {
    try SealedFile.create(
      at: path(name), passphrase: secret(passphrase), label: "mine", cost: .least,
      pageSize: pageSize)
  }

  func open(
    _ name: String = "my.vault", mode: SealedFile.Mode = .write
  ) throws -> SealedFile {
    try SealedFile.open(
      at: path(name), passphrase: secret(passphrase), mode: mode, lockTimeout: .milliseconds(50))
  }
}

extension SealedFile {
  /// A GRDB queue on this file, set up as the program does.
  func database(readOnly: Bool = false) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readOnly
    let settings = databaseSettings
    configuration.prepareDatabase { database in
      try unsafe settings.apply(to: database.sqliteConnection)
    }
    return try DatabaseQueue(path: databaseURI, configuration: configuration)
  }

  /// Runs `body` on a database connection, and closes the connection.
  func withDatabase<Result>(_ body: (DatabaseQueue) throws -> Result) throws -> Result {
    let queue = try database()
    let result = try body(queue)
    try queue.close()
    return result
  }
}
