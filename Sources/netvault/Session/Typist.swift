/// Who enters what is typed on this computer: asked once where a vault is shared, and remembered.
///
/// The name that is remembered is one that was typed for this. It never comes from a record, because
/// this file is not locked.
internal import Console
internal import FoundationEssentials
internal import Records
internal import Sealing
internal import Vault

struct Typist {
  let talk: Talk
  let vault: Vault

  /// The name that stands with the next entry. Changing commands ask for it where it matters.
  ///
  /// A flag is strongest; then what was said for this vault on this computer; then the settings file;
  /// then the person whose vault it is.
  func name(asking: Bool) throws -> String {
    if let given = talk.options.typist?.trimmedSpaces, !given.isEmpty {
      if asking { remember(given) }
      return given
    }
    switch kept {
    case .owner: return try vault.ownerName
    case .name(let name): return name
    case nil: break
    }
    if let name = talk.config.typist { return name }
    guard asking, isShared, talk.terminal.settings.canAsk, !talk.terminal.settings.assumesYes else {
      return try vault.ownerName
    }
    return try ask()
  }

  private enum Kept: Hashable {
    case owner
    case name(String)
  }

  /// A vault with several passphrases, or a computer with several vaults, has several people.
  private var isShared: Bool {
    guard let file = vault.file else { return false }
    return file.slots.count { $0.kind == .passphrase } > 1
      || VaultLocation.known(talk.environment).count > 1
  }

  private func ask() throws -> String {
    let owner = try vault.ownerName
    let prompt = Prompt(talk.terminal)
    talk.terminal.explain("Who is typing on this computer? The name stands with every entry.")
    let choice = try prompt.choice(
      "It is asked once for this vault.", [owner, "somebody else"], default: 0, flag: "as")
    guard choice == 1 else {
      write("owner")
      return owner
    }
    let name = try prompt.line(
      "Your name:", help: "For example: Jonas, caregiver.", flag: "as")
    write("name " + name.onOneLine(max: 60))
    return name
  }

  /// `--as` is remembered the first time. Later it is for one command only.
  private func remember(_ name: String) {
    guard kept == nil, talk.config.typist == nil, !talk.options.dryRun else { return }
    write("name " + name.onOneLine(max: 60))
    talk.terminal.say("Entries from this computer are by \(name) from now on.")
    talk.terminal.say("Another name: netvault config as NAME")
  }

  // MARK: the note

  private static let start = "typist-"

  private var path: String? {
    vault.file.map { "\(StateFolder(talk.environment).path)/\(Self.start)\($0.vaultID.hex)" }
  }

  private var kept: Kept? {
    guard let path, let data = FileManager.default.contents(atPath: path) else { return nil }
    let text = String(decoding: data.prefix(1 << 10), as: UTF8.self).trimmedSpaces
    if text == "owner" { return .owner }
    return text.hasPrefix("name ") ? .name(String(text.dropFirst(5))) : nil
  }

  private func write(_ text: String) {
    guard let path, !talk.options.dryRun else { return }
    StateFolder(talk.environment).make()
    try? OutputFile.write(Array(text.utf8), to: path, replacing: true, durable: false)
  }

  /// Forgets what was said for single vaults, so that the settings file counts again.
  static func forgetAll(_ environment: [String: String]) {
    let folder = StateFolder(environment).path
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(start) {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}
