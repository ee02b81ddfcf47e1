/// Another copy of the vault: is it there, is it one, and does it open?
internal import Console
internal import Glibc
internal import Reading
internal import Sealing
internal import Vault

struct OtherCopy {
  let path: String
  private let talk: Talk
  private let ownPath: String
  private let passphraseFile: String?

  private static let patience = Duration.seconds(5)
  private static let tries = 3

  var name: String { VaultLocation.name(of: path) }

  /// Looks at both files before anybody is asked for a passphrase. The vault's id can be read
  /// without one.
  init(_ word: String, passphraseFile: String?, _ talk: Talk) throws(Problem) {
    self.talk = talk
    self.passphraseFile = passphraseFile
    ownPath = try talk.location()
    path = VaultLocation.path(ofFileOrName: word, talk.environment)
    let own: SealedFile.Glance
    do {
      own = try SealedFile.looksLikeVault(at: ownPath)
    } catch {
      throw SealWording.problem(error, path: ownPath)
    }
    let glance: SealedFile.Glance
    do {
      glance = try SealedFile.looksLikeVault(at: path)
    } catch .missing where path != word {
      throw .noSuchCopy(word, lookedAt: path)
    } catch {
      throw problem(error)
    }
    if Self.isSameFile(path, ownPath) { throw .sameVault(path) }
    guard glance.vaultID == own.vaultID else { throw .otherVault(path) }
  }

  /// Opens this computer's copy, then the other one, to read it.
  ///
  /// When this copy went another way than the one that was seen here last, and the other copy is
  /// that one, joining the two is the answer: nothing more is asked.
  func open(_ mode: SealedFile.Mode) throws(Problem) -> (vault: Vault, other: Vault) {
    let vault = try talk.open(mode, at: ownPath, comparing: false)
    let other = try open(beside: vault)
    if let file = vault.file, let otherFile = other.file {
      try SeenVault(talk: talk).compare(file, joining: otherFile)
    }
    return (vault, other)
  }

  /// With the vault's own key; where the copy has another one, with a passphrase.
  private func open(beside vault: Vault) throws(Problem) -> Vault {
    if let file = vault.file {
      do {
        return try opened(try file.openSibling(at: path, mode: .read, lockTimeout: Self.patience))
      } catch .wrongPassphrase {
        // It was made before the key was changed, or after.
      } catch {
        throw problem(error)
      }
    }
    var given = talk.options
    given.passphraseFile = passphraseFile ?? given.passphraseFile
    given.passphraseDescriptor = nil
    given.passphraseCommand = nil
    if given.passphraseFile != nil, let secret = try Talk(given).givenPassphrase() {
      do {
        return try open(secret)
      } catch let problem where problem.exit == .wrongPassphrase {
        guard talk.terminal.settings.canAsk, passphraseFile == nil else { throw problem }
      }
    }
    return try ask()
  }

  private func ask() throws(Problem) -> Vault {
    guard talk.terminal.settings.canAsk else { throw .copyPassphraseNeeded(path) }
    talk.terminal.explain("The other copy has another key than this one.")
    for left in (0..<Self.tries).reversed() {
      let secret = try talk.ask("Passphrase for the other copy, \(name)")
      do {
        return try open(secret)
      } catch let problem where problem.exit == .wrongPassphrase && left > 0 {
        talk.terminal.report(.wrongPassphrase(owner: nil, triesLeft: left))
      }
    }
    throw .copyPassphrase(path)
  }

  private func open(_ passphrase: borrowing Secret) throws(Problem) -> Vault {
    do {
      return try opened(
        try SealedFile.open(
          at: path, passphrase: passphrase, mode: .read, lockTimeout: Self.patience))
    } catch {
      throw problem(error)
    }
  }

  private func opened(_ file: SealedFile) throws(SealError) -> Vault {
    do {
      return try Vault.open(file)
    } catch .file(let error) {
      throw error
    } catch {
      throw .damaged(.page)
    }
  }

  /// By the file itself: one file may have several names.
  private static func isSameFile(_ left: String, _ right: String) -> Bool {
    var (one, two) = (stat(), stat())
    guard unsafe stat(left, &one) == 0, unsafe stat(right, &two) == 0 else { return false }
    return one.st_dev == two.st_dev && one.st_ino == two.st_ino
  }
}

extension OtherCopy {
  /// What went wrong with the other copy, in words that name it.
  private func problem(_ error: SealError) -> Problem {
    switch error {
    case .missing: .noSuchFile(path, close: nil)
    case .permission: .fileNotAllowed(path)
    case .notAVault where StartsLike.kind(path) != .vault:
      .notACopy(path, kind: StartsLike.words(path))
    case .notAVault, .damaged: .copyDamaged(path)
    case .inUse: .copyInUse(path)
    case .wrongPassphrase: .copyPassphrase(path)
    default: SealWording.problem(error, path: path)
    }
  }

  /// Runs `body`, and tells the two copies apart in what went wrong.
  func explaining<Result>(_ body: () throws(MergeError) -> Result) throws -> Result {
    do {
      return try body()
    } catch .here(let error) {
      throw error
    } catch .there(.file(let error)) {
      throw problem(error)
    } catch .there {
      throw Problem.copyDamaged(path)
    }
  }
}
