/// Why the vault file could not be opened, read or written.
///
/// An error names what is wrong, never a passphrase, a key or a record. A wrong passphrase and a
/// damaged file are different errors, because each header copy carries a checksum of its own.
package enum SealError: Error, Equatable, Sendable {
  /// There is no file at that path.
  case missing
  /// A file is already there; nothing was changed.
  case exists
  /// A folder, an empty file, or a file of another kind.
  case notAVault
  /// Made by a newer netvault: the format version found.
  case newerFormat(found: UInt32)
  /// No key slot opens with this passphrase or recovery secret.
  case wrongPassphrase
  /// Bytes are not those that were written.
  case damaged(Damage)
  /// Another process holds the vault, and did not let go in time.
  case inUse
  /// The disk is full, or a quota is reached. The last commit stands.
  case noSpace
  /// Opened for reading only, or the place is read-only.
  case readOnly
  /// The system does not let this user do that.
  case permission
  /// A sync failed, so nothing more may be written: close, and open again.
  case syncFailed
  /// Too many seals under one key. Re-key.
  case keyWornOut
  /// OpenSSL or the random generator refused.
  case engine
  /// Out of memory.
  case memory
  /// The vault was closed before.
  case closed
  /// A database connection is still open on the vault, or a transaction in it.
  case databaseOpen
  /// SQLite did not take a setting that the vault needs: its name.
  case setting(String)
  /// Costs outside of what the format allows.
  case costNotAllowed
  /// A page size other than 4096, 8192 or 16384.
  case pageSizeNotAllowed
  /// A secret that is too short, too long or empty.
  case secretNotAllowed
  /// All eight key slots are taken.
  case noFreeSlot
  /// That slot is empty, or is the last one that opens the vault.
  case slotNotRemovable
  /// The system's reason.
  case io(errno: Int32)

  /// Which part of the file is not as it was written.
  package enum Damage: Equatable, Sendable {
    /// Both header copies.
    case header
    /// The chain of commits, or the page map.
    case log
    /// The file ends before its last clean close.
    case cutShort
    /// A page, when it was read.
    case page
  }
}

extension SealError: CustomStringConvertible {
  /// A line for logs. The wording for people is the console's.
  package var description: String {
    switch self {
    case .missing: "no such file"
    case .exists: "the file exists"
    case .notAVault: "not a vault"
    case .newerFormat(let found): "format version \(found) is newer than this program"
    case .wrongPassphrase: "no key slot opens with that"
    case .damaged(.header): "both header copies are damaged"
    case .damaged(.log): "the log is damaged"
    case .damaged(.cutShort): "the file ends before its last clean close"
    case .damaged(.page): "a page is damaged"
    case .inUse: "in use by another process"
    case .noSpace: "no space left"
    case .readOnly: "read-only"
    case .permission: "permission denied"
    case .syncFailed: "a sync failed; nothing more is written"
    case .keyWornOut: "too many seals under one key"
    case .engine: "the cryptographic library failed"
    case .memory: "out of memory"
    case .closed: "the vault is closed"
    case .databaseOpen: "the database is still open"
    case .setting(let name): "SQLite did not take the setting \(name)"
    case .costNotAllowed: "key derivation costs out of bounds"
    case .pageSizeNotAllowed: "page size must be 4096, 8192 or 16384"
    case .secretNotAllowed: "a secret too short, too long or empty"
    case .noFreeSlot: "all key slots are taken"
    case .slotNotRemovable: "the slot cannot be removed"
    case .io(let errno): "input/output error \(errno)"
    }
  }
}
