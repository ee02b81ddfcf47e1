internal import CPageLog

/// The two header copies at the start of a vault file, and which of them counts.
///
/// An update writes the older copy and syncs, so that one whole copy is there at any moment. The
/// valid copy with the higher sequence counts.
struct HeaderCopies {
  /// The copy that counts, and the other one if it is whole.
  let newest: Header.Clear
  let other: Header.Clear?
  /// 0 or 1: where the newest copy is.
  let newestIndex: Int

  /// Reads both copies. The error says what kind of file this is not.
  @unsafe
  init(reading place: OpaquePointer) throws(SealError) {
    let bytes = try unsafe read(place, at: 0, count: 2 * Header.size)
    var found: [(index: Int, clear: Header.Clear)] = []
    var failures: [SealError] = []
    for index in 0..<2 {
      do {
        let copy = Array(bytes.dropFirst(index * Header.size).prefix(Header.size))
        found.append((index, try Header.readClear(copy)))
      } catch {
        failures.append(error)
      }
    }
    found.sort { $0.clear.sequence > $1.clear.sequence }
    guard let first = found.first else { throw Self.worst(of: failures, bytes) }
    newest = first.clear
    newestIndex = first.index
    other = found.dropFirst().first?.clear
  }

  /// Of two failures, the one that tells a person more.
  private static func worst(of failures: [SealError], _ bytes: [UInt8]) -> SealError {
    for case .newerFormat(let found) in failures { return .newerFormat(found: found) }
    if let cost = failures.first(where: { $0 == .costNotAllowed }) { return cost }
    if failures.allSatisfy({ $0 == .notAVault }) { return .notAVault }
    return .damaged(.header)
  }

  /// Must a writer rewrite the other copy: is it broken, or does it hold other slots?
  var needsRepair: Bool {
    other?.slots != newest.slots
  }
}

extension HeaderCopies {
  /// Writes one copy and syncs it.
  @unsafe
  static func write(
    _ header: Header, index: Int, master: borrowing Secret, _ place: OpaquePointer
  ) throws(SealError) {
    let bytes = try header.bytes(master: master)
    try unsafe Sealing.write(bytes, place, at: index * Header.size)
    try unsafe check(nv_place_datasync(place), place)
  }
}

extension HeaderCopies {
  /// Opens the newest copy that authenticates, and says which it is.
  ///
  /// The other copy is taken only when the newest one fails its tag under the key that its own
  /// slot gave: somebody changed it and its checksum.
  func open(master: borrowing Secret) throws(SealError) -> (Header, index: Int) {
    do {
      return (try Header.open(newest, master: master), newestIndex)
    } catch .damaged {
      guard let other, other.vaultID == newest.vaultID else { throw .damaged(.header) }
      return (try Header.open(other, master: master), 1 - newestIndex)
    }
  }
}
