internal import ArgumentParser
internal import Console
internal import JSON
internal import Sealing
internal import Vault

/// `netvault doctor`: what could go wrong with this computer and this vault, and what to do.
struct Doctor: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check this computer and this vault, and say what to do.",
    discussion: """
      Examples:
        netvault doctor             also works without the passphrase
        netvault doctor --repair    saves what a damaged vault still holds, in a new file

      Exit code 0: nothing is damaged. Exit code 13: damage was found.
      To read every record: netvault verify
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(help: "Save all that can be read of a damaged vault into a new file. It is not touched.")
  var repair = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where --repair saves it. Without it: beside the vault.", valueName: "file"))
  var output: String?

  func perform(_ talk: Talk) throws -> Exit {
    if repair {
      return try Repairing(talk: talk, path: try talk.location(), output: output).run()
    }
    let checkup = Checkup(talk: talk)
    var found = checkup.computer()
    let path = try talk.location()
    let glance: SealedFile.Glance?
    do {
      glance = try SealedFile.looksLikeVault(at: path)
    } catch .damaged {
      glance = nil
      found.append(
        .damage(
          "start", "The start of the vault's file is damaged, so that no passphrase fits it.",
          next: "Put a backup back: netvault backup open BACKUP"))
    } catch {
      throw SealWording.problem(error, path: path)
    }
    found += checkup.file(path, glance)
    var wasOpened = false
    if let glance {
      let (inside, opened) = try inside(checkup, path, glance, talk)
      found += inside
      wasOpened = opened
    }
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "vault": .string(path), "opened": .bool(wasOpened),
          "ok": .bool(!found.contains { $0.state != .good }),
          "findings": .array(found.map(\.json)),
        ])
    } else {
      found.show(talk)
      if !wasOpened { talk.terminal.say("The vault was not opened, so this is not all.") }
    }
    return found.hasDamage ? .damaged : .done
  }

  /// What only an open vault tells. Without a passphrase there is nothing, and that is no failure.
  private func inside(
    _ checkup: Checkup, _ path: String, _ glance: SealedFile.Glance, _ talk: Talk
  ) throws -> (found: [Finding], wasOpened: Bool) {
    let isGiven =
      options.passphraseFile != nil || options.passphraseDescriptor != nil
      || options.passphraseCommand != nil
    let isUnlocked = (try? KeyRing.kernel.holds(glance.vaultID)) ?? false
    if !isGiven, !isUnlocked, talk.terminal.settings.canAsk {
      let opens = try Prompt(talk.terminal).yes(
        "Open the vault and check it from inside too?",
        help: "Then netvault asks for the passphrase.", flag: "passphrase-file")
      guard opens else { return ([], false) }
    }
    let vault: Vault
    do {
      vault = try talk.open(.read, at: path, comparing: false)
    } catch {
      switch error.exit {
      case .needsAnswer: return ([], false)
      case .damaged: return ([Self.damage(error, path)], true)
      default: throw error
      }
    }
    defer { try? vault.close() }
    return (vault.file.map { checkup.open($0) } ?? [], true)
  }

  private static func damage(_ problem: Problem, _ path: String) -> Finding {
    let last = LastBackup.day(ofVaultAt: path).map { " The last backup is from \($0)." } ?? ""
    return .damage("damage", problem.what + last, next: "netvault doctor --repair")
  }
}
