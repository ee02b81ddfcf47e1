/// How the program ends. The numbers are a promise to scripts: they are never renumbered.
package enum Exit: Int32, CaseIterable, Sendable, Hashable {
  case done = 0
  case failed = 1
  case declined = 2
  case noVault = 10
  case vaultInUse = 11
  case wrongPassphrase = 12
  case damaged = 13
  case cannotWrite = 14
  case cannotRead = 15
  case nothingFound = 16
  case partsSkipped = 17
  case needsAnswer = 18
  case usage = 64
  case stopped = 130

  package var code: Int32 { rawValue }

  /// The name in JSON.
  package var name: String {
    switch self {
    case .done: "done"
    case .failed: "failed"
    case .declined: "declined"
    case .noVault: "no-vault"
    case .vaultInUse: "vault-in-use"
    case .wrongPassphrase: "wrong-passphrase"
    case .damaged: "damaged"
    case .cannotWrite: "cannot-write"
    case .cannotRead: "cannot-read"
    case .nothingFound: "nothing-found"
    case .partsSkipped: "parts-skipped"
    case .needsAnswer: "needs-answer"
    case .usage: "usage"
    case .stopped: "stopped"
    }
  }

  /// What `netvault help exit-codes` says.
  package var meaning: String {
    switch self {
    case .done: "done"
    case .failed: "could not, see message"
    case .declined: "answered \"no\", or nothing to do"
    case .noVault: "no vault here"
    case .vaultInUse: "vault in use by another netvault"
    case .wrongPassphrase: "wrong passphrase"
    case .damaged: "damage found"
    case .cannotWrite: "no space, or cannot write there"
    case .cannotRead: "file not readable or not supported"
    case .nothingFound: "nothing found"
    case .partsSkipped: "finished, but some parts were skipped"
    case .needsAnswer: "needs an answer, but --no-input or no terminal"
    case .usage: "did not understand the command"
    case .stopped: "stopped with Ctrl-C"
    }
  }
}
