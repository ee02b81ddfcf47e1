internal import CPageLog
internal import Glibc

/// Where a master key is kept while a vault is unlocked: the kernel's key ring, which forgets it by
/// itself.
///
/// While it is there, every program of the same user can read it. It is in no file and in no
/// variable.
package struct KeyRing: Sendable {
  /// Why a key cannot be kept or read.
  package enum Refusal: Error, Equatable, Sendable {
    /// The kernel does not let this program use key rings, as in many containers.
    case notAllowed
    /// The user has as many keys as the kernel lets them have.
    case full
    /// The system's reason.
    case other(errno: Int32)
  }

  private let keeper: any KeyKeeper

  package init(_ keeper: any KeyKeeper) { self.keeper = keeper }

  /// The kernel's own.
  package static let kernel = KeyRing(KernelKeys())

  private static let start = "netvault:"

  private static func name(_ vaultID: [UInt8]) -> String {
    start + vaultID.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// Keeps a key for a vault, in place of the one that is there.
  func keep(
    _ key: borrowing Secret, of vaultID: [UInt8], seconds: UInt32
  ) throws(Refusal) {
    let result = keeper.put(Self.name(vaultID), key, seconds: seconds)
    if result != 0 { throw Refusal(result) }
  }

  /// The key of a vault, or nil when there is none any more.
  func key(of vaultID: [UInt8]) throws(Refusal) -> Secret? {
    let key = Secret(count: Int(NV_KEY_SIZE))
    let result = keeper.get(Self.name(vaultID), into: key)
    if result == ENOKEY { return nil }
    if result != 0 { throw Refusal(result) }
    return key
  }

  /// Forgets the key of a vault. False when there was none.
  @discardableResult
  package func forget(_ vaultID: [UInt8]) throws(Refusal) -> Bool {
    let result = keeper.remove(Self.name(vaultID))
    if result == ENOKEY { return false }
    if result != 0 { throw Refusal(result) }
    return true
  }

  /// Forgets the keys of all vaults, also of those whose file is not here. Says how many.
  package func forgetAll() throws(Refusal) -> Int {
    let (result, count) = keeper.removeAll(Self.start)
    if result != 0, result != ENOKEY { throw Refusal(result) }
    return count
  }

  /// Whether a vault has a key here now.
  package func holds(_ vaultID: [UInt8]) throws(Refusal) -> Bool {
    try key(of: vaultID) != nil
  }
}

/// What keeps keys by name. Each function gives 0, or an error number; `ENOKEY` means that there is
/// no such key.
package protocol KeyKeeper: Sendable {
  func put(_ name: String, _ key: borrowing Secret, seconds: UInt32) -> Int32
  /// Fills `key`, which has the size of the key that is expected.
  func get(_ name: String, into key: borrowing Secret) -> Int32
  func remove(_ name: String) -> Int32
  /// Removes every key whose name begins so.
  func removeAll(_ start: String) -> (errno: Int32, count: Int)
}

private struct KernelKeys: KeyKeeper {
  func put(_ name: String, _ key: borrowing Secret, seconds: UInt32) -> Int32 {
    unsafe key.withBytes { bytes, count in unsafe nv_keyring_put(name, bytes, count, seconds) }
  }

  func get(_ name: String, into key: borrowing Secret) -> Int32 {
    unsafe key.withMutableBytes { bytes, count in unsafe nv_keyring_get(name, bytes, count) }
  }

  func remove(_ name: String) -> Int32 { unsafe nv_keyring_remove(name) }

  func removeAll(_ start: String) -> (errno: Int32, count: Int) {
    var count: Int32 = 0
    let result = unsafe nv_keyring_remove_all(start, &count)
    return (result, Int(count))
  }
}

extension KeyRing.Refusal {
  init(_ number: Int32) {
    self =
      switch number {
      case EPERM, EACCES, ENOSYS, EOPNOTSUPP: .notAllowed
      case EDQUOT, ENOMEM: .full
      default: .other(errno: number)
      }
  }
}

extension SealedFile {
  /// Keeps this vault unlocked for so many seconds.
  package func keepUnlocked(in ring: KeyRing, seconds: UInt32) throws(KeyRing.Refusal) {
    try ring.keep(master, of: vaultID, seconds: seconds)
  }

  /// Opens a vault that was kept unlocked; nil when it was not, or is no longer.
  ///
  /// A key that does not fit, because the vault was re-keyed since, is removed from the ring. Not so
  /// for a copy (`isCopy`): one from before the re-keying has the vault's id and another key.
  package static func open(
    at path: String, unlockedIn ring: KeyRing, isCopy: Bool = false, mode: Mode = .write,
    lockTimeout: Duration = .seconds(5), through calls: FileCalls = .real
  ) throws(SealError) -> SealedFile? {
    let vaultID = try looksLikeVault(at: path, through: calls).vaultID
    guard let key = try? ring.key(of: vaultID) else { return nil }
    do throws(SealError) {
      return try open(
        at: path, master: key, mode: mode, lockTimeout: lockTimeout, through: calls)
    } catch .wrongPassphrase {
      if !isCopy { _ = try? ring.forget(vaultID) }
      return nil
    }
  }
}
