// What is said about joining another copy of the vault.

extension Problem {
  /// A file that is no vault. `kind` is what its first bytes look like.
  package static func notACopy(_ path: String, kind: String?) -> Problem {
    let like = kind.map { " It starts like \($0)." } ?? ""
    return Problem(
      "\(path) is not a netvault file.\(like)", name: "not-a-copy", safe: "Nothing was changed.",
      next: "Name another copy of this vault. A hospital's file comes in with:  netvault import",
      exit: .cannotRead)
  }

  /// Two vaults that were never one.
  package static func otherVault(_ path: String) -> Problem {
    Problem(
      "\(path) is another vault, and no copy of this one.", name: "other-vault",
      safe: "Nothing was changed.", why: "Only two copies of one vault can be joined.",
      next: "To see what is in it:  netvault list --vault \(path)", exit: .failed)
  }

  package static func sameVault(_ path: String) -> Problem {
    Problem(
      "\(path) is this vault itself.", name: "same-vault", safe: "Nothing was changed.",
      next: "Name the other copy, such as one on a USB stick.", exit: .declined)
  }

  package static func copyDamaged(_ path: String) -> Problem {
    Problem(
      "The other copy, \(path), cannot be read whole.", name: "copy-damaged",
      safe: "Nothing was changed in either copy. Do not delete that file.",
      why: "It was cut short, or changed by something other than netvault.",
      next: "See what is damaged:  netvault verify --vault \(path)", exit: .damaged)
  }

  package static func copyInUse(_ path: String) -> Problem {
    Problem(
      "Another netvault is using the other copy, \(path).", name: "copy-in-use",
      safe: "Nothing was changed.", next: "Finish or close it there, then run this again.",
      exit: .vaultInUse)
  }

  /// The other copy has a passphrase of its own, and what was given is not it.
  package static func copyPassphrase(_ path: String) -> Problem {
    Problem(
      "That passphrase does not open the other copy, \(path).", name: "copy-passphrase",
      safe: "Nothing was changed.", why: "It may still have an older passphrase.",
      next: "Give the one it has:  --other-passphrase-file FILE", exit: .wrongPassphrase)
  }

  package static func copyPassphraseNeeded(_ path: String) -> Problem {
    Problem(
      "The other copy, \(path), needs a passphrase of its own.", name: "passphrase-needed",
      safe: "Nothing was changed.", why: "Nobody can be asked for it here.",
      next: "Give it with:  --other-passphrase-file FILE", exit: .needsAnswer)
  }

  /// Records that both copies changed, and nobody to ask about them.
  package static func mergeNeedsAnswers(_ count: Int) -> Problem {
    Problem(
      count == 1
        ? "1 record was changed in both copies, each in its own way."
        : "\(count) records were changed in both copies, each in its own way.",
      safe: "Nothing was changed.", why: "See them first with --dry-run.",
      next: "Answer for all of them with one of:  --mine  --theirs  --both", exit: .needsAnswer)
  }
}
