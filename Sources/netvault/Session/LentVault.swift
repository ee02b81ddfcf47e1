/// A vault that is only open for moments: while a person thinks about an answer, nothing is locked, and
/// another window can go on.
internal import Console
internal import Sealing
internal import Vault

final class LentVault {
  private let talk: Talk
  /// The file as it was opened first. It still knows the key when it is closed.
  private let key: SealedFile?

  /// Takes a vault that was opened for reading. Whoever opened it closes it.
  init(_ vault: Vault, _ talk: Talk) {
    self.talk = talk
    key = vault.file
  }

  /// Opens it for a look. Nil where that cannot be done now: who only wants a suggestion goes on
  /// without one.
  func look<Result>(_ body: (Vault) throws -> Result) -> Result? {
    guard let vault = try? open(.read, patience: .milliseconds(100)) else { return nil }
    defer { try? vault.close() }
    return try? body(vault)
  }

  /// Opens it to write, waiting for other windows.
  func write<Result>(
    patience: Duration = .seconds(5), _ body: (Vault) throws -> Result
  ) throws -> Result {
    let vault = try open(.write, patience: patience)
    do {
      let result = try body(vault)
      try vault.close()
      return result
    } catch {
      try? vault.close()
      throw error
    }
  }

  private func open(_ mode: SealedFile.Mode, patience: Duration) throws -> Vault {
    guard let key else { throw Problem.internalError(report: nil) }
    let path = try talk.location()
    let file: SealedFile
    do {
      file = try key.openSibling(at: path, mode: mode, lockTimeout: patience)
    } catch SealError.wrongPassphrase {
      // Another window gave the vault a new key meanwhile.
      return try talk.open(mode)
    } catch {
      throw SealWording.problem(error, path: path)
    }
    return try talk.vault(on: file, at: path, mode == .write)
  }
}
