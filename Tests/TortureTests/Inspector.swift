import GRDB
internal import Sealing

/// Opens what a crash left, and says what is wrong with it.
final class Inspector {
  private let reckoner = Reckoner()

  /// What was found in a state that is as it should be.
  struct Finding {
    /// Which of the moments that were allowed it is.
    let moment: Int
    /// The bytes that opening found behind the last commit.
    let tail: UInt64
  }

  struct Wrong: Error, CustomStringConvertible {
    let description: String
  }

  /// Opens, compares, writes, closes and opens again.
  ///
  /// Of `allowed` exactly one moment must be found. The first is the last one that was acknowledged.
  /// With `after`, the write of `goOn` must be there too.
  @discardableResult
  func inspect(
    _ disk: Disk, allowed: [Moment], probe: String = "probe", after: Bool = false
  ) throws -> Finding {
    let file = try open(disk, allowed)
    let tail = file.facts.unfinishedBytes
    let labels = file.slots.map(\.label)
    let digest: String
    do {
      let plain = try Plain(file, settings: true)
      digest = try unsafe reckoner.digest(plain.connection)
      let check = try plain.text("PRAGMA integrity_check")
      guard check == "ok" else { throw Wrong(description: "integrity_check: \(check ?? "")") }
      if after, try plain.text("SELECT text FROM probe WHERE text = 'second'") == nil {
        throw Wrong(description: "what was written after the first crash is not there")
      }
      try write(probe, plain)
    }
    try file.close()
    let moment = try index(of: digest, labels, in: allowed)

    let again = try allowed[moment].key.open(disk, mode: .read)
    do {
      let plain = try Plain(again, settings: false)
      guard try unsafe reckoner.digest(plain.connection) == digest else {
        throw Wrong(description: "another content after one write")
      }
      let found = try plain.text("SELECT text FROM probe WHERE text = '\(probe)'")
      guard found == probe else { throw Wrong(description: "the next write is not there") }
    }
    try again.close()
    guard disk.names.count == 1 else { throw Wrong(description: "left over: \(disk.names.keys)") }
    guard disk.openCount == 0 else { throw Wrong(description: "a file was left open") }
    return Finding(moment: moment, tail: tail)
  }

  /// Opens what another program left, and writes one row. The film of the disk gets a mark when it
  /// was opened, when the row was acknowledged, and when it was closed. Returns the moment it saw.
  func goOn(_ disk: Disk, allowed: [Moment], closing: Bool) throws -> Int {
    let file = try open(disk, allowed)
    let moment: Int
    do {
      let plain = try Plain(file, settings: true)
      let digest = try unsafe reckoner.digest(plain.connection)
      moment = try index(of: digest, file.slots.map(\.label), in: allowed)
      disk.mark(.done(1))
      try write("second", plain)
      disk.mark(.done(2))
    }
    if closing {
      try file.close()
      disk.mark(.done(3))
    }
    return moment
  }

  private func write(_ probe: String, _ plain: Plain) throws {
    try plain.run("BEGIN; CREATE TABLE IF NOT EXISTS probe (text)")
    try plain.run("INSERT INTO probe VALUES ('\(probe)'); COMMIT")
  }

  private func index(of digest: String, _ labels: [String], in allowed: [Moment]) throws -> Int {
    guard
      let moment = allowed.firstIndex(where: { $0.digest == digest && $0.labels == labels })
    else { throw Wrong(description: "another content, or other keys: \(labels)") }
    return moment
  }

  /// With a key of one of the moments.
  private func open(_ disk: Disk, _ allowed: [Moment]) throws -> SealedFile {
    var tried: [Key] = []
    for moment in allowed where !tried.contains(moment.key) {
      tried.append(moment.key)
      do {
        return try moment.key.open(disk)
      } catch SealError.wrongPassphrase {
        continue
      }
    }
    throw Wrong(description: "no key opens it")
  }
}
