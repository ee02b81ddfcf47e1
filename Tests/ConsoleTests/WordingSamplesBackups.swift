import Console

extension WordingSamples {
  static let backups: [(String, Problem, [String])] = [
    (
      "backupFolderMissing", .backupFolderMissing("/media/usb"),
      [
        "There is no folder /media/usb.", "Nothing was changed.",
        "Is the stick or disk plugged in?",
        "Name a folder that is there:  netvault backup <folder>",
      ]
    ),
    (
      "backupNotAFolder", .backupNotAFolder("letter.pdf"),
      [
        "letter.pdf is a file. A backup goes into a folder.", "Nothing was changed.",
        "Name the folder:  netvault backup <folder>",
      ]
    ),
    (
      "backupAmongVaults", .backupAmongVaults("~/.local/share/netvault"),
      [
        "~/.local/share/netvault is where the vault itself is kept.", "Nothing was changed.",
        "A copy in the same place is lost together with it.",
        "Choose another folder:  netvault backup <folder>",
      ]
    ),
    (
      "backupNotSound", .backupNotSound("/media/usb"),
      [
        "The backup could not be read back as it was written.",
        "It was removed again. Older backups and the vault are as they were.",
        "The disk or stick at /media/usb may be worn out.",
        "Use another one:  netvault backup <folder>",
      ]
    ),
    (
      "backupOfDamaged", .backupOfDamaged(kept: nil),
      [
        "The vault has damage, so no backup was made.", "Older backups were not touched.",
        "See what can be saved:  netvault doctor --repair",
      ]
    ),
    (
      "backupOfDamaged", .backupOfDamaged(kept: "/media/usb/ana-2026-11-21.vault"),
      [
        "The vault has damage, and this backup has it too.",
        "It was kept all the same: /media/usb/ana-2026-11-21.vault. No older backup was removed.",
        "See what can be saved:  netvault doctor --repair",
      ]
    ),
    (
      "backupRunning", .backupRunning,
      [
        "Another backup of this vault is being written there.", "Nothing was changed.",
        "Wait until it is done, then run this again.",
      ]
    ),
    (
      "backupOfAnother", .backupOfAnother("karl-2026-11-21.vault", vault: "ana"),
      [
        "karl-2026-11-21.vault is a backup of another vault than ana.", "Nothing was changed.",
        "Say where it should go:  netvault --vault <new name> backup open karl-2026-11-21.vault",
      ]
    ),
    (
      "backupDamaged", .backupDamaged("ana-2026-11-21.vault"),
      [
        "The backup ana-2026-11-21.vault has damage in it.",
        "Nothing was changed, and it was not put in place.",
        "To save what it holds:  netvault --vault ana-2026-11-21.vault doctor --repair",
      ]
    ),
    (
      "backupIsVault", .backupIsVault("ana.vault"),
      [
        "ana.vault is the vault itself, not a backup.", "Nothing was changed.",
        "Name the backup:  netvault backup open <backup>",
      ]
    ),
    (
      "nothingToRepair", .nothingToRepair,
      [
        "There is nothing to repair: all of this vault can be read.", "Nothing was changed.",
        "To see what else there is to do:  netvault doctor",
      ]
    ),
  ]
}
