/// From looking to writing without asking for the passphrase a second time.
internal import Console
internal import Records
internal import Sealing
internal import Vault

extension Talk {
  /// Opens a vault that was read and closed once more, to write. In between nothing is locked, so
  /// that another window can go on while a person thinks about a question.
  func openAgain(_ vault: Vault) throws(Problem) -> Vault {
    let path = try location()
    guard let file = vault.file else { throw .noVaultYet }
    let again: SealedFile
    do {
      again = try file.openSibling(at: path, mode: .write, lockTimeout: Self.patience)
    } catch {
      throw SealWording.problem(error, path: path)
    }
    return try self.vault(on: again, at: path, true)
  }

  /// A record that a person adds now.
  func newRecord(_ kind: Kind, _ fields: [String: Value], in vault: Vault) throws -> Record {
    var generator = SystemRandomNumberGenerator()
    return Record(
      id: RecordID(using: &generator), kind: kind, fields: fields,
      provenance: Provenance(origin: .person, who: try who(in: vault), entered: now))
  }
}
