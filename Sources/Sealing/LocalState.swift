internal import CPageLog

/// The last commit of a vault that this computer has seen.
///
/// From the file alone nobody can tell an older copy of the whole file. This note can: one small
/// file a vault, named by the vault's id, sealed under a key of the vault's own. Losing the note
/// loses nothing else.
///
///     0  "nvseen 2"
///     8  nonce 12
///    20  sequence u64 | tag 16 | when i64 | earlier clean closes 32 x (sequence u64, tag 16),
///        oldest first, zeros behind them; sealed; additional data: bytes 0 to 7, and the vault id
///   820  tag 16
///
/// A note "nvseen 1" ends after the first tag, and is still read.
extension SealedFile {
  /// A commit as people are told of it.
  package struct Mark: Equatable, Sendable {
    /// Goes up by one with each save.
    package let sequence: UInt64
    /// Seconds since 1970, UTC. 0 if that is not known.
    package let time: Int64
  }

  /// How the open file compares with what this computer saw last.
  package enum Standing: Equatable, Sendable {
    /// Never seen here, or the note is gone or not readable.
    case unknown
    /// The commit that was seen last is the file's last, or one before it.
    case asSeen
    /// Newer than seen, but compacted since: whether it continues what was seen is not known.
    case newer
    /// An older copy: it ends before the commit that was seen.
    case older(seen: Mark, found: Mark)
    /// A copy that went its own way: it has other commits than those that were seen.
    case forked(seen: Mark, found: Mark)
  }

  /// Compares the file with the note in `folder`.
  package func standing(notesIn folder: String) throws(SealError) -> Standing {
    let (log, place) = try unsafe opened()
    guard let seen = try readNote(in: folder) else { return .unknown }
    if header.sealed.trail.contains(seen.point)
      || seen.point == SealedPart.Point(unsafe nv_log_last(log))
    {
      return .asSeen
    }
    let last = lastPoint
    let marks = (
      seen: Mark(sequence: seen.point.sequence, time: seen.time),
      found: Mark(sequence: last.sequence, time: facts.lastCommit)
    )
    guard seen.point.sequence <= last.sequence else {
      let isOther =
        !seen.trail.contains(last) && seen.trail.contains { $0.sequence == last.sequence }
      return isOther
        ? .forked(seen: marks.seen, found: marks.found)
        : .older(seen: marks.seen, found: marks.found)
    }
    var point = nv_point()
    let result = unsafe nv_log_find(log, seen.point.sequence, &point)
    if result == NV_MISSING.int32 {
      let isOther = header.sealed.trail.contains { $0.sequence == seen.point.sequence }
      return isOther ? .forked(seen: marks.seen, found: marks.found) : .newer
    }
    try unsafe check(result, place)
    return SealedPart.Point(point) == seen.point
      ? .asSeen : .forked(seen: marks.seen, found: marks.found)
  }

  /// Says that this vault holds all that another copy of it holds: a computer that saw that copy last
  /// finds that this one goes on from it. Kept with the next clean close.
  package func goOn(from other: SealedFile) {
    var trail = header.sealed.trail
    if trail.isEmpty { trail = [lastPoint] }
    let points = (other.header.sealed.trail + [other.lastPoint]).suffix(SeenNote.longestTrail)
    let new = points.filter { $0.sequence > 0 && !trail.contains($0) }
    // The newest of this vault stays last: what is added behind it is compared with that one.
    trail.insert(contentsOf: new, at: trail.count - 1)
    header.sealed.trail = trail.suffix(SealedPart.longestTrail)
  }

  /// The last commit that changed something. The first one behind a base only copies it, as in a
  /// compaction or a backup: two of them are no fork.
  private var lastPoint: SealedPart.Point {
    guard let log = unsafe log else { return header.sealed.base }
    let last = SealedPart.Point(unsafe nv_log_last(log))
    let base = header.sealed.base
    return base.sequence > 0 && last.sequence == base.sequence + 1 ? base : last
  }

  /// Notes the file's last commit in `folder`, which must exist.
  package func remember(inNotes folder: String) throws(SealError) {
    guard !isUnfinished else { return }
    let last = lastPoint
    if try readNote(in: folder)?.point == last { return }
    var plain = [UInt8](repeating: 0, count: SeenNote.plainSize)
    plain.put(last.sequence, at: 0)
    plain.put(last.tag, at: 8)
    plain.put(facts.lastCommit, at: 24)
    let trail = header.sealed.trail.filter { $0.sequence < last.sequence }
    plain.put(trail.suffix(SeenNote.longestTrail), at: 32)
    let sealer = try Sealer(key: try localStateKey())
    let shut = try sealer.shut(plain, data: SeenNote.magic + vaultID)
    let bytes = SeenNote.magic + shut.nonce + shut.cipher + shut.tag

    let path = notePath(in: folder)
    let note: Place
    do throws(SealError) {
      note = try Place.open(path, writing: true, timeout: .seconds(1), through: calls)
    } catch .missing {
      note = try Place.create(path, through: calls)
    }
    try unsafe check(nv_place_cut(note.pointer, UInt64(bytes.count)), note.pointer)
    try unsafe write(bytes, note.pointer, at: 0)
    try unsafe check(nv_place_datasync(note.pointer), note.pointer)
  }

  private func readNote(in folder: String) throws(SealError) -> SeenNote? {
    let bytes: [UInt8]
    do throws(SealError) {
      let note = try Place.glance(at: notePath(in: folder), through: calls)
      bytes = try unsafe read(note.pointer, at: 0, count: SeenNote.size + 1)
    } catch .missing {
      return nil
    }
    return try SeenNote(
      reading: bytes, sealer: try Sealer(key: try localStateKey()), vaultID: vaultID)
  }

  /// The key of the note, and of nothing else.
  package func localStateKey() throws(SealError) -> Secret {
    try derive(.localState, from: master, salt: vaultID)
  }

  private func notePath(in folder: String) -> String { folder + "/" + vaultID.hex }
}

/// What a note says.
private struct SeenNote {
  let point: SealedPart.Point
  let time: Int64
  let trail: [SealedPart.Point]

  static let magic = Array("nvseen 2".utf8)
  private static let magic1 = Array("nvseen 1".utf8)
  static let longestTrail = 32
  static let plainSize = 32 + longestTrail * SealedPart.Point.size
  static let size = 36 + plainSize

  /// Nil when it is no note, or not one that this vault's key wrote.
  init?(reading bytes: [UInt8], sealer: borrowing Sealer, vaultID: [UInt8]) throws(SealError) {
    let magic = Array(bytes.prefix(8))
    guard
      (magic == Self.magic && bytes.count == Self.size)
        || (magic == Self.magic1 && bytes.count == 60)
    else { return nil }
    let plain = try sealer.open(
      Sealer.Sealed(
        nonce: bytes.bytes(at: 8, count: 12), cipher: bytes.bytes(at: 20, count: bytes.count - 36),
        tag: bytes.bytes(at: bytes.count - 16, count: 16)),
      data: magic + vaultID)
    guard let plain else { return nil }
    point = SealedPart.Point(sequence: plain.integer(at: 0), tag: plain.bytes(at: 8, count: 16))
    let isFirst = magic == Self.magic1
    time = isFirst ? 0 : plain.integer(at: 24)
    trail = isFirst ? [] : [SealedPart.Point](reading: plain, at: 32, atMost: Self.longestTrail)
  }
}

extension [UInt8] {
  /// In lower-case hexadecimal.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension SealedFile {
  /// The key that names kept files without giving their content away: HMAC over a file's hash.
  package func attachmentKey() throws(SealError) -> Secret {
    try derive(.attachmentID, from: master, salt: vaultID)
  }
}
