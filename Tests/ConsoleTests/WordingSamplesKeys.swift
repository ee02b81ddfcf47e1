import Console

extension WordingSamples {
  static let keys: [(String, Problem, [String])] = [
    (
      "newPassphraseNeeded", .newPassphraseNeeded,
      [
        "This needs a new passphrase, and there is no terminal to ask on.",
        "Nothing was changed.", "Give it with:  --new-passphrase-file FILE",
      ]
    ),
    (
      "passphraseCommand",
      .passphraseCommand("pass", reason: "It ended with the number 1."),
      [
        "The command \"pass\" gave no passphrase.", "Nothing was changed.",
        "It ended with the number 1.", "Run the command by itself, and see what it says.",
      ]
    ),
    (
      "keysUncertain", .keysUncertain,
      [
        "The change could not be written in full.", "The vault still opens.",
        "It is not known which passphrases count now.",
        "Try the new one first, then the old one:  netvault key list",
      ]
    ),
    (
      "noFreeWay", .noFreeWay,
      [
        "A vault has room for eight ways to open it, and all are taken.",
        "Nothing was changed.", "Remove one first:  netvault key list",
      ]
    ),
    (
      "noSuchWay", .noSuchWay("caregiver"),
      [
        "There is no way to open the vault called \"caregiver\".", "Nothing was changed.",
        "See which there are:  netvault key list",
      ]
    ),
    (
      "severalWays", .severalWays("caregiver"),
      [
        "More than one is called \"caregiver\".", "Nothing was changed.",
        "Say its number. See:  netvault key list",
      ]
    ),
    (
      "lastPassphrase", .lastPassphrase,
      [
        "This is the only passphrase. It stays, so that you can open the vault.",
        "Nothing was changed.", "Choose another one instead:  netvault passphrase",
      ]
    ),
    (
      "noRecoverySheet", .noRecoverySheet,
      [
        "This vault has no recovery sheet: recovery words do not open it.",
        "Nothing was changed.", "Look for the passphrase. Try each one that you remember.",
      ]
    ),
    (
      "recoveryWordsNeeded", .recoveryWordsNeeded,
      [
        "The words of the recovery sheet are needed, and there is no terminal to ask on.",
        "Nothing was changed.", "Give a file with them:  --words-file FILE",
      ]
    ),
    (
      "sheetExists", .sheetExists("sheet.html"),
      [
        "sheet.html is already there.", "It was not touched.",
        "Choose another name:  --output FILE",
      ]
    ),
    (
      "unlockLength", .unlockLength("30", most: "12 hours"),
      [
        "\"30\" is no time that a vault can stay unlocked.", "Nothing was changed.",
        "It can be anything up to 12 hours.", "For example:  --for 15m, --for \"2 hours\"",
      ]
    ),
    (
      "keyRingRefused", .keyRingRefused,
      [
        "This computer does not let netvault keep a vault unlocked.",
        "The vault is as well locked as before.",
        "Its kernel refuses the key ring, as is usual in a container.",
        "netvault asks for the passphrase each time.",
      ]
    ),
    (
      "keyRingFull", .keyRingFull,
      [
        "The key ring of this user is full.", "The vault is as well locked as before.",
        "Log out and in again, or use the passphrase each time.",
      ]
    ),
    (
      "stillUnlocked", .stillUnlocked,
      [
        "The vault could not be locked: the kernel kept the key.",
        "It forgets the key by itself when the time is over.",
        "To be sure, restart the computer.",
      ]
    ),
  ]
}
