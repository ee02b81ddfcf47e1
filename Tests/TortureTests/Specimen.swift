import CPageLog
internal import Sealing

/// A small vault, and where everything in its file is.
struct Specimen {
  static let key = Key.recovery(Script.sheet)

  /// The file after each step, from the making on.
  let versions: [[UInt8]]
  /// What is true of each of them.
  let moments: [Moment]

  var bytes: [UInt8] { versions[versions.count - 1] }
  var moment: Moment { moments[moments.count - 1] }

  /// A frame of the log.
  struct Frame: Equatable {
    let kind: UInt8
    let start: Int
    let count: Int
    var range: Range<Int> { start..<start + count }
  }

  /// Makes one and closes it after each step. Without `closing` the last step is left as a crash
  /// leaves it: no clean close knows its commit.
  init(_ steps: [String] = Specimen.steps, closing: Bool = true) throws {
    let disk = Disk()
    let file = try SealedFile.create(
      at: disk.path(), passphrase: secret(Script.passphrase), label: "mine", cost: .least,
      through: disk.calls)
    try file.addRecovery(secret(Script.sheet), label: "sheet")
    try file.close()
    (versions, moments) = try Self.play(steps, on: disk, closing: closing)
  }

  /// Goes on with a copy of another one.
  init(from specimen: Specimen, _ steps: [String], closing: Bool = true) throws {
    try self.init(from: specimen.bytes, steps, closing: closing)
  }

  init(from bytes: [UInt8], _ steps: [String], closing: Bool = true) throws {
    let disk = Disk()
    disk["my.vault"] = Content(bytes)
    (versions, moments) = try Self.play(steps, on: disk, closing: closing)
  }

  static let steps = [
    "CREATE TABLE note (text); INSERT INTO note VALUES ('first'), ('second')",
    "UPDATE note SET text = text || ' edited'",
    "INSERT INTO note VALUES ('third')",
  ]

  private static func play(
    _ steps: [String], on disk: Disk, closing: Bool
  ) throws -> ([[UInt8]], [Moment]) {
    var versions: [[UInt8]] = []
    var moments: [Moment] = []
    for (index, step) in steps.enumerated() {
      let file = try key.open(disk)
      let reckoner = Reckoner()
      do {
        let plain = try Plain(file, settings: true)
        if step == "compact" {
          try file.compact()
        } else {
          try plain.run("BEGIN; \(step); COMMIT")
        }
        let digest = try unsafe reckoner.digest(plain.connection)
        moments.append(Moment(digest: digest, labels: file.slots.map(\.label), key: key))
      }
      if closing || index + 1 < steps.count { try file.close() }
      versions.append(disk["my.vault"]?.bytes ?? [])
    }
    return (versions, moments)
  }

  /// All frames of a file.
  static func frames(_ bytes: [UInt8]) -> [Frame] {
    var frames: [Frame] = []
    var start = Int(NV_LOG_START)
    while start + 8 <= bytes.count {
      let length = (0..<4).reduce(0) { $0 | Int(bytes[start + 4 + $1]) << (8 * $1) }
      frames.append(
        Frame(kind: bytes[start], start: start, count: length + Int(NV_FRAME_MORE)))
      start += length + Int(NV_FRAME_MORE)
    }
    return frames
  }
}

/// What came of opening a file that somebody changed.
enum Verdict: Hashable {
  /// The same rows and keys.
  case same
  /// The same rows, and the keys as they were once.
  case olderKeys
  /// An explicit error.
  case refused
  /// The whole vault as it was once: only the note of this computer can tell.
  case older
}

/// Opens changed files, and says what came of it.
@safe final class Judge {
  let disk = Disk()
  private let reckoner = Reckoner()
  private let specimen: Specimen
  private(set) var counts: [Verdict: Int] = [:]

  init(_ specimen: Specimen) {
    self.specimen = specimen
    put(specimen.bytes)
  }

  struct Fooled: Error, CustomStringConvertible {
    let description: String
  }

  func put(_ bytes: [UInt8]) {
    disk.nodes = []
    disk.names = [:]
    disk["my.vault"] = Content(bytes)
  }

  /// Changes one byte in place.
  func patch(_ byte: UInt8, at offset: Int) {
    disk.nodes[0].seen.write([byte], at: offset)
  }

  func replace(_ range: Range<Int>, with bytes: ArraySlice<UInt8>) {
    disk.nodes[0].seen.write(Array(bytes), at: range.lowerBound)
  }

  /// Opens and reads everything. Throws when it shows what was never there.
  @discardableResult
  func judge(allowing allowed: Set<Verdict> = [.same, .refused]) throws -> Verdict {
    let verdict = try look()
    counts[verdict, default: 0] += 1
    guard allowed.contains(verdict) else { throw Fooled(description: "\(verdict)") }
    guard disk.openCount == 0 else { throw Fooled(description: "a file was left open") }
    return verdict
  }

  /// What the note of this computer says about the file, after it was seen as `seen`.
  func standing(after seen: [UInt8]) throws -> SealedFile.Standing {
    let now = disk["my.vault"]?.bytes ?? []
    put(seen)
    let first = try Specimen.key.open(disk, mode: .read)
    try first.remember(inNotes: Disk.folder)
    try first.close()
    disk["my.vault"] = Content(now)
    return try Specimen.key.open(disk, mode: .read).standing(notesIn: Disk.folder)
  }

  private func look() throws -> Verdict {
    let file: SealedFile
    do throws(SealError) {
      file = try Specimen.key.open(disk, mode: .read)
    } catch {
      return .refused
    }
    let digest: String
    do {
      let plain = try Plain(file, settings: false)
      digest = try unsafe reckoner.digest(plain.connection)
    } catch let error as PlainError {
      guard file.failure != nil else { throw Fooled(description: "\(error)") }
      return .refused
    }
    let labels = file.slots.map(\.label)
    if digest == specimen.moment.digest {
      return labels == specimen.moment.labels ? .same : .olderKeys
    }
    if specimen.moments.contains(where: { $0.digest == digest }) { return .older }
    throw Fooled(description: "content that never was")
  }

  /// The counts in words.
  var summary: String {
    let words: [(Verdict, String)] = [
      (.same, "same content"), (.olderKeys, "same content under older keys"),
      (.refused, "refused"), (.older, "an earlier state"),
    ]
    let parts = words.compactMap { verdict, text in
      counts[verdict].map { "\($0) \(text)" }
    }
    return "\(counts.values.reduce(0, +)): " + parts.joined(separator: ", ")
  }
}
