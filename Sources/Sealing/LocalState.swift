internal import CPageLog

/// The last commit of a vault that this computer has seen.
///
/// From the file alone nobody can tell an older copy of the whole file. This note can: one small
/// file a vault, named by the vault's id, sealed under a key of the vault's own. Losing the note
/// loses nothing else.
///
///     0  "nvseen 1"
///     8  nonce 12
///    20  sequence u64 | tag 16, sealed; additional data: bytes 0 to 7, and the vault id
///    44  tag 16
extension SealedFile {
  /// How the open file compares with what this computer saw last.
  package enum Standing: Equatable, Sendable {
    /// Never seen here, or the note is gone or not readable.
    case unknown
    /// The commit that was seen last is the file's last, or one before it.
    case asSeen
    /// Newer than seen, but compacted since: whether it continues what was seen is not known.
    case newer
    /// An older copy: it ends before the commit that was seen.
    case older(seen: UInt64, found: UInt64)
    /// Another commit stands where the one that was seen should be: a copy that went its own way.
    case forked(at: UInt64)
  }

  private static let seenMagic = Array("nvseen 1".utf8)
  private static let seenSize = 60

  /// Compares the file with the note in `folder`.
  package func standing(notesIn folder: String) throws(SealError) -> Standing {
    let (log, place) = try unsafe opened()
    guard let seen = try readNote(in: folder) else { return .unknown }
    let found = unsafe nv_log_last(log).sequence
    guard seen.sequence <= found else {
      return .older(seen: seen.sequence, found: found)
    }
    var point = nv_point()
    let result = unsafe nv_log_find(log, seen.sequence, &point)
    if result == NV_MISSING.int32 { return .newer }
    try unsafe check(result, place)
    return SealedPart.Point(point) == seen ? .asSeen : .forked(at: seen.sequence)
  }

  /// Notes the file's last commit in `folder`, which must exist.
  package func remember(inNotes folder: String) throws(SealError) {
    let (log, _) = try unsafe opened()
    let point = SealedPart.Point(unsafe nv_log_last(log))
    var plain = [UInt8](repeating: 0, count: 24)
    plain.put(point.sequence, at: 0)
    plain.put(point.tag, at: 8)
    let key = try derive(.localState, from: master, salt: vaultID)
    let sealer = try Sealer(key: key)
    let shut = try sealer.shut(plain, data: Self.seenMagic + vaultID)
    let bytes = Self.seenMagic + shut.nonce + shut.cipher + shut.tag

    let path = notePath(in: folder)
    let note: Place
    do throws(SealError) {
      note = try Place.open(path, writing: true, timeout: .seconds(1), through: calls)
    } catch .missing {
      note = try Place.create(path, through: calls)
    }
    try unsafe write(bytes, note.pointer, at: 0)
    try unsafe check(nv_place_datasync(note.pointer), note.pointer)
  }

  private func readNote(in folder: String) throws(SealError) -> SealedPart.Point? {
    let bytes: [UInt8]
    do throws(SealError) {
      let note = try Place.glance(at: notePath(in: folder), through: calls)
      bytes = try unsafe read(note.pointer, at: 0, count: Self.seenSize + 1)
    } catch .missing {
      return nil
    }
    guard bytes.count == Self.seenSize, bytes.starts(with: Self.seenMagic) else { return nil }
    let key = try derive(.localState, from: master, salt: vaultID)
    let sealer = try Sealer(key: key)
    let plain = try sealer.open(
      Sealer.Sealed(
        nonce: bytes.bytes(at: 8, count: 12), cipher: bytes.bytes(at: 20, count: 24),
        tag: bytes.bytes(at: 44, count: 16)),
      data: Self.seenMagic + vaultID)
    guard let plain else { return nil }
    return SealedPart.Point(
      sequence: plain.integer(at: 0), tag: plain.bytes(at: 8, count: 16))
  }

  private func notePath(in folder: String) -> String {
    let digits = Array("0123456789abcdef")
    return folder + "/" + vaultID.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}

extension SealedFile {
  /// The key that names kept files without giving their content away: HMAC over a file's hash.
  package func attachmentKey() throws(SealError) -> Secret {
    try derive(.attachmentID, from: master, salt: vaultID)
  }
}
