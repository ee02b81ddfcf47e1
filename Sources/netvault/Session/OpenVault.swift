/// Opening a vault: is it there, is it one, and does the passphrase fit?
internal import Console
internal import Glibc
internal import Sealing
internal import Vault

extension Talk {
  /// How long to wait for another netvault that is using the vault.
  static let patience = Duration.seconds(5)
  private static let tries = 3

  /// Opens the vault that the options mean. Asks for the passphrase, at most three times.
  func open(_ mode: SealedFile.Mode) throws(Problem) -> Vault {
    try open(mode, at: try location(), comparing: true)
  }

  /// Opens the vault or the backup at `path`. With `comparing`, it is held against what this
  /// computer saw of the vault last. A vault that was unlocked opens by the kernel's key ring;
  /// without `unlocked` it is asked for its passphrase all the same.
  func open(
    _ mode: SealedFile.Mode, at path: String, comparing: Bool, unlocked: Bool = true
  ) throws(Problem) -> Vault {
    let glance: SealedFile.Glance
    do {
      glance = try SealedFile.looksLikeVault(at: path)
    } catch {
      throw SealWording.problem(error, path: path)
    }
    let ring = Unlocking(talk: self)
    if unlocked,
      let file = try ring.file(
        at: path, isCopy: !comparing, mode, patience: Self.patience)
    {
      return try vault(on: file, at: path, comparing)
    }
    let hasSheet = glance.recoveries > 0
    if let passphrase = try givenPassphrase() {
      do {
        return try open(path, passphrase, mode, comparing)
      } catch let problem where hasSheet && problem == .wrongPassphraseGiven {
        throw .wrongPassphraseGivenHasSheet
      }
    }
    if unlocked, let vault = try practice(at: path, mode) { return vault }
    if unlocked, terminal.settings.canAsk { ring.sayOnceWhyNot(glance) }
    for left in (0..<Self.tries).reversed() {
      let secret = try ask("Passphrase for \(VaultLocation.name(of: path))")
      do {
        return try open(path, secret, mode, comparing)
      } catch let problem where problem == .wrongPassphraseGiven {
        let wrong = Problem.wrongPassphrase(owner: nil, triesLeft: left, hasSheet: hasSheet)
        if left == 0 { throw wrong }
        terminal.report(wrong)
      }
    }
    throw .wrongPassphrase(owner: nil, triesLeft: 0, hasSheet: hasSheet)
  }

  /// The practice vault opens by itself, as long as nobody chose another passphrase in it.
  private func practice(at path: String, _ mode: SealedFile.Mode) throws(Problem) -> Vault? {
    guard PracticePlace.isHere(path, environment) else { return nil }
    do {
      return try open(path, PracticePlace.secret, mode, true)
    } catch let problem where problem == .wrongPassphraseGiven {
      return nil
    }
  }

  /// Opens the vault for a change of its keys: always with a passphrase, however it stands, so that
  /// nobody who finds an unlocked computer can make a key of their own.
  func openForKeys(_ mode: SealedFile.Mode = .write) throws(Problem) -> Vault {
    try open(mode, at: try location(), comparing: true, unlocked: false)
  }

  func location() throws(Problem) -> String {
    try VaultLocation(given: options.vault, environment, configured: config.vault).path
  }

  /// False for a vault on a medium that cannot be written to. It can still be read.
  func canWrite() throws(Problem) -> Bool {
    let path = try location()
    return unsafe access(path, W_OK) == 0 || (errno != EROFS && errno != EACCES)
  }

  private func open(
    _ path: String, _ passphrase: borrowing Secret, _ mode: SealedFile.Mode, _ comparing: Bool
  ) throws(Problem) -> Vault {
    let file: SealedFile
    do {
      file = try SealedFile.open(
        at: path, passphrase: passphrase, mode: mode, lockTimeout: Self.patience)
    } catch {
      throw SealWording.problem(error, path: path)
    }
    return try vault(on: file, at: path, comparing)
  }

  /// Opens a vault with the words of its recovery sheet. Nil when they are another vault's.
  func open(recovery words: borrowing RecoveryWords, at path: String) throws(Problem) -> Vault? {
    let file: SealedFile
    do throws(SealError) {
      file = try SealedFile.open(at: path, recovery: words.secret, lockTimeout: Self.patience)
    } catch .wrongPassphrase {
      return nil
    } catch {
      throw SealWording.problem(error, path: path)
    }
    return try vault(on: file, at: path, true)
  }

  /// The vault on a file that was unsealed.
  func vault(
    on file: SealedFile, at path: String, _ comparing: Bool
  ) throws(Problem) -> Vault {
    let vault: Vault
    do {
      vault = try Vault.open(file)
    } catch {
      throw VaultWording.problem(error, path: path)
    }
    // Not before: what was left unfinished is cut off first, and is no state to remember.
    if comparing {
      try SeenVault(talk: self).compare(file)
      KnownVault.noteOpened(file.vaultID, environment)
      if file.mode == .write { KeepingReminders(self, file, at: path)?.follow(vault) }
    }
    return vault
  }

  /// Asks for a passphrase without showing it.
  func ask(_ question: String) throws(Problem) -> Secret {
    try unsafe Prompt(terminal).passphrase(question) { bytes in
      unsafe Secret(copying: bytes.bindMemory(to: UInt8.self).span)
    }
  }
}
