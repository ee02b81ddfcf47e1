internal import ArgumentParser
internal import Console
internal import JSON
internal import Records

/// `netvault vaults`: the vaults of this computer, one a person.
struct Vaults: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the vaults on this computer, one a person.",
    discussion: """
      Examples:
        netvault vaults
        netvault --vault dad init            one more, for another person
        netvault --vault dad                 how things stand with that one
        netvault config vault dad            that one, when none is named

      A vault is called by the name of its file. No name comes out of a vault by itself.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let known = KnownVault.all(talk.environment, talk.config)
    guard !known.isEmpty else { throw Problem.noVaultYet }
    let meant = try? VaultLocation(
      given: nil, talk.environment, configured: talk.config.vault
    ).path
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format,
          "vaults": .array(known.map { json($0, isDefault: $0.path == meant) }),
        ])
      return .done
    }
    var table = Table(["Name", "Changed", "Opened here", "File"].map { Table.Column($0) })
    for vault in known {
      table.add([
        vault.name, vault.isVault ? Self.day(vault.changed) ?? "" : "not there, or no vault",
        Self.day(vault.opened) ?? "not yet", Self.short(vault.path, talk.environment),
      ])
    }
    table.write(to: talk.terminal)
    if known.count > 1, let name = known.first(where: { $0.path == meant })?.name {
      talk.terminal.say("None named means: \(name)")
    }
    if let other = known.first(where: { $0.path != meant })?.name ?? known.first?.name {
      talk.terminal.say("Use one by its name: netvault --vault \(other)")
    }
    if meant == nil {
      talk.terminal.say("Always mean one of them: netvault config vault NAME")
    }
    return .done
  }

  private func json(_ vault: KnownVault, isDefault: Bool) -> JSONValue {
    [
      "name": .string(vault.name), "file": .string(vault.path), "isDefault": .bool(isDefault),
      "isVault": .bool(vault.isVault),
      "changed": vault.changed.map { .number(String($0)) } ?? .null,
      "opened": vault.opened.map { .number(String($0)) } ?? .null,
    ]
  }

  private static func day(_ seconds: Int?) -> String? {
    seconds.map { Clock.spelled($0) }
  }

  /// With ~ for the home folder.
  private static func short(_ path: String, _ environment: [String: String]) -> String {
    guard let home = environment["HOME"], !home.isEmpty, path.hasPrefix(home + "/") else {
      return path
    }
    return "~" + path.dropFirst(home.count)
  }
}
