import Console

/// Every problem that netvault can say, with made-up names, and the lines it must have.
enum WordingSamples {
  static let all: [(name: String, problem: Problem, lines: [String])] =
    unlocking + keys + vaultFiles + copies + backups + saving + dates + files + finding
    + commands + questions
    + forms
    + merging
    + seeing
    + schedules
    + lists
    + planning
    + attaching
    + program
    + settings
    + insurance

  static let unlocking: [(String, Problem, [String])] = [
    (
      "wrongPassphrase", .wrongPassphrase(owner: "Ana Brandt", triesLeft: 2),
      [
        "That passphrase does not open Ana Brandt's vault. 2 tries left.",
        "Capital letters matter. Is Caps Lock on?",
      ]
    ),
    (
      "wrongPassphrase", .wrongPassphrase(owner: nil, triesLeft: 1),
      [
        "That passphrase does not open this vault. 1 try left.",
        "Is the keyboard set to another language? Spaces count too.",
      ]
    ),
    (
      "wrongPassphrase", .wrongPassphrase(owner: "Ana Brandt", triesLeft: 0),
      [
        "Still not the right passphrase.", "Nothing was changed.",
        "Look for the paper you wrote it on, and try again.",
      ]
    ),
    (
      "wrongPassphrase", .wrongPassphrase(owner: nil, triesLeft: 0, hasSheet: true),
      [
        "Still not the right passphrase.", "Nothing was changed.",
        "If you have the recovery sheet:  netvault recover",
      ]
    ),
    (
      "wrongPassphraseGivenHasSheet", .wrongPassphraseGivenHasSheet,
      [
        "The passphrase that was given does not open this vault.", "Nothing was changed.",
        "If you have the recovery sheet:  netvault recover",
      ]
    ),
    (
      "wrongPassphraseGiven", .wrongPassphraseGiven,
      [
        "The passphrase that was given does not open this vault.", "Nothing was changed.",
        "Look for the paper you wrote it on, and try again.",
      ]
    ),
    (
      "passphrasesDiffer", .passphrasesDiffer,
      ["The two are not the same.", "Nothing was set.", "Type the passphrase again."]
    ),
    (
      "passphraseEmpty", .passphraseEmpty,
      ["A passphrase needs at least one letter.", "Type a few words that only you know."]
    ),
    (
      "passphraseTooLong", .passphraseTooLong,
      [
        "That is longer than 4,096 letters.", "Nothing was changed.",
        "Choose a shorter passphrase.",
      ]
    ),
    (
      "passphraseOnCommandLine", .passphraseOnCommandLine,
      [
        "Passphrases on the command line can be seen by others on this computer.",
        "It was ignored.", "netvault asks for it, or reads it with --passphrase-file.",
        "If it is yours, choose a new one:  netvault passphrase",
      ]
    ),
    (
      "passphraseNeeded", .passphraseNeeded,
      [
        "This vault needs its passphrase, and there is no terminal to ask on.",
        "Give it with --passphrase-file, --passphrase-fd or --passphrase-command.",
      ]
    ),
    (
      "unknownRecoveryWord", .unknownRecoveryWord(number: 7, word: "harbour", close: "harbor"),
      ["Word 7, 'harbour', is not on the list.", "Close: harbor."]
    ),
    (
      "recoveryLineWrong", .recoveryLineWrong(line: 3),
      [
        "Line 3 does not match the sheet.",
        "All its words are on the list, but one is another word or in another place.",
        "Read line 3 again.",
      ]
    ),
    (
      "recoveryWordCount", .recoveryWordCount(found: 3, expected: 4),
      [
        "That was 3 words. There are 4.",
        "Type one line of the sheet, with spaces between the words.",
      ]
    ),
    (
      "recoveryWordCount", .recoveryWordCount(found: 1, expected: 16),
      ["That was 1 word. There are 16.", "Type all four lines of the sheet."]
    ),
    (
      "recoveryWordsWrong", .recoveryWordsWrong,
      [
        "These recovery words belong to another vault.", "Nothing was changed.",
        "A newer sheet may have been made since.", "Look for the sheet with the newest date.",
      ]
    ),
  ]

  static let vaultFiles: [(String, Problem, [String])] = [
    (
      "noVaultYet", .noVaultYet,
      ["There is no vault on this computer yet.", "Make one with:  netvault init"]
    ),
    (
      "noSuchVault", .noSuchVault("dat", close: "dad"),
      ["There is no vault called \"dat\".", "Did you mean:  netvault --vault dad"]
    ),
    (
      "notAVault", .notAVault("~/Documents/ana.vault", kind: "a Word file"),
      [
        "~/Documents/ana.vault is not a netvault file. It starts like a Word file.",
        "Look at the name, or make a vault:  netvault init",
      ]
    ),
    (
      "noPractice", .noPractice,
      [
        "There is no practice vault on this computer.", "Nothing was changed.",
        "Make one with:  netvault practice",
      ]
    ),
    (
      "nameForPractice", .nameForPractice,
      [
        "The name \"practice\" is kept for the vault of a made-up patient.",
        "Nothing was changed.", "Choose another name:  netvault init --vault <name>",
      ]
    ),
    (
      "vaultExists", .vaultExists("~/ana.vault"),
      [
        "There is already a vault at ~/ana.vault.", "It was not touched.",
        "To make one for another person:  netvault init --vault <name>",
      ]
    ),
    (
      "newerVault", .newerVault(made: 3, have: 2),
      [
        "This vault was made by netvault 3. You have netvault 2.", "Nothing was changed.",
        "Install netvault 3 to open it.",
      ]
    ),
    (
      "vaultInUse", .vaultInUse(since: "10:12", window: "import"),
      [
        "Another netvault is using this vault since 10:12 (the window \"import\").",
        "Nothing was changed.",
        "Finish or close it there, then run this again.",
      ]
    ),
    (
      "damagedVault",
      .damagedVault(
        unreadable: 3, of: 412, what: "2 results (May 2023), 1 letter",
        lastBackup: "2 November 2026"),
      [
        "3 of 412 records cannot be read. The other 409 are fine.",
        "Nothing was changed. Do not delete this file: parts may be saved.",
        "Damaged: 2 results (May 2023), 1 letter.",
        "Your last backup is from 2 November 2026. To save what is there:  netvault doctor --repair",
      ]
    ),
    (
      "vaultAltered", .vaultAltered(lastBackup: nil),
      [
        "This vault was changed by something other than netvault.",
        "Nothing was changed now. Do not delete this file: parts may be saved.",
        "To save what is there:  netvault doctor --repair",
      ]
    ),
  ]

  static let saving: [(String, Problem, [String])] = [
    (
      "noSpace", .noSpace(free: "2 MB", needed: "14 MB", again: "the import", place: "/home"),
      [
        "There is no room to save this. 2 MB are free; 14 MB are needed.",
        "Nothing was changed, and the import can be run again.",
        "Free some space on /home, then press the up arrow and Enter.",
      ]
    ),
    (
      "cannotWrite", .cannotWrite("/media/cdrom", instead: "netvault backup ~/backups"),
      [
        "Cannot write to /media/cdrom.", "Nothing was changed.",
        "Choose another folder:  netvault backup ~/backups",
      ]
    ),
    (
      "fileExists",
      .fileExists("ana-brandt-for-dr-lee.pdf", when: "today 10:12", keepBoth: "another-name.pdf"),
      [
        "ana-brandt-for-dr-lee.pdf is already there, from today 10:12.", "Nothing was written.",
        "To replace it:  add --replace", "To keep both:  add -o another-name.pdf",
      ]
    ),
    (
      "answersNotWritten", .answersNotWritten,
      [
        "The answer could not be written in full.", "The place it goes to may be full.",
        "Send it somewhere else, and run this again.",
      ]
    ),
    (
      "notToTerminal", .notToTerminal,
      [
        "This would fill the screen with signs that cannot be read.", "Nothing was written.",
        "Write it to a file with:  -o <file>",
      ]
    ),
  ]

  static let files: [(String, Problem, [String])] = [
    (
      "unsupportedFile", .unsupportedFile("photo.heic", isA: "a picture"),
      [
        "photo.heic is a picture. netvault reads FHIR (.json) files.",
        "To keep what it says:  netvault add document",
      ]
    ),
    (
      "fileCutShort", .fileCutShort("riverside-export.json", entry: 212),
      [
        "riverside-export.json ends in the middle of entry 212.",
        "The 211 entries before it can be added. The rest is missing from the file.",
        "Add the 211?  netvault import riverside-export.json --partial",
      ]
    ),
    (
      "noSuchFile", .noSuchFile("exprot.json", close: "export.json"),
      ["There is no file exprot.json.", "Did you mean:  export.json"]
    ),
    (
      "noSuchCopy", .noSuchCopy("stick", lookedAt: "/data/netvault/stick.vault"),
      [
        "There is no file stick in this folder, and no vault of that name.",
        "Looked for: stick and /data/netvault/stick.vault",
        "Write where it is, such as  /media/usb/ana.vault",
      ]
    ),
    (
      "fileNotAllowed", .fileNotAllowed("/root/export.json"),
      [
        "This computer does not let you read /root/export.json.",
        "Ask the person it belongs to, or copy it to your own folder.",
      ]
    ),
    (
      "isFolder", .isFolder("Downloads"),
      ["Downloads is a folder.", "Name a file in it, such as:  Downloads/<file>"]
    ),
    (
      "partsSkipped", .partsSkipped(2, of: "riverside-export.json"),
      [
        "2 parts of riverside-export.json could not be read.",
        "Everything else was added, and the file itself is kept.",
        "See which:  netvault import riverside-export.json --dry-run",
      ]
    ),
  ]

  static let finding: [(String, Problem, [String])] = [
    (
      "nothingFound", .nothingFound("octeotide", close: "octreotide", records: 3),
      ["No record has the words \"octeotide\".", "Did you mean octreotide (3 records)?"]
    ),
    (
      "severalFound", .severalFound("ct chest", count: 4),
      [
        "4 records have the words \"ct chest\".", "Nothing was changed.",
        "See them with their numbers:  netvault search ct chest",
      ]
    ),
    (
      "noSuchNumber", .noSuchNumber(9, last: 4),
      ["The last list ends at 4.", "Show a list with:  netvault list"]
    ),
    (
      "noneOfKind", .noneOfKind("allergies", add: "allergy"),
      ["There are no allergies in this vault yet.", "Add one with:  netvault add allergy"]
    ),
  ]

  static let commands: [(String, Problem, [String])] = [
    (
      "unknownCommand", .unknownCommand("improt", close: "import"),
      ["netvault has no command \"improt\".", "Did you mean:  netvault import"]
    ),
    (
      "unknownSubcommand", .unknownSubcommand("lst", command: "key", close: "list"),
      ["netvault key has no command \"lst\".", "Did you mean:  netvault key list"]
    ),
    (
      "noHelp", .noHelp("improt", close: "import"),
      ["netvault has no help about \"improt\".", "Did you mean:  netvault help import"]
    ),
    (
      "unknownTerm", .unknownTerm("xyzzy", close: nil),
      ["The list of words has no \"xyzzy\".", "All of them:  netvault help words"]
    ),
    (
      "unknownWord", .unknownWord("fsh", close: "fish", choices: ["bash", "zsh", "fish"]),
      ["\"fsh\" does not fit here. Did you mean fish?", "It can be:  bash, zsh, fish"]
    ),
    (
      "unknownOption", .unknownOption("--acessible", close: "--accessible"),
      ["netvault has no --acessible.", "Did you mean:  --accessible"]
    ),
    (
      "unknownKind", .unknownKind("resutl", command: "add", close: "result"),
      ["netvault keeps no records called \"resutl\".", "Did you mean:  netvault add result"]
    ),
    (
      "unknownFlag", .unknownFlag("wen", command: "add result", close: "when"),
      ["netvault add result has no --wen.", "Did you mean:  --when"]
    ),
    (
      "usage", .usage("--until needs a date after it.", help: "netvault list --help"),
      ["--until needs a date after it.", "See how it is written:  netvault list --help"]
    ),
    (
      "internalError", .internalError(report: "~/netvault-report.txt"),
      [
        "netvault stopped because of a mistake in the program.", "Your vault was not changed.",
        "A report without any of your records is in ~/netvault-report.txt.",
      ]
    ),
    ("declined", .declined, ["Nothing was changed."]),
    ("nothingToDo", .nothingToDo, ["There is nothing to do."]),
  ]
}
