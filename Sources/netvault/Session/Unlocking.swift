/// A vault that stays unlocked for a while, in the kernel's key ring.
internal import Console
internal import Glibc
internal import Sealing

struct Unlocking {
  /// How long, when nobody says.
  static let usual = 15 * 60
  /// The longest: half a day. Longer than that, nobody remembers that it is open.
  static let longest = 12 * 3600

  let talk: Talk
  private let ring = KeyRing.kernel

  init(talk: Talk) { self.talk = talk }

  /// The file, opened by the key ring; nil when the vault is not unlocked.
  func file(
    at path: String, isCopy: Bool, _ mode: SealedFile.Mode, patience: Duration
  ) throws(Problem) -> SealedFile? {
    do {
      return try SealedFile.open(
        at: path, unlockedIn: ring, isCopy: isCopy, mode: mode, lockTimeout: patience)
    } catch {
      throw SealWording.problem(error, path: path)
    }
  }

  /// Where the kernel keeps no keys, says so: once on this computer, and never again.
  func sayOnceWhyNot(_ glance: SealedFile.Glance) {
    do throws(KeyRing.Refusal) {
      _ = try ring.holds(glance.vaultID)
    } catch .notAllowed {
      let folder = StateFolder(talk.environment)
      folder.make()
      // The empty file says that it was said.
      let file = unsafe Glibc.open(
        folder.path + "/no-key-ring", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard file >= 0 else { return }
      close(file)
      talk.terminal.explain("netvault asks for the passphrase each time on this computer:")
      talk.terminal.explain("its kernel refuses the key ring, as is usual in a container.")
    } catch {}
  }

  /// Keeps an open vault unlocked.
  func keep(_ file: SealedFile, seconds: Int) throws(Problem) {
    do throws(KeyRing.Refusal) {
      try file.keepUnlocked(in: ring, seconds: UInt32(seconds))
    } catch .full {
      throw .keyRingFull
    } catch {
      throw .keyRingRefused
    }
  }

  /// Forgets the key of one vault. False when there was none.
  func forget(_ vaultID: [UInt8]) throws(Problem) -> Bool {
    try forgetting { () throws(KeyRing.Refusal) in try ring.forget(vaultID) ? 1 : 0 } > 0
  }

  /// Forgets every key, also of vaults whose file is not here now. Says how many there were.
  func forgetAll() throws(Problem) -> Int {
    try forgetting { () throws(KeyRing.Refusal) in try ring.forgetAll() }
  }

  private func forgetting(_ body: () throws(KeyRing.Refusal) -> Int) throws(Problem) -> Int {
    do throws(KeyRing.Refusal) {
      return try body()
    } catch .notAllowed {
      // Where nothing can be kept, nothing is.
      return 0
    } catch {
      throw .stillUnlocked
    }
  }
}
