internal import ArgumentParser
internal import Console
internal import Glibc
internal import JSON
internal import Sealing
internal import Vault

/// `netvault unlock`: keeps the vault open for a while.
struct Unlock: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keep the vault open for a while.",
    discussion: """
      Examples:
        netvault unlock                  for 15 minutes
        netvault unlock --for 1h
        netvault unlock --for "2 hours"

      The kernel keeps the key, for all your terminals, and forgets it by itself. In that time
      any program that runs as you could read it. netvault lock ends it at once.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("How long: 15m, 1h, \"2 hours\". 12 hours at most.", valueName: "time"))
  var length: String?

  @Argument(help: .hidden)
  var words: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    guard words.isEmpty else { throw Problem.passphraseOnCommandLine }
    let seconds = try seconds(talk)
    guard !options.dryRun else {
      talk.terminal.say(
        "The vault would stay open for \(SpokenDuration.words(seconds)). Nothing was changed.")
      return .done
    }
    let vault = try talk.openForKeys(.read)
    try Unlocking(talk: talk).keep(try talk.file(of: vault), seconds: seconds)
    try vault.close()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "unlocked": true, "seconds": .number(String(seconds)),
        ])
    }
    talk.terminal.say(
      "The vault is open for \(SpokenDuration.words(seconds)), until \(Self.until(seconds)).")
    talk.terminal.say("In that time any program that runs as you could read its key.")
    talk.terminal.say("Close it now: netvault lock")
    return .done
  }

  private func seconds(_ talk: Talk) throws(Problem) -> Int {
    guard let length else {
      let seconds = talk.config.lockAfter ?? Unlocking.usual
      if seconds == 0 { throw .unlockIsOff }
      return seconds
    }
    guard let seconds = SpokenDuration.seconds(length), (1...Unlocking.longest).contains(seconds)
    else {
      throw .unlockLength(length, most: SpokenDuration.words(Unlocking.longest))
    }
    return seconds
  }

  private static func until(_ seconds: Int) -> String {
    let spelled = Clock.spelled(time(nil) + seconds)
    return spelled.split(separator: ", ").last.map(String.init) ?? spelled
  }
}

/// `netvault lock`: forgets the keys that are kept.
struct Lock: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Close it now.",
    discussion: """
      Examples:
        netvault lock                    every vault of yours
        netvault --vault mother lock     that one alone
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let unlocking = Unlocking(talk: talk)
    var count = 0
    if options.vault != nil {
      let path = try talk.location()
      let glance: SealedFile.Glance
      do { glance = try SealedFile.looksLikeVault(at: path) } catch {
        throw SealWording.problem(error, path: path)
      }
      if !options.dryRun { count = try unlocking.forget(glance.vaultID) ? 1 : 0 }
    } else if !options.dryRun {
      count = try unlocking.forgetAll()
    }
    guard !options.dryRun else {
      talk.terminal.say("What is unlocked would be locked. Nothing was changed.")
      return .done
    }
    if options.json {
      talk.answer(json: ["format": RecordsJSON.format, "locked": .number(String(count))])
    }
    switch count {
    case 0: talk.terminal.say("Nothing was unlocked.")
    case 1: talk.terminal.say("The vault is locked.")
    default: talk.terminal.say("\(count) vaults are locked.")
    }
    return .done
  }
}
