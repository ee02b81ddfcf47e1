internal import ArgumentParser
internal import Console
internal import JSON
internal import Sealing
internal import Vault

/// `netvault backup open`: what a backup holds, and putting it back as the vault.
struct BackupOpen: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Look at a backup, and put it back as the vault if you want to.",
    discussion: """
      Examples:
        netvault backup open /media/usb/ana-2026-11-21.vault
        netvault backup open /media/usb/ana-2026-11-21.vault --restore

      Looking changes nothing. Putting it back keeps the present vault under another name,
      and the backup stays where it is.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(help: "Put the backup back as the vault. The present vault is kept beside it.")
  var restore = false

  @Argument(help: ArgumentHelp("The backup's file."))
  var backup: String

  func perform(_ talk: Talk) throws -> Exit {
    let place = try RestorePlace(for: backup, options.vault, talk)
    let vault = try talk.open(.read, at: backup, comparing: false)
    guard let file = vault.file else { throw Problem.noVaultYet }
    let report = try Verify.check(vault, "Checking the backup", talk)
    let facts = try BackupFacts(vault, file, report: report, beside: place)
    if options.json { talk.answer(json: facts.json(backup)) }
    facts.show(talk)
    guard report.isSound else { throw Problem.backupDamaged(backup) }
    guard try wantsRestore(talk, place) else {
      talk.terminal.say("Look at its records: netvault --vault \(backup) list")
      return .done
    }
    if facts.isOther { throw Problem.backupOfAnother(backup, vault: place.name) }
    guard !options.dryRun else {
      talk.terminal.say("The backup would become the vault \(place.path). Nothing was changed.")
      return .done
    }
    let aside = try place.put(backup, in: file, talk)
    if let file = try? file.openSibling(at: place.path) {
      // Putting it back was the answer: from now on this is what the computer saw last.
      let folder = StateFolder(talk.environment)
      folder.make()
      try? file.remember(inNotes: folder.path)
      try? file.close()
    }
    talk.terminal.say("The backup is now the vault: \(place.path)")
    if let aside { talk.terminal.say("The vault as it was before is kept: \(aside)") }
    talk.terminal.say("Next: netvault")
    return .done
  }

  /// `--restore`, or an answer that `--yes` does not give.
  private func wantsRestore(_ talk: Talk, _ place: RestorePlace) throws(Problem) -> Bool {
    if restore { return true }
    guard talk.terminal.settings.canAsk, !options.json else { return false }
    let choice = try Prompt(talk.terminal).choice(
      "What now?",
      [
        "Nothing, I only wanted to look",
        place.exists
          ? "Put it back as the vault, and keep the present one under another name"
          : "Put it back as the vault",
      ],
      default: 0, flag: "restore")
    return choice == 1
  }
}

/// What a backup holds, and what the present vault has beyond it.
struct BackupFacts {
  let saved: Int64
  let records: Int
  let files: Int
  /// Nil where there is no vault to compare with, or it does not open.
  var missing: Int?
  var newest: String?
  /// True when the vault in its place is another one.
  var isOther = false
  private let isSound: Bool
  private let hasVault: Bool

  init(
    _ vault: Vault, _ file: SealedFile, report: VerifyReport, beside place: RestorePlace
  ) throws {
    saved = file.facts.lastCommit
    records = report.records
    files = report.files
    isSound = report.isSound
    hasVault = place.exists
    guard place.exists else { return }
    isOther = place.vaultID.map { $0 != file.vaultID } ?? false
    guard !isOther, let present = try? file.openSibling(at: place.path),
      let present = try? Vault.open(present)
    else { return }
    defer { try? present.close() }
    let have = Set(try vault.changes().map { "\($0.number) \($0.at) \($0.command)" })
    let changes = try present.changes()
    let more = changes.filter { !have.contains("\($0.number) \($0.at) \($0.command)") }
    missing = more.count
    newest = more.first?.at
  }

  func show(_ talk: Talk) {
    var lines: [(label: String, text: String)] = []
    if saved > 0 { lines.append(("Saved last", Clock.spelled(Int(saved)))) }
    lines.append(("Holds", Listing.count(records, "record") + ", " + Listing.count(files, "file")))
    lines.append(("Checked", isSound ? "all of it can be read" : "it has damage"))
    lines.append(("The vault", comparison))
    Listing.show(lines, talk)
  }

  private var comparison: String {
    guard hasVault else { return "there is none in its place now" }
    if isOther { return "the one that would be in its place is another person's" }
    guard let missing else { return "the present one cannot be opened, or has another key" }
    guard missing > 0 else { return "the present one has nothing that the backup has not" }
    return "the present one has \(Listing.count(missing, "change")) more than the backup"
  }

  func json(_ path: String) -> JSONValue {
    [
      "format": RecordsJSON.format, "backup": .string(path), "ok": .bool(isSound),
      "savedAt": .number(String(saved)), "records": .number(String(records)),
      "files": .number(String(files)),
      "changesSince": missing.map { .number(String($0)) } ?? .null,
    ]
  }
}
