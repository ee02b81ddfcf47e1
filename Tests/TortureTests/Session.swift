import GRDB
internal import Sealing

/// What opens a vault at one moment.
enum Key: Equatable {
  case recovery(String)
  case passphrase(String)

  func open(
    _ disk: Disk, _ name: String = "my.vault", mode: SealedFile.Mode = .write
  ) throws(SealError) -> SealedFile {
    switch self {
    case .recovery(let text):
      try SealedFile.open(
        at: disk.path(name), recovery: secret(text), mode: mode, lockTimeout: .zero,
        through: disk.calls)
    case .passphrase(let text):
      try SealedFile.open(
        at: disk.path(name), passphrase: secret(text), mode: mode, lockTimeout: .zero,
        through: disk.calls)
    }
  }
}

/// A secret from text that is none.
func secret(_ text: String) -> Secret {
  Secret(copying: Array(text.utf8).span)
}

/// What must be found: all of one moment, or all of another, and nothing in between.
struct Moment: Equatable {
  /// Of every row; empty while there is no vault yet.
  var digest = ""
  /// What the ways to unlock are called.
  var labels: [String] = []
  /// One of these ways.
  var key = Key.recovery("")
}

/// One program that works on a vault, step by step.
final class Session {
  let disk: Disk
  var file: SealedFile?
  var queue: DatabaseQueue?
  /// A connection without GRDB, which does not expect that memory ends.
  var plain: Plain?
  var key: Key
  private let reckoner = Reckoner()

  init(_ disk: Disk, key: Key) {
    self.disk = disk
    self.key = key
  }

  struct NotOpen: Error {}

  var open: SealedFile {
    get throws {
      guard let file else { throw NotOpen() }
      return file
    }
  }

  func connect() throws {
    let file = try open
    var configuration = Configuration()
    let settings = file.databaseSettings
    configuration.prepareDatabase { try unsafe settings.apply(to: $0.sqliteConnection) }
    queue = try DatabaseQueue(path: file.databaseURI, configuration: configuration)
  }

  func database<Result>(_ body: (Database) throws -> Result) throws -> Result {
    guard let queue else { throw NotOpen() }
    return try queue.inDatabase(body)
  }

  /// One transaction.
  func write(_ body: (Database) throws -> Void) throws {
    guard let queue else { throw NotOpen() }
    try queue.write(body)
  }

  func close() throws {
    plain = nil
    try queue?.close()
    queue = nil
    try file?.close()
    file = nil
  }

  func reopen() throws {
    file = try key.open(disk)
    try connect()
  }

  /// What is there now, as the program itself sees it.
  func moment(before: Moment) throws -> Moment {
    var now = before
    now.key = key
    if let file { now.labels = file.slots.map(\.label) }
    if queue != nil {
      now.digest = try database { database in
        guard let connection = unsafe database.sqliteConnection else { throw NotOpen() }
        return try unsafe reckoner.digest(connection)
      }
    } else if let plain {
      now.digest = try unsafe reckoner.digest(plain.connection)
    } else if let file {
      let plain = try Plain(file, settings: false)
      now.digest = try unsafe reckoner.digest(plain.connection)
    }
    return now
  }
}
