/// The vault file's errors and the vault's errors, in words for people.
internal import Console
internal import Reading
internal import Sealing
internal import Vault

enum SealWording {
  static func problem(_ error: SealError, path: String) -> Problem {
    switch error {
    case .missing: .noSuchVault(VaultLocation.name(of: path), close: nil)
    case .exists: .vaultExists(path)
    case .notAVault:
      // What begins like a vault and is too short to be one was cut off.
      StartsLike.kind(path) == .vault
        ? .vaultCutShort(lastBackup: nil) : .notAVault(path, kind: StartsLike.words(path))
    case .newerFormat(let found): .newerVault(made: Int(found), have: 1)
    case .wrongPassphrase: .wrongPassphraseGiven
    case .damaged(.cutShort): .vaultCutShort(lastBackup: LastBackup.day(ofVaultAt: path))
    case .damaged: .vaultAltered(lastBackup: LastBackup.day(ofVaultAt: path))
    case .inUse: .vaultInUse(since: nil, window: nil)
    case .noSpace: FreeSpace.problem(at: path)
    case .readOnly, .permission: .cannotWrite(path, instead: nil)
    case .memory: .noMemory
    case .engine: .cryptography
    case .secretNotAllowed: .passphraseTooLong
    case .syncFailed, .io: .cannotWrite(path, instead: nil)
    case .keyWornOut, .closed, .databaseOpen, .setting, .costNotAllowed, .pageSizeNotAllowed,
      .noFreeSlot, .slotNotRemovable:
      .internalError(report: nil)
    }
  }
}

enum VaultWording {
  static func problem(_ error: VaultError, path: String) -> Problem {
    switch error {
    case .file(let error): SealWording.problem(error, path: path)
    case .damaged: .vaultAltered(lastBackup: LastBackup.day(ofVaultAt: path))
    case .newer: .newerVault(made: 3, have: 2)
    case .unfinished: .vaultUnfinished(path)
    case .nothingToUndo: .nothingToDo
    case .ownerStays: .ownerStays
    case .unknownVersion: .unknownVersion
    case .cannotRead: .noSuchFile("that was to be kept", close: nil)
    case .cannotUndo, .unknownRecord, .alreadyHere, .otherKind, .unknownFile, .otherBytes,
      .refused, .engine:
      .internalError(report: nil)
    }
  }
}
