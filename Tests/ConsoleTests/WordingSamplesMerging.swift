import Console

extension WordingSamples {
  static let merging: [(String, Problem, [String])] = [
    (
      "notACopy", .notACopy("letter.pdf", kind: "a PDF"),
      [
        "letter.pdf is not a netvault file. It starts like a PDF.", "Nothing was changed.",
        "Name another copy of this vault. A hospital's file comes in with:  netvault import",
      ]
    ),
    (
      "otherVault", .otherVault("karl.vault"),
      [
        "karl.vault is another vault, and no copy of this one.", "Nothing was changed.",
        "Only two copies of one vault can be joined.",
        "To see what is in it:  netvault list --vault karl.vault",
      ]
    ),
    (
      "sameVault", .sameVault("ana.vault"),
      [
        "ana.vault is this vault itself.", "Nothing was changed.",
        "Name the other copy, such as one on a USB stick.",
      ]
    ),
    (
      "copyDamaged", .copyDamaged("usb/ana.vault"),
      [
        "The other copy, usb/ana.vault, cannot be read whole.",
        "Nothing was changed in either copy. Do not delete that file.",
        "It was cut short, or changed by something other than netvault.",
        "See what is damaged:  netvault verify --vault usb/ana.vault",
      ]
    ),
    (
      "copyInUse", .copyInUse("usb/ana.vault"),
      [
        "Another netvault is using the other copy, usb/ana.vault.", "Nothing was changed.",
        "Finish or close it there, then run this again.",
      ]
    ),
    (
      "copyPassphrase", .copyPassphrase("usb/ana.vault"),
      [
        "That passphrase does not open the other copy, usb/ana.vault.", "Nothing was changed.",
        "It may still have an older passphrase.",
        "Give the one it has:  --other-passphrase-file FILE",
      ]
    ),
    (
      "copyPassphraseNeeded", .copyPassphraseNeeded("usb/ana.vault"),
      [
        "The other copy, usb/ana.vault, needs a passphrase of its own.", "Nothing was changed.",
        "Nobody can be asked for it here.", "Give it with:  --other-passphrase-file FILE",
      ]
    ),
    (
      "mergeNeedsAnswers", .mergeNeedsAnswers(1),
      [
        "1 record was changed in both copies, each in its own way.", "Nothing was changed.",
        "See them first with --dry-run.",
        "Answer for all of them with one of:  --mine  --theirs  --both",
      ]
    ),
    (
      "mergeNeedsAnswers", .mergeNeedsAnswers(3),
      [
        "3 records were changed in both copies, each in its own way.", "Nothing was changed.",
        "See them first with --dry-run.",
        "Answer for all of them with one of:  --mine  --theirs  --both",
      ]
    ),
  ]
}
