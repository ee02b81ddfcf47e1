internal import ArgumentParser
internal import Console
internal import Glibc
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault init`: makes a vault for one person.
struct Init: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new vault.",
    discussion: """
      Examples:
        netvault init
        netvault init --name "Ana Brandt" --born 1961-06-14

      A vault is one locked file. Only its passphrase and its recovery sheet open it. Without
      both nobody can read it: not you, not us, not a hospital.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("Whose records will be in it.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Date of birth.", valueName: "date"))
  var born: String?

  @Option(
    help: ArgumentHelp("Write a recovery sheet to this file, for printing.", valueName: "file"))
  var recoverySheet: String?

  @Flag(help: "Make no recovery sheet.")
  var noRecoverySheet = false

  @Option(help: .hidden)
  var kdfCost: Int?

  func perform(_ talk: Talk) throws -> Exit {
    let path = try Self.path(options.vault, talk)
    if PracticePlace.isHere(path, talk.environment) { throw Problem.nameForPractice }
    var status = stat()
    if unsafe lstat(path, &status) == 0 { throw Problem.vaultExists(path) }
    let person = try person(talk)
    guard !options.dryRun else {
      talk.terminal.say("A vault would be made at \(path). Nothing was changed.")
      return .done
    }
    if let recoverySheet { try RecoverySheet.requireFree(recoverySheet) }
    let passphrase = try newPassphrase(talk, names: [person.title])
    try Self.makeFolders(of: path)
    talk.terminal.say("Making the vault...")
    let cost = try NewPassphrase(talk: talk).cost(kdfCost)
    let vault = try Vault.create(
      at: path, passphrase: passphrase, person: person, cost: cost, at: talk.now)
    talk.terminal.device.setStopped(.someSaved)
    let sheet = try makeSheet(for: vault, talk)
    try vault.close()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "vault": .string(path),
          "recoverySheet": .bool(sheet),
        ])
    }
    talk.terminal.say("Your vault is ready: \(path)")
    if !sheet {
      talk.terminal.say("Keep the passphrase safe. Without it nobody can open this vault.")
    }
    talk.terminal.say("Next: netvault add diagnosis    (or: netvault import FILE)")
    return .done
  }

  /// The recovery sheet: asked for, or as the flags say. True when there is one.
  private func makeSheet(for vault: Vault, _ talk: Talk) throws -> Bool {
    guard !noRecoverySheet, recoverySheet != nil || talk.terminal.settings.canAsk else {
      return false
    }
    if talk.terminal.settings.canAsk {
      talk.terminal.explain()
      talk.terminal.explain(
        "If you lose the passphrase, only a recovery sheet can open this vault.")
      talk.terminal.explain("Nobody else can: not us, not a hospital.")
      let wants =
        try recoverySheet != nil
        || Prompt(talk.terminal).yes("Make a recovery sheet now?", flag: "no-recovery-sheet")
      guard wants else {
        talk.terminal.explain("You can make one later: netvault key sheet")
        return false
      }
    }
    _ = try talk.makeSheet(for: vault, try talk.file(of: vault), output: recoverySheet)
    return true
  }

  /// Where the new vault goes: a path, a name, or `records` in the folder of vaults. Where there is
  /// one already, the new one is another person's, and is given a name of its own.
  private static func path(_ given: String?, _ talk: Talk) throws(Problem) -> String {
    if let word = given ?? talk.environment["NETVAULT_VAULT"] {
      return VaultLocation.path(of: word, talk.environment)
    }
    let known = VaultLocation.known(talk.environment).map { VaultLocation.name(of: $0) }
    guard !known.isEmpty, talk.terminal.settings.canAsk else {
      return VaultLocation.path(of: "records", talk.environment)
    }
    talk.terminal.explain(
      "On this computer there is already: \(known.joined(separator: ", ")).")
    return VaultLocation.path(of: try newName(known, talk), talk.environment)
  }

  private static func newName(_ known: [String], _ talk: Talk) throws(Problem) -> String {
    while true {
      let name = try Prompt(talk.terminal).line(
        "What should the new vault be called? (a short name, such as dad)",
        help: "The file is called so, and anybody who uses this computer can see it.",
        flag: "vault")
      let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
      if isPlain, name.utf8.count <= 60, !known.contains(name) { return name }
      for line in Problem.vaultName(name, isTaken: known.contains(name)).lines {
        talk.terminal.explain(Styled("  \(line)"))
      }
    }
  }

  private func value(_ text: String, of name: String, _ input: FieldInput) throws -> Value? {
    guard let field = KindDescription.of(.person).field(name) else { return nil }
    return try input.value(text, for: field, of: .person)
  }

  private func person(_ talk: Talk) throws -> Record {
    var fields: [String: Value] = [:]
    let input = FieldInput(today: talk.today)
    if let name { fields["name"] = try value(name, of: "name", input) }
    if let born { fields["born"] = try value(born, of: "born", input) }
    if talk.terminal.settings.canAsk {
      talk.terminal.explain("This makes one locked file on this computer.")
      talk.terminal.explain("Nothing is ever sent anywhere.")
      talk.terminal.explain()
      try ask(talk, input, into: &fields)
    }
    guard let name = fields["name"] else {
      throw Problem.needsAnswer(
        "Whose records are these?", flag: "name", noInput: options.noInput)
    }
    var generator = SystemRandomNumberGenerator()
    return Record(
      id: RecordID(using: &generator), kind: .person, fields: fields,
      provenance: Provenance(
        origin: .person, who: options.typist ?? name.words, entered: talk.now))
  }

  private func ask(_ talk: Talk, _ input: FieldInput, into fields: inout [String: Value]) throws {
    let prompt = Prompt(talk.terminal)
    if fields["name"] == nil {
      let name = try prompt.line(
        "Whose records will be in it?", help: "First and last name, as on papers.", flag: "name")
      fields["name"] = .text(name)
    }
    guard let born = KindDescription.of(.person).field("born") else { return }
    while fields["born"] == nil {
      let typed = try prompt.line(
        "Date of birth? (for example, 27 3 1958)", help: born.help, flag: "born")
      let value: Value
      do {
        value = try input.value(typed, for: born, of: .person, isFlag: false)
      } catch {
        for line in error.lines { talk.terminal.explain(Styled("  \(line)")) }
        continue
      }
      talk.terminal.explain(Styled("  \(value.words)"))
      if try prompt.yes("  Right?", flag: "born") { fields["born"] = value }
    }
  }

  /// A new passphrase. From a file, a descriptor or a program it is taken as it is.
  private func newPassphrase(_ talk: Talk, names: [String]) throws -> Secret {
    if let given = try talk.givenPassphrase() {
      guard given.count > 0 else { throw Problem.passphraseEmpty }
      return given
    }
    guard talk.terminal.settings.canAsk else { throw Problem.passphraseNeeded }
    return try NewPassphrase(talk: talk, names: names).choose()
  }

  private static func makeFolders(of path: String) throws(Problem) {
    let parts = path.split(separator: "/").dropLast()
    var folder = path.hasPrefix("/") ? "" : "."
    for part in parts {
      folder += "/" + part
      if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST {
        throw CannotWrite.problem(folder, errno)
      }
    }
  }
}
