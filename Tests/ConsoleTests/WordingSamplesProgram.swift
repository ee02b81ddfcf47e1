import Console

extension WordingSamples {
  static let program: [(String, Problem, [String])] = [
    (
      "severalVaults", .severalVaults(["ana", "karl"]),
      ["There are 2 vaults on this computer: ana, karl.", "Say which:  netvault --vault ana"]
    ),
    (
      "extraWords", .extraWords("tomorrow"),
      [
        "netvault does not know what to do with \"tomorrow\".", "Nothing was changed.",
        "Write a flag before it, such as:  --note",
      ]
    ),
    (
      "noneMeansNothing", .noneMeansNothing("calls"),
      [
        "\"None known\" is not kept for calls.", "Nothing was changed.",
        "Write it as a note:  netvault add note",
      ]
    ),
    (
      "emptyBin", .emptyBin,
      ["The bin is empty.", "Nothing was changed.", "See every change:  netvault history"]
    ),
    (
      "passphraseFile", .passphraseFile("secret.txt", reason: "it cannot be opened"),
      [
        "The passphrase file secret.txt could not be read: it cannot be opened.",
        "Nothing was changed.", "Look at the name and who may read it.",
      ]
    ),
    (
      "flagValue", .flagValue("today", example: "2026-11-21"),
      [
        "--today needs another value.", "Nothing was changed.",
        "For example:  --today 2026-11-21",
      ]
    ),
    (
      "vaultCutShort", .vaultCutShort(lastBackup: "2 November 2026"),
      [
        "This vault file is cut short: its newest part is missing.",
        "Nothing was changed. Do not delete this file: parts may be saved.",
        "Your last backup is from 2 November 2026. "
          + "A copy that is still on its way gets whole by itself.",
        "To save what is there:  netvault doctor --repair",
      ]
    ),
    (
      "noMemory", .noMemory,
      [
        "There is not enough memory to open this vault.", "Nothing was changed.",
        "Close other programs and run this again.",
      ]
    ),
    (
      "cryptography", .cryptography,
      [
        "The encryption library of this computer did not work.", "Nothing was changed.",
        "Restart the computer and run this again.",
      ]
    ),
    (
      "fileTooLarge", .fileTooLarge("all.json"),
      [
        "all.json is too large to be read.", "Nothing was changed.",
        "Ask for the records in smaller files.",
      ]
    ),
    (
      "fileDamaged", .fileDamaged("all.ndjson", what: "line 3: not JSON", canBePartial: true),
      [
        "all.ndjson cannot be read: line 3: not JSON.", "Nothing was changed.",
        "It may have been damaged on the way.",
        "Take the rest of it with:  netvault import all.ndjson --partial",
      ]
    ),
    (
      "fileDamaged", .fileDamaged("all.json", what: "a name is given twice, at byte 12"),
      [
        "all.json cannot be read: a name is given twice, at byte 12.", "Nothing was changed.",
        "It may have been damaged on the way.", "Get the file again from where it came.",
      ]
    ),
    (
      "nothingInFile", .nothingInFile("empty.json"),
      [
        "empty.json is a FHIR file with nothing in it.", "Nothing was changed.",
        "Get the file again from where it came.",
      ]
    ),
    (
      "severalPatients", .severalPatients(5, of: "family.json"),
      [
        "family.json is about 5 people, and a vault is about one.", "Nothing was changed.",
        "Say which one, by number from 1 to 5:  --patient 1",
      ]
    ),
    (
      "noSuchPatient", .noSuchPatient("7", count: 5),
      [
        "The file has no person \"7\".", "Nothing was changed.", "The numbers go from 1 to 5.",
      ]
    ),
    (
      "outputIsFolder", .outputIsFolder("Documents"),
      [
        "Documents is a folder, not a file.", "Nothing was written.",
        "Name a file in it, such as:  -o Documents/summary.html",
      ]
    ),
    (
      "needsWords", .needsWords("search", words: "words"),
      [
        "netvault search needs more: words.",
        "See how it is written:  netvault search --help",
      ]
    ),
    (
      "ownerStays", .ownerStays,
      [
        "This is the person whose vault it is. It cannot be removed.", "Nothing was changed.",
        "Change it with:  netvault edit person",
      ]
    ),
    (
      "unknownVersion", .unknownVersion,
      [
        "The record has no version with that number.", "Nothing was changed.",
        "See its versions:  netvault history WHAT",
      ]
    ),
    (
      "vaultUnfinished", .vaultUnfinished("ana.vault"),
      [
        "This vault was never finished: its making was stopped.",
        "Nothing was ever kept in it.",
        "Remove ana.vault, then make it again:  netvault init",
      ]
    ),
  ]
}
