/// A passphrase that is not typed: from a file, a descriptor, or another program.
internal import Console
internal import Glibc
internal import Sealing

extension Talk {
  /// The passphrase of `--passphrase-file`, `--passphrase-fd` or `--passphrase-command`; nil when it
  /// has to be asked. It is never an argument and never in the environment: both can be seen.
  func givenPassphrase() throws(Problem) -> Secret? {
    if let path = options.passphraseFile { return try secret(fromFile: path) }
    if let descriptor = options.passphraseDescriptor {
      return try secret(from: descriptor, "--passphrase-fd \(descriptor)")
    }
    if let line = options.passphraseCommand { return try secret(fromCommand: line) }
    return nil
  }

  /// The new passphrase of `--new-passphrase-file`.
  func secret(fromFile path: String) throws(Problem) -> Secret {
    if let descriptor = Self.descriptor(path) { return try secret(from: descriptor, path) }
    let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .passphraseFile(path, reason: "it cannot be opened") }
    defer { close(file) }
    return try secret(from: file, path)
  }

  /// The first line that a program writes, such as that of a password manager.
  private func secret(fromCommand line: String) throws(Problem) -> Secret {
    guard let words = CommandWords.split(line), let name = words.first else {
      throw .flagValue("passphrase-command", example: "\"pass show netvault\"")
    }
    var secret: Secret?
    do throws(SecretCommand.Trouble) {
      unsafe try SecretCommand.run(words) { line in
        secret = unsafe Secret(copying: line.bindMemory(to: UInt8.self).span)
      }
    } catch {
      throw .passphraseCommand(name, reason: Self.words(error))
    }
    guard let secret = consume secret, secret.count > 0 else {
      throw .passphraseCommand(name, reason: Self.words(.nothing))
    }
    return secret
  }

  private static func words(_ trouble: SecretCommand.Trouble) -> String {
    switch trouble {
    case .notStarted(ENOENT): "There is no program of that name."
    case .notStarted: "It could not be started."
    case .ended(let code?): "It ended with the number \(code)."
    case .ended(nil): "It was stopped before it ended."
    case .nothing: "It wrote nothing, or a line that is too long."
    }
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
}
