// What is said about files that a person brings in.

extension Problem {
  /// A file of another kind. `isA` says what it is, such as "a picture".
  package static func unsupportedFile(_ name: String, isA: String?) -> Problem {
    Problem(
      (isA.map { "\(name) is \($0). " } ?? "netvault does not know what \(name) is. ")
        + "netvault reads FHIR (.json) files.",
      name: "unsupported-file",
      next: "To keep what it says:  netvault add document", exit: .cannotRead)
  }

  /// A file that stops in the middle of entry number `entry`.
  package static func fileCutShort(_ name: String, entry: Int) -> Problem {
    let whole = entry - 1
    guard whole > 0 else {
      return Problem(
        "\(name) ends before its first entry does.", name: "file-cut-short",
        safe: "Nothing was changed.", next: "Get the file again from where it came.",
        exit: .cannotRead)
    }
    let before = whole == 1 ? "The entry" : "The \(whole) entries"
    return Problem(
      "\(name) ends in the middle of entry \(entry).", name: "file-cut-short",
      safe: "\(before) before it can be added. The rest is missing from the file.",
      next: "Add the \(whole)?  netvault import \(name) --partial", exit: .partsSkipped)
  }

  package static func noSuchFile(_ path: String, close: String?) -> Problem {
    Problem(
      "There is no file \(path).", name: "no-such-file",
      next: close.map { "Did you mean:  \($0)" } ?? "Look at what is there with:  ls",
      exit: .cannotRead)
  }

  /// A word that is neither a file here nor a vault's name.
  package static func noSuchCopy(_ word: String, lookedAt path: String) -> Problem {
    Problem(
      "There is no file \(word) in this folder, and no vault of that name.", name: "no-such-file",
      why: "Looked for: \(word) and \(path)",
      next: "Write where it is, such as  /media/usb/ana.vault", exit: .cannotRead)
  }

  package static func fileNotAllowed(_ path: String) -> Problem {
    Problem(
      "This computer does not let you read \(path).", name: "file-not-allowed",
      next: "Ask the person it belongs to, or copy it to your own folder.", exit: .cannotRead)
  }

  package static func isFolder(_ path: String) -> Problem {
    Problem(
      "\(path) is a folder.", name: "is-folder",
      next: "Name a file in it, such as:  \(path)/<file>", exit: .cannotRead)
  }

  /// A file with parts that were left out, after the rest was added.
  package static func partsSkipped(_ count: Int, of name: String) -> Problem {
    Problem(
      "\(count == 1 ? "1 part" : "\(count) parts") of \(name) could not be read.",
      safe: "Everything else was added, and the file itself is kept.",
      next: "See which:  netvault import \(name) --dry-run", exit: .partsSkipped)
  }
}
