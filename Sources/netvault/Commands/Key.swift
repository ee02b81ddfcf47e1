internal import ArgumentParser
internal import Console
internal import JSON
internal import Sealing
internal import Vault

/// `netvault key`: the ways to open the vault.
struct Key: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the ways to open this vault, and change them.",
    discussion: """
      Examples:
        netvault key list
        netvault key add --label caregiver
        netvault key remove caregiver
        netvault key sheet
        netvault key rotate
      """,
    subcommands: [KeyList.self, KeyAdd.self, KeyRemove.self, KeySheet.self, KeyRotate.self],
    defaultSubcommand: KeyList.self)
}

/// `netvault key list`.
struct KeyList: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the ways to open this vault.",
    discussion: """
      Example:
        netvault key list
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let file = try talk.file(of: vault)
    let slots = file.slots
    if options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "ways": .array(slots.map { Self.json($0, file) })])
      return .done
    }
    var table = Table(["Number", "What", "Made"].map { Table.Column($0) })
    for slot in slots {
      table.add(["\(slot.index + 1)", WayWords.name(slot), WayWords.made(slot)])
    }
    table.write(to: talk.terminal)
    if !slots.contains(where: { $0.kind == .recovery }) {
      talk.terminal.say("There is no recovery sheet. Make one: netvault key sheet")
    }
    return .done
  }

  private static func json(_ slot: SealedFile.Slot, _ file: SealedFile) -> JSONValue {
    [
      "number": .number(String(slot.index + 1)),
      "kind": .string(slot.kind == .recovery ? "recovery-sheet" : "passphrase"),
      "label": .string(slot.label), "made": .number(String(slot.created)),
      "opened": .bool(slot.index == file.openedSlot),
      "logN": slot.cost.map { .number(String($0.logN)) } ?? .null,
    ]
  }
}

/// `netvault key add`.
struct KeyAdd: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a passphrase, for example for a caregiver.",
    discussion: """
      Example:
        netvault key add --label caregiver

      Whoever has it can read and change everything in the vault, as you can.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @OptionGroup(title: "The new passphrase") var new: NewPassphraseOptions

  @Option(help: ArgumentHelp("What to call it, such as who has it.", valueName: "name"))
  var label = ""

  @Argument(help: .hidden)
  var words: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    guard words.isEmpty else { throw Problem.passphraseOnCommandLine }
    let vault = try talk.openForKeys(options.dryRun ? .read : .write)
    let file = try talk.file(of: vault)
    guard file.slots.count < 8 else { throw Problem.noFreeWay }
    guard !options.dryRun else {
      talk.terminal.say("A passphrase would be added. Nothing was changed.")
      return .done
    }
    let passphrase = try new.choose(talk, names: [try vault.ownerName, label])
    let cost = try new.cost(talk)
    let slot = try talk.keyChange { () throws(SealError) in
      try file.addPassphrase(passphrase, label: label, cost: cost)
    }
    talk.terminal.device.setStopped(.someSaved)
    try vault.close()
    if options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "number": .number(String(slot + 1))])
    }
    talk.terminal.say("It is added. Whoever has it can read and change everything.")
    talk.terminal.say("See all of them: netvault key list")
    return .done
  }
}

/// `netvault key remove`.
struct KeyRemove: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a passphrase or a recovery sheet away.",
    discussion: """
      Examples:
        netvault key remove caregiver
        netvault key remove 3

      Copies of the vault that were made before still open with it. What was in them can still
      be read. Only netvault key rotate keeps what is added from now on from somebody who knows a
      passphrase and has had the file.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of key list, or a label.", valueName: "which"))
  var which: String

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.openForKeys(options.dryRun ? .read : .write)
    let file = try talk.file(of: vault)
    let slot = try Self.slot(which, of: file)
    if slot.kind == .passphrase, file.slots.count(where: { $0.kind == .passphrase }) == 1 {
      throw Problem.lastPassphrase
    }
    let name = WayWords.name(slot)
    guard !options.dryRun else {
      talk.terminal.say("The \(name) would not open the vault any more. Nothing was changed.")
      return .done
    }
    if talk.terminal.settings.canAsk {
      let isSure = try Prompt(talk.terminal).yes(
        "Remove the \(name), made \(WayWords.made(slot))?", default: false)
      guard isSure else { throw Problem.declined }
    }
    try talk.keyChange { () throws(SealError) in try file.removeSlot(slot.index) }
    talk.terminal.device.setStopped(.someSaved)
    try vault.close()
    if options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "removed": .number(String(slot.index + 1))])
    }
    talk.terminal.say("The \(name) does not open this vault any more.")
    talk.terminal.say("Copies and backups from before still open with it.")
    talk.terminal.say("If somebody may have such a copy: netvault key rotate")
    return .done
  }

  /// The one that a number or a label means.
  private static func slot(
    _ typed: String, of file: SealedFile
  ) throws(Problem) -> SealedFile.Slot {
    if let number = Int(typed), let slot = file.slots.first(where: { $0.index == number - 1 }) {
      return slot
    }
    let named = file.slots.filter { $0.label.lowercased() == typed.lowercased() && typed != "" }
    guard let first = named.first else { throw .noSuchWay(typed) }
    guard named.count == 1 else { throw .severalWays(typed) }
    return first
  }
}
