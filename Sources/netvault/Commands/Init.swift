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

      A vault is one locked file. Without its passphrase nobody can read it: not you, not us,
      not a hospital.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("Whose records will be in it.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Date of birth.", valueName: "date"))
  var born: String?

  @Option(help: .hidden)
  var kdfCost: Int?

  func perform(_ talk: Talk) throws -> Exit {
    let path = try Self.path(options.vault, talk)
    var status = stat()
    if unsafe lstat(path, &status) == 0 { throw Problem.vaultExists(path) }
    let person = try person(talk)
    guard !options.dryRun else {
      talk.terminal.say("A vault would be made at \(path). Nothing was changed.")
      return .done
    }
    let passphrase = try Self.newPassphrase(talk)
    try Self.makeFolders(of: path)
    talk.terminal.say("Making the vault...")
    let vault = try Vault.create(
      at: path, passphrase: passphrase, person: person, cost: cost(), at: talk.now)
    try vault.close()
    if options.json {
      talk.answer(json: ["format": RecordsJSON.format, "vault": .string(path)])
    }
    talk.terminal.say("Your vault is ready: \(path)")
    talk.terminal.say("Keep the passphrase safe. Without it nobody can open this vault.")
    talk.terminal.say("Next: netvault add diagnosis    (or: netvault import FILE)")
    return .done
  }

  /// Where the new vault goes: a path, a name, or `records` in the folder of vaults.
  private static func path(_ given: String?, _ talk: Talk) throws(Problem) -> String {
    let word = given ?? talk.environment["NETVAULT_VAULT"] ?? "records"
    return VaultLocation.path(of: word, talk.environment)
  }

  private func cost() throws(Problem) -> KDFCost {
    guard let kdfCost else { return .standard }
    guard let logN = UInt8(exactly: kdfCost), let cost = try? KDFCost(logN: logN) else {
      throw .flagValue("kdf-cost", example: "17")
    }
    return cost
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

  /// A new passphrase, typed twice. From a file or a descriptor it is taken as it is.
  private static func newPassphrase(_ talk: Talk) throws -> Secret {
    if let given = try talk.givenPassphrase() {
      guard given.count > 0 else { throw Problem.passphraseEmpty }
      return given
    }
    guard talk.terminal.settings.canAsk else {
      throw Problem.passphraseNeeded
    }
    talk.terminal.explain("The passphrase locks everything. Six plain words are strong.")
    talk.terminal.explain("If you lose it, nobody can open the vault: not us, not a hospital.")
    while true {
      let first = try talk.ask("Choose a passphrase")
      guard first.count > 0 else {
        talk.terminal.report(.passphraseEmpty)
        continue
      }
      let second = try talk.ask("Type it once more")
      if first.isSame(as: second) { return first }
      talk.terminal.report(.passphrasesDiffer)
    }
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
