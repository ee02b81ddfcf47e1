internal import ArgumentParser
internal import Console
internal import Glibc
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault backup`: a copy of the whole vault that was read back before it counts.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy the whole vault to another place, and check the copy.",
    discussion: """
      Examples:
        netvault backup /media/usb     copy the vault to a stick
        netvault backup                the same place as last time
        netvault backup open /media/usb/ana-2026-11-21.vault

      A backup is as well locked as the vault: the same passphrase opens it. Its name has the
      day of today. The last 10 are kept, older ones are removed.
      """,
    subcommands: [BackupMake.self, BackupOpen.self], defaultSubcommand: BackupMake.self)
}

/// `netvault backup make`, which need not be written out.
struct BackupMake: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "Copy the vault into a folder.",
    discussion: """
      Example:
        netvault backup /media/usb --keep 5

      The copy is read back in full before it gets its name.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("How many backups stay in the folder.", valueName: "number"))
  var keep: Int?

  @Argument(help: ArgumentHelp("Where to. Without it: the same place as last time."))
  var folder: String?

  func perform(_ talk: Talk) throws -> Exit {
    if let keep, keep < 1 { throw Problem.flagValue("keep", example: "10") }
    let path = try talk.location()
    let vault = try talk.open(.read)
    guard let file = vault.file else { throw Problem.noVaultYet }
    let last = LastBackup.of(vault, talk.environment)
    let folder = BackupFolder(
      path: Self.resolved(try place(last, talk)), name: VaultLocation.name(of: path),
      vaultID: file.vaultID)
    let keep = keep ?? last?.keep ?? BackupFolder.usualCount
    try folder.check(needs: file.copySize, talk.environment)
    guard !options.dryRun else { return plan(folder, keep, file, talk) }

    let made = try BackupMaking(talk: talk, folder: folder, keep: keep).make(of: vault, file)
    try vault.close()
    let backup = LastBackup(at: talk.now, folder: folder.path, keep: keep)
    remember(backup, file, path, talk)
    tell(made, folder, path, talk)
    return .done
  }

  /// The folder that was given, or the last one, or an answer.
  private func place(_ last: LastBackup?, _ talk: Talk) throws(Problem) -> String {
    if let given = folder ?? last?.folder { return given }
    let typed = try Prompt(talk.terminal).line(
      "Which folder should the backup go to?", help: "A stick or another disk, such as /media/usb.",
      flag: "FOLDER")
    guard typed.hasPrefix("~/"), let home = talk.environment["HOME"] else { return typed }
    return home + typed.dropFirst()
  }

  /// The path from the root, so that it is found again from anywhere.
  private static func resolved(_ path: String) -> String {
    let resolved = unsafe realpath(path, nil)
    defer { unsafe free(resolved) }
    return unsafe resolved.map { unsafe String(cString: $0) } ?? path
  }

  private func plan(
    _ folder: BackupFolder, _ keep: Int, _ file: SealedFile, _ talk: Talk
  ) -> Exit {
    let name = folder.freeName(day: talk.today.description)
    let surplus = folder.surplus(keep: keep, coming: 1).map(\.file)
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "backup": .string("\(folder.path)/\(name)"),
          "bytes": .number(String(file.copySize)),
          "removed": .array(surplus.map { .string($0) }), "dryRun": .bool(true),
        ])
    }
    talk.terminal.say(
      "This would write \(folder.path)/\(name), \(FreeSpace.words(file.copySize)).")
    if !surplus.isEmpty {
      talk.terminal.say("It would remove: \(surplus.joined(separator: ", ")).")
    }
    talk.terminal.say("Nothing was changed.")
    return .done
  }

  /// Remembers where and when. That it cannot be remembered makes the backup no worse.
  private func remember(
    _ backup: LastBackup, _ file: SealedFile, _ path: String, _ talk: Talk
  ) {
    backup.note(file.vaultID, talk.environment)
    // A copy that was not accepted as the vault is not written into.
    guard SeenVault(talk: talk).isNewest(at: path, of: file),
      let writer = try? file.openSibling(at: path, mode: .write)
    else { return }
    writer.notes = StateFolder(talk.environment).path
    guard let vault = try? Vault.open(writer) else { return }
    try? vault.setMemo(
      LastBackup.memo,
      to: ["folder": .string(backup.folder), "keep": backup.json["keep"] ?? .null],
      at: backup.at)
    try? vault.close()
  }

  private func tell(
    _ made: BackupMaking.Made, _ folder: BackupFolder, _ path: String, _ talk: Talk
  ) {
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "backup": .string(made.path),
          "bytes": .number(String(made.bytes)),
          "records": .number(String(made.report.records)),
          "files": .number(String(made.report.files)),
          "removed": .array(made.removed.map { .string($0) }),
        ])
    }
    talk.terminal.say("The backup is written and was read back: \(made.path)")
    talk.terminal.say(
      "It holds \(Listing.count(made.report.records, "record")) and "
        + "\(Listing.count(made.report.files, "file")), \(FreeSpace.words(made.bytes)).")
    if !made.removed.isEmpty {
      talk.terminal.say(
        "Older ones were removed, the last \(keep ?? folder.backups.count) are kept: "
          + "\(made.removed.joined(separator: ", ")).")
    }
    if BackupFolder.isSameDisk(folder.path, path) {
      talk.terminal.say("It is on the same disk as the vault. A stick would outlive this disk.")
    }
    talk.terminal.say("Look into it: netvault backup open \(made.path)")
  }
}
