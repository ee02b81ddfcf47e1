internal import ArgumentParser
internal import Console
internal import JSON
internal import Sealing
internal import Vault

/// `netvault passphrase`: another passphrase in the place of the one that opened the vault.
struct Passphrase: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Change the passphrase.",
    discussion: """
      Examples:
        netvault passphrase

      It asks for the passphrase of now, then for the new one. Where several open the vault,
      the one that you typed is changed. Copies that were made before still open with the old
      one: see netvault key rotate --help.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @OptionGroup(title: "The new passphrase") var new: NewPassphraseOptions

  @Argument(help: .hidden)
  var words: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    guard words.isEmpty else { throw Problem.passphraseOnCommandLine }
    let vault = try talk.openForKeys(options.dryRun ? .read : .write)
    let file = try talk.file(of: vault)
    guard let slot = file.slots.first(where: { $0.index == file.openedSlot }) else {
      throw Problem.internalError(report: nil)
    }
    guard !options.dryRun else {
      talk.terminal.say(
        "The \(WayWords.name(slot)) would get a new one in its place. Nothing was changed.")
      return .done
    }
    let passphrase = try new.choose(talk, names: [try vault.ownerName])
    let cost = try new.cost(talk)
    try talk.keyChange { () throws(SealError) in
      try file.replacePassphrase(slot.index, with: passphrase, cost: cost)
    }
    talk.terminal.device.setStopped(.someSaved)
    try vault.close()
    if options.json { talk.answer(json: ["format": RecordsJSON.format, "changed": true]) }
    talk.terminal.say("The passphrase is changed. The old one does not open this vault any more.")
    talk.terminal.say("Copies and backups from before still open with the old one.")
    return .done
  }
}

/// The flags of every command that sets a passphrase.
struct NewPassphraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Read the new passphrase from the first line of a file.", valueName: "file"))
  var newPassphraseFile: String?

  @Option(help: .hidden)
  var kdfCost: Int?

  func choose(_ talk: Talk, names: [String]) throws(Problem) -> Secret {
    try NewPassphrase(talk: talk, names: names, file: newPassphraseFile).choose()
  }

  func cost(_ talk: Talk) throws(Problem) -> KDFCost {
    try NewPassphrase(talk: talk).cost(kdfCost)
  }
}
