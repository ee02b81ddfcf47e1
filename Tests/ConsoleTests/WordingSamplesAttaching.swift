import Console

extension WordingSamples {
  static let attaching: [(String, Problem, [String])] = [
    (
      "emptyFile", .emptyFile("scan.pdf"),
      [
        "scan.pdf is empty: there is nothing to keep.", "Nothing was changed.",
        "Look at what is there with:  ls -l",
      ]
    ),
    (
      "notAFile", .notAFile("/dev/sr0"),
      [
        "/dev/sr0 is not a file that can be kept.", "Nothing was changed.",
        "It is a device, or a way to another program.", "Copy what it holds to a file first.",
      ]
    ),
    (
      "fileChanged", .fileChanged("disc.iso"),
      [
        "disc.iso was changed while it was read.",
        "Nothing was kept, and the vault is as it was.",
        "Wait until the other program is done, and run this again.",
      ]
    ),
    (
      "cannotReadToEnd", .cannotReadToEnd("disc.iso"),
      [
        "disc.iso could not be read to its end.",
        "Nothing was kept, and the vault is as it was.",
        "The disk or stick that it is on may be damaged, or was taken out.",
        "Copy the file to another disk, and keep that copy.",
      ]
    ),
    (
      "attachesItself", .attachesItself("ana.vault"),
      [
        "ana.vault is this vault itself.", "Nothing was changed.",
        "To copy the vault:  netvault backup",
      ]
    ),
    (
      "noNewDocument", .noNewDocument("title"),
      [
        "--title is for a new document, and --to names a record that is there.",
        "Leave out one of the two. To change the record:  netvault edit",
      ]
    ),
    (
      "noFilesKept", .noFilesKept("result"),
      [
        "No file is kept with this result.", "Nothing was changed.",
        "To keep one with it:  netvault attach <file> --to <what>",
      ]
    ),
    (
      "nothingKept", .nothingKept,
      ["No files are kept in this vault yet.", "To keep one:  netvault attach <file>"]
    ),
    (
      "noSuchFileNumber", .noSuchFileNumber(7, of: 2, flag: "file"),
      ["There is no file 7: there are 2 files.", "Name another one:  --file 1"]
    ),
    (
      "needsFolder", .needsFolder("all.pdf"),
      [
        "There are several files, and all.pdf is no folder.", "Nothing was written.",
        "Name a folder that is there, or one file with  --file 1",
      ]
    ),
    (
      "keptFileDamaged", .keptFileDamaged,
      [
        "The kept file cannot be read whole: a part of it is damaged.",
        "Nothing was written. Nothing was changed.", "It may be whole in a backup.",
        "See what else is damaged:  netvault verify",
      ]
    ),
    (
      "noOpener", .noOpener,
      [
        "This computer has no program that opens files for you.", "Nothing was written.",
        "netvault looks for xdg-open, or for what NETVAULT_OPENER names.",
        "Write the file to a folder instead:  netvault extract",
      ]
    ),
    (
      "openerFailed", .openerFailed("/usr/bin/xdg-open"),
      [
        "/usr/bin/xdg-open could not open the file.", "Its copy was removed again.",
        "Write the file to a folder instead:  netvault extract",
      ]
    ),
    (
      "openingNeedsTerminal", .openingNeedsTerminal,
      [
        "The file can only be opened where somebody can answer.", "Its copy was removed again.",
        "netvault would not know when you are done with it.",
        "Write the file to a folder instead:  netvault extract",
      ]
    ),
    (
      "noRoomToOpen", .noRoomToOpen(free: "12 MB"),
      [
        "There is no room in memory for a copy to open. 12 MB are free.", "Nothing was written.",
        "Write the file to a folder instead:  netvault extract",
      ]
    ),
  ]
}
