internal import ArgumentParser
internal import Console
internal import JSON
internal import Sealing
internal import Vault

/// `netvault key sheet`: new recovery words.
struct KeySheet: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Make a recovery sheet: words that open the vault if the passphrase is lost.",
    discussion: """
      Examples:
        netvault key sheet
        netvault key sheet --output sheet.html
        netvault key sheet --replace-old

      The page is for printing. Keep the paper where you keep your passport, then delete the file.
      A sheet that you have already stays good, unless you say --replace-old.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where to write the page. A file that is there is kept.", valueName: "file"))
  var output: String?

  @Flag(help: "From now on, the words of older sheets do not open the vault.")
  var replaceOld = false

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.openForKeys(options.dryRun ? .read : .write)
    let file = try talk.file(of: vault)
    let old = file.slots.filter { $0.kind == .recovery }
    guard !options.dryRun else {
      talk.terminal.say("A recovery sheet would be made. Nothing was changed.")
      return .done
    }
    let replaces = try replaces(old, talk)
    if !replaces, file.slots.count == 8 { throw Problem.noFreeWay }
    let place = try talk.makeSheet(
      for: vault, file, output: output, replacing: replaces ? old.map(\.index) : [])
    try vault.close()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "sheet": place.map { .string($0) } ?? .null,
          "replaced": .number(String(replaces ? old.count : 0)),
        ])
    }
    talk.terminal.say("The words open this vault from now on: netvault recover")
    if replaces, !old.isEmpty {
      talk.terminal.say("Older sheets do not open it any more. Tear them up.")
    }
    return .done
  }

  private func replaces(_ old: [SealedFile.Slot], _ talk: Talk) throws -> Bool {
    guard let newest = old.max(by: { $0.created < $1.created }) else { return false }
    if replaceOld { return true }
    guard talk.terminal.settings.canAsk, !talk.terminal.settings.assumesYes else { return false }
    return try Prompt(talk.terminal).choice(
      "There is a recovery sheet already, made \(WayWords.made(newest)).",
      ["Keep it: both open the vault", "Replace it: its words open nothing any more"],
      default: 0, flag: "replace-old") == 1
  }
}

/// `netvault key rotate`: everything anew under another key.
struct KeyRotate: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Lock everything anew, so that no older passphrase or sheet opens it.",
    discussion: """
      Example:
        netvault key rotate

      For when somebody may know a passphrase or have the sheet. The whole vault is written anew
      under another key: this is the only way to really take a passphrase back. Other passphrases
      and the recovery sheet must be made again. Copies and backups from before stay as they are:
      they still open with the old passphrases, so look after them or destroy them.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @OptionGroup(title: "The new passphrase") var new: NewPassphraseOptions

  @Argument(help: .hidden)
  var words: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    guard words.isEmpty else { throw Problem.passphraseOnCommandLine }
    let vault = try talk.openForKeys(options.dryRun ? .read : .write)
    let file = try talk.file(of: vault)
    let label = file.slots.first { $0.index == file.openedSlot }?.label ?? ""
    let others = file.slots.filter { $0.index != file.openedSlot }
    explain(others, talk)
    guard !options.dryRun else {
      talk.terminal.say("The vault would be locked anew. Nothing was changed.")
      return .done
    }
    if talk.terminal.settings.canAsk {
      guard try Prompt(talk.terminal).yes("Lock everything anew?", default: false) else {
        throw Problem.declined
      }
    }
    let passphrase = try new.choose(talk, names: [try vault.ownerName])
    let cost = try new.cost(talk)
    talk.terminal.say("Locking everything anew...")
    try rekey(file, passphrase, label, cost, talk)
    talk.terminal.device.setStopped(.someSaved)
    _ = try? Unlocking(talk: talk).forget(file.vaultID)
    try vault.close()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "rotated": true,
          "removed": .number(String(others.count)),
        ])
    }
    talk.terminal.say("Done. Only the new passphrase opens this vault.")
    talk.terminal.say("Copies and backups from before still open with the old passphrases.")
    talk.terminal.say("Make a new recovery sheet: netvault key sheet")
    return .done
  }

  private func rekey(
    _ file: SealedFile, _ passphrase: borrowing Secret, _ label: String, _ cost: KDFCost,
    _ talk: Talk
  ) throws(Problem) {
    do throws(SealError) {
      try file.rekey(passphrase: passphrase, label: label, cost: cost)
    } catch .syncFailed {
      // The new file is in its place, but a loss of power may still bring the old one back.
      throw .keysUncertain
    } catch {
      throw SealWording.problem(error, path: try talk.location())
    }
  }

  private func explain(_ others: [SealedFile.Slot], _ talk: Talk) {
    talk.terminal.say("The whole vault is written anew under another key.")
    talk.terminal.say("This is the only way to really take a passphrase back.")
    talk.terminal.say("Copies from before stay as they are, and open with the old passphrases.")
    for slot in others {
      talk.terminal.say("The \(WayWords.name(slot)) does not open it then. Make it again.")
    }
  }
}
