// What is said about files that are kept with records.

extension Problem {
  package static func emptyFile(_ path: String) -> Problem {
    Problem(
      "\(path) is empty: there is nothing to keep.", name: "empty-file",
      safe: "Nothing was changed.", next: "Look at what is there with:  ls -l", exit: .cannotRead)
  }

  /// A device, a pipe, a socket.
  package static func notAFile(_ path: String) -> Problem {
    Problem(
      "\(path) is not a file that can be kept.", name: "not-a-file", safe: "Nothing was changed.",
      why: "It is a device, or a way to another program.",
      next: "Copy what it holds to a file first.", exit: .cannotRead)
  }

  /// A file that another program wrote to while it was read.
  package static func fileChanged(_ path: String) -> Problem {
    Problem(
      "\(path) was changed while it was read.", name: "file-changed",
      safe: "Nothing was kept, and the vault is as it was.",
      next: "Wait until the other program is done, and run this again.", exit: .cannotRead)
  }

  /// A file of which the disk does not give everything.
  package static func cannotReadToEnd(_ path: String) -> Problem {
    Problem(
      "\(path) could not be read to its end.", name: "cannot-read",
      safe: "Nothing was kept, and the vault is as it was.",
      why: "The disk or stick that it is on may be damaged, or was taken out.",
      next: "Copy the file to another disk, and keep that copy.", exit: .cannotRead)
  }

  /// The vault, as a file that is to be kept in it.
  package static func attachesItself(_ path: String) -> Problem {
    Problem(
      "\(path) is this vault itself.", name: "same-vault", safe: "Nothing was changed.",
      next: "To copy the vault:  netvault backup", exit: .declined)
  }

  /// Words about a new document, where no new document is made.
  package static func noNewDocument(_ flag: String) -> Problem {
    Problem(
      "--\(flag) is for a new document, and --to names a record that is there.", name: "usage",
      next: "Leave out one of the two. To change the record:  netvault edit", exit: .usage)
  }

  package static func noFilesKept(_ kind: String) -> Problem {
    Problem(
      "No file is kept with this \(kind).", name: "no-files", safe: "Nothing was changed.",
      next: "To keep one with it:  netvault attach <file> --to <what>", exit: .nothingFound)
  }

  package static let nothingKept = Problem(
    "No files are kept in this vault yet.", name: "no-files",
    next: "To keep one:  netvault attach <file>", exit: .nothingFound)

  /// A number that no file has. `flag` is how it was given.
  package static func noSuchFileNumber(_ number: Int, of count: Int, flag: String) -> Problem {
    Problem(
      "There is no file \(number): there \(count == 1 ? "is 1 file" : "are \(count) files").",
      name: "no-such-number", next: "Name another one:  --\(flag) 1", exit: .nothingFound)
  }

  /// Several files, and only one name to write them to.
  package static func needsFolder(_ path: String) -> Problem {
    Problem(
      "There are several files, and \(path) is no folder.", name: "needs-folder",
      safe: "Nothing was written.", next: "Name a folder that is there, or one file with  --file 1",
      exit: .usage)
  }

  /// Kept bytes that are not those that were kept.
  package static let keptFileDamaged = Problem(
    "The kept file cannot be read whole: a part of it is damaged.", name: "damaged",
    safe: "Nothing was written. Nothing was changed.",
    why: "It may be whole in a backup.", next: "See what else is damaged:  netvault verify",
    exit: .damaged)

  package static let noOpener = Problem(
    "This computer has no program that opens files for you.", name: "no-opener",
    safe: "Nothing was written.",
    why: "netvault looks for xdg-open, or for what NETVAULT_OPENER names.",
    next: "Write the file to a folder instead:  netvault extract", exit: .failed)

  package static func openerFailed(_ program: String) -> Problem {
    Problem(
      "\(program) could not open the file.", name: "no-opener",
      safe: "Its copy was removed again.",
      next: "Write the file to a folder instead:  netvault extract", exit: .failed)
  }

  /// The desktop shows the file after its opener came back: somebody must say when it is done.
  package static let openingNeedsTerminal = Problem(
    "The file can only be opened where somebody can answer.", name: "needs-answer",
    safe: "Its copy was removed again.",
    why: "netvault would not know when you are done with it.",
    next: "Write the file to a folder instead:  netvault extract", exit: .needsAnswer)

  /// A place in memory that is too small. `free` is what there is.
  package static func noRoomToOpen(free: String) -> Problem {
    Problem(
      "There is no room in memory for a copy to open. \(free) are free.", name: "no-space",
      safe: "Nothing was written.",
      next: "Write the file to a folder instead:  netvault extract", exit: .cannotWrite)
  }
}

/// What is said of a picture before it is kept.
package struct PicturePlace {
  package let name: String

  package init(_ name: String) { self.name = name }

  package var words: String {
    "\(name) says where it was taken. Whoever gets the picture can read that."
  }

  package var question: String { "Keep it as it is?" }
}
