internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault remove`: puts a record in the bin.
struct Remove: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a record in the bin.",
    discussion: """
      Example:
        netvault remove 3

      Nothing is lost: netvault restore brings it back.
      """,
    aliases: ["rm"])

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(options.dryRun ? .read : .write)
    let record = try Choosing(talk: talk, vault: vault).record(what)
    guard !options.dryRun else {
      talk.terminal.say("1 \(record.describing.one) would go to the bin. Nothing was changed.")
      return .done
    }
    try talk.apply(
      Change(
        "remove", at: talk.now, who: try talk.who(in: vault), steps: [.remove(record.id)]),
      to: vault)
    try vault.close()
    if options.json {
      talk.answer(json: ["format": RecordsJSON.format, "removed": .string(record.id.text)])
    }
    talk.terminal.say("The \(record.describing.one) is in the bin.")
    talk.terminal.say("Bring it back: netvault undo    (later: netvault restore)")
    return .done
  }
}

/// `netvault restore`: brings back a removed record, or an older version of one.
struct Restore: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring back a removed record or an older version.",
    discussion: """
      Examples:
        netvault restore                      choose from the bin
        netvault restore lobectomy
        netvault restore 3 --version-number 1 an older version of the third of the last list
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("Which version, as history numbers them.", valueName: "number"))
  var versionNumber: Int?

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(options.dryRun ? .read : .write)
    let record = try chosen(vault, talk)
    guard !options.dryRun else {
      talk.terminal.say("1 \(record.describing.one) would come back. Nothing was changed.")
      return .done
    }
    let receipt = try talk.apply(
      Change(
        "restore", at: talk.now, who: try talk.who(in: vault),
        steps: [.restore(record.id, version: versionNumber)]), to: vault)
    try vault.close()
    guard receipt.change != nil else {
      talk.terminal.say("It is not in the bin. Nothing was changed.")
      return .declined
    }
    if options.json {
      talk.answer(json: ["format": RecordsJSON.format, "restored": .string(record.id.text)])
    }
    talk.terminal.say("The \(record.describing.one) is back.")
    return .done
  }

  private func chosen(_ vault: Vault, _ talk: Talk) throws -> Record {
    if versionNumber != nil { return try Choosing(talk: talk, vault: vault).record(what) }
    guard what.isEmpty else {
      return try Choosing(talk: talk, vault: vault, inBin: true).record(what)
    }
    let bin = try Choosing(talk: talk, vault: vault).binned()
    guard !bin.isEmpty else { throw Problem.emptyBin }
    let choice = try Prompt(talk.terminal).choice(
      "Which one should come back?", bin.map { "\($0.describing.one): \($0.title)" },
      flag: "WHAT")
    return bin[choice]
  }
}
