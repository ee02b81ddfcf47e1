/// When and where this computer made the last backup of a vault.
///
/// The vault remembers it too. This one can also be read when the vault does not open any more,
/// which is when it matters.
internal import Console
internal import FoundationEssentials
internal import JSON
internal import Records
internal import Sealing
internal import Vault

struct LastBackup {
  /// The name of the vault's own memory of it.
  static let memo = "backup"

  /// An ISO 8601 instant in UTC.
  let at: String
  /// The folder it went to, from the root.
  let folder: String
  /// How many backups were to be kept there.
  let keep: Int

  /// What an open vault remembers; else what this computer does.
  static func of(_ vault: Vault, _ environment: [String: String]) -> LastBackup? {
    if let memo = try? vault.memo(Self.memo), let folder = memo.value["folder"]?.string {
      return LastBackup(
        at: memo.at, folder: folder, keep: memo.value["keep"]?.int ?? BackupFolder.usualCount)
    }
    return vault.file.flatMap { here($0.vaultID, environment) }
  }

  /// What this computer remembers of a vault, by its id.
  static func here(_ vaultID: [UInt8], _ environment: [String: String]) -> LastBackup? {
    let path = path(vaultID, environment)
    guard let data = FileManager.default.contents(atPath: path),
      let json = try? JSONValue.parse(String(decoding: data, as: UTF8.self)),
      let at = json["at"]?.string, let folder = json["folder"]?.string
    else { return nil }
    return LastBackup(at: at, folder: folder, keep: json["keep"]?.int ?? BackupFolder.usualCount)
  }

  /// The day of the last backup in words, for a vault that may not open.
  static func day(ofVaultAt path: String) -> String? {
    guard let glance = try? SealedFile.looksLikeVault(at: path) else { return nil }
    return here(glance.vaultID, ProcessInfo.processInfo.environment)?.day
  }

  /// `2 November 2026`.
  var day: String { Moment(at)?.date.spelled ?? at }

  /// `2 November 2026, in /media/usb`, and how long ago that is when it is long ago.
  func words(today: PartialDate) -> String {
    var text = "\(day), in \(folder)"
    if let days = age(today), days > Self.longAgo { text += ", \(days) days ago" }
    return text
  }

  /// Whole days since then.
  func age(_ today: PartialDate) -> Int? {
    Moment(at).map { today.dayNumber - $0.date.dayNumber }
  }

  /// After so many days a backup is called old.
  static let longAgo = 30

  var json: JSONValue {
    ["at": .string(at), "folder": .string(folder), "keep": .number(String(keep))]
  }

  /// Remembers it on this computer.
  func note(_ vaultID: [UInt8], _ environment: [String: String]) {
    StateFolder(environment).make()
    try? OutputFile.write(
      Array(json.compactText.utf8), to: Self.path(vaultID, environment), replacing: true,
      durable: false)
  }

  private static func path(_ vaultID: [UInt8], _ environment: [String: String]) -> String {
    "\(StateFolder(environment).path)/backup-\(vaultID.hex)"
  }
}
