internal import CPageLog

extension SealedFile {
  /// What anybody can read of a vault, without a passphrase.
  package struct Glance: Equatable, Sendable {
    package let vaultID: [UInt8]
    package let pageSize: UInt32
    /// How many slots open with a passphrase.
    package let passphrases: Int
    /// How many slots open with a recovery secret.
    package let recoveries: Int
    /// The most memory that trying one passphrase slot takes, in bytes.
    package let derivationMemory: UInt64
    /// What it takes to try the passphrase slot that takes least. Nil without a passphrase slot.
    package let leastCost: KDFCost?
    /// False when one of the two header copies is damaged or behind. The next writer puts it right.
    package let isHeaderWhole: Bool
  }

  /// Fails unless there is a vault at `path` that this program can open.
  ///
  /// To be asked before a person is asked for a passphrase: whether the file is missing, is of
  /// another kind, is damaged at the start, or was made by a newer program. Takes no lock.
  @discardableResult
  package static func looksLikeVault(
    at path: String, through calls: FileCalls = .real
  ) throws(SealError) -> Glance {
    let place = try Place.glance(at: path, through: calls)
    let copies = try unsafe HeaderCopies(reading: place.pointer)
    let clear = copies.newest
    return Glance(
      vaultID: clear.vaultID, pageSize: clear.pageSize,
      passphrases: clear.slots.count { $0.kind == .passphrase },
      recoveries: clear.slots.count { $0.kind == .recovery },
      derivationMemory: clear.slots.compactMap { $0.cost?.memory }.max() ?? 0,
      leastCost: clear.slots.compactMap(\.cost).min { $0.logN < $1.logN },
      isHeaderWhole: !copies.needsRepair)
  }
}
