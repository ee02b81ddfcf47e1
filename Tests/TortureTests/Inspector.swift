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
  func inspect(_ disk: Disk, allowed: [Moment], probe: String = "probe") throws -> Finding {
    let file = try open(disk, allowed)
    let tail = file.facts.unfinishedBytes
    let labels = file.slots.map(\.label)
    let digest: String
    do {
      let plain = try Plain(file, settings: true)
      digest = try unsafe reckoner.digest(plain.connection)
      let check = try plain.text("PRAGMA integrity_check")
      guard check == "ok" else { throw Wrong(description: "integrity_check: \(check ?? "")") }
      try plain.run("CREATE TABLE IF NOT EXISTS probe (text)")
      try plain.run("INSERT INTO probe VALUES ('\(probe)')")
    }
    try file.close()
    guard
      let moment = allowed.firstIndex(where: { $0.digest == digest && $0.labels == labels })
    else { throw Wrong(description: "another content, or other keys: \(labels)") }

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
