/// Opening a vault: is it there, is it one, and does the passphrase fit?
internal import Console
internal import Glibc
internal import Sealing
internal import Vault

extension Talk {
  /// How long to wait for another netvault that is using the vault.
  private static let patience = Duration.seconds(5)
  private static let tries = 3

  /// Opens the vault that the options mean. Asks for the passphrase, at most three times.
  func open(_ mode: SealedFile.Mode) throws(Problem) -> Vault {
    try open(mode, at: try location(), comparing: true)
  }

  /// Opens the vault or the backup at `path`. With `comparing`, it is held against what this
  /// computer saw of the vault last.
  func open(
    _ mode: SealedFile.Mode, at path: String, comparing: Bool
  ) throws(Problem) -> Vault {
    do {
      try SealedFile.looksLikeVault(at: path)
    } catch {
      throw SealWording.problem(error, path: path)
    }
    if let passphrase = try givenPassphrase() {
      return try open(path, passphrase, mode, comparing)
    }
    for left in (0..<Self.tries).reversed() {
      let secret = try ask("Passphrase for \(VaultLocation.name(of: path))")
      do {
        return try open(path, secret, mode, comparing)
      } catch let problem where problem.exit == .wrongPassphrase {
        if left == 0 { throw .wrongPassphrase(owner: nil, triesLeft: 0) }
        terminal.report(.wrongPassphrase(owner: nil, triesLeft: left))
      }
    }
    throw .wrongPassphrase(owner: nil, triesLeft: 0)
  }

  func location() throws(Problem) -> String {
    try VaultLocation(given: options.vault, environment).path
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
    if comparing { try SeenVault(talk: self).compare(file) }
    do {
      return try Vault.open(file)
    } catch {
      throw VaultWording.problem(error, path: path)
    }
  }

  /// The passphrase of `--passphrase-file` or `--passphrase-fd`; nil when it has to be asked.
  func givenPassphrase() throws(Problem) -> Secret? {
    if let path = options.passphraseFile {
      if let descriptor = Self.descriptor(path) { return try secret(from: descriptor, path) }
      let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw .passphraseFile(path, reason: "it cannot be opened") }
      defer { close(file) }
      return try secret(from: file, path)
    }
    if let descriptor = options.passphraseDescriptor {
      return try secret(from: descriptor, "--passphrase-fd \(descriptor)")
    }
    return nil
  }

  /// The number in `/dev/fd/63` or `/dev/stdin`, as shells write `<(...)`. A process that cannot be
  /// dumped may not open these names; the descriptor itself it may read.
  private static func descriptor(_ path: String) -> Int32? {
    if path == "/dev/stdin" { return STDIN_FILENO }
    for start in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(start) {
      return Int32(path.dropFirst(start.count))
    }
    return nil
  }

  private func secret(from file: Int32, _ name: String) throws(Problem) -> Secret {
    var secret: Secret?
    let isRead = unsafe SecretLine.read(from: file) { line in
      let bytes = unsafe line.bindMemory(to: UInt8.self).span
      // Editors of Windows begin a text with a byte order mark.
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let hasMark = bytes.count >= 3 && mark.indices.allSatisfy { bytes[$0] == mark[$0] }
      secret = Secret(copying: hasMark ? bytes.extracting(droppingFirst: 3) : bytes)
    }
    guard isRead, let secret = consume secret else {
      throw .passphraseFile(name, reason: "it is empty or too long")
    }
    return secret
  }

  /// Asks for a passphrase without showing it.
  func ask(_ question: String) throws(Problem) -> Secret {
    try unsafe Prompt(terminal).passphrase(question) { bytes in
      unsafe Secret(copying: bytes.bindMemory(to: UInt8.self).span)
    }
  }
}
