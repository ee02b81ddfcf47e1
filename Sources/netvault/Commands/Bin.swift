internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault bin`: what was removed, and deleting it for good.
struct Bin: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show removed records, or delete them for good.",
    discussion: """
      Examples:
        netvault bin
        netvault bin empty

      A record in the bin comes back with: netvault restore
      """,
    subcommands: [BinList.self, BinEmpty.self], defaultSubcommand: BinList.self)
}

/// `netvault bin list`, which need not be written out.
struct BinList: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show removed records, the last one first.",
    discussion: """
      Example:
        netvault bin
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let bin = try talk.open(.read).bin()
    if options.json {
      let records: [JSONValue] = bin.map { one in
        [
          "id": .string(one.row.id.text), "kind": .string(one.row.kind.rawValue),
          "title": .string(one.row.title), "removed": .string(one.removedAt),
        ]
      }
      talk.answer(json: ["format": RecordsJSON.format, "records": .array(records)])
      return .done
    }
    guard !bin.isEmpty else { throw Problem.emptyBin }
    var table = Table(["Removed", "Kind", "What"].map { Table.Column($0) })
    for one in bin {
      table.add([
        Moment(one.removedAt)?.date.spelled ?? one.removedAt,
        KindDescription.of(one.row.kind).one, one.row.title,
      ])
    }
    table.write(to: talk.terminal)
    talk.terminal.say(
      "Bring one back: netvault restore    (delete all of them: netvault bin empty)")
    return .done
  }
}

/// `netvault bin empty`: the one thing that cannot be taken back.
struct BinEmpty: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "empty",
    abstract: "Delete what is in the bin for good. It cannot be undone.",
    discussion: """
      Examples:
        netvault bin empty                  asks for the name of the vault
        netvault bin empty --confirm ana    for scripts

      The file is written anew, so that nothing of it is left in it. Backups and other copies
      still hold what was in the bin.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("The name of the vault, instead of the question.", valueName: "name"))
  var confirm: String?

  func perform(_ talk: Talk) throws -> Exit {
    let name = VaultLocation.name(of: try talk.location())
    let vault = try talk.open(options.dryRun ? .read : .write)
    let (count, files) = (try vault.bin().count, try vault.detachedFiles())
    guard count + files > 0 else { throw Problem.emptyBin }
    var parts = count > 0 ? [Listing.count(count, "record")] : []
    if files > 0 { parts.append(Listing.count(files, "file") + " taken away from a record") }
    let records = parts.joined(separator: " and ")
    guard !options.dryRun else {
      talk.terminal.say("\(records) would be deleted for good. Nothing was changed.")
      return .done
    }
    if let confirm {
      guard confirm == name else { throw Problem.otherName(name) }
    } else {
      try Prompt(talk.terminal).typedName(
        "\(records) will be deleted for good. Type the name of the vault (\(name)):", name: name)
    }
    talk.terminal.device.setStopped(.someSaved)
    let receipt = try vault.emptyBin(at: talk.now, who: try talk.who(in: vault))
    try vault.close()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "deleted": .number(String(receipt.removed)),
          "goneFromFile": .bool(receipt.isGoneFromFile),
        ])
    }
    talk.terminal.say("Deleted for good: \(records).")
    if !receipt.isGoneFromFile {
      talk.terminal.say("There was no room to write the file anew: traces stay in it until then.")
    }
    talk.terminal.say("Backups and other copies still hold them.")
    return .done
  }
}
