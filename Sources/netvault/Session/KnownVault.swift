/// A vault that this computer knows by name: where it is, when it was used, and whether it is open.
internal import Console
internal import FoundationEssentials
internal import Glibc
internal import Records
internal import Sealing

struct KnownVault {
  let name: String
  let path: String
  /// Seconds since 1970, UTC.
  let changed: Int?
  /// When this computer opened it last.
  let opened: Int?
  /// False for a file that is no vault, or that is gone.
  let isVault: Bool

  init(path: String, _ environment: [String: String]) {
    self.path = path
    name = VaultLocation.name(of: path)
    changed = Self.time(path)
    let glance = try? SealedFile.looksLikeVault(at: path)
    isVault = glance != nil
    opened = glance.flatMap { Self.time(Self.note($0.vaultID, environment)) }
  }

  static func isThere(_ path: String) -> Bool { time(path) != nil }

  /// Every vault that has a name here, and the one that the settings name.
  static func all(_ environment: [String: String], _ config: Config) -> [KnownVault] {
    var paths = VaultLocation.known(environment)
    if let given = config.vault.map({ VaultLocation.path(of: $0, environment) }),
      !paths.contains(given)
    {
      paths.append(given)
    }
    return paths.map { KnownVault(path: $0, environment) }
  }

  /// Remembers that this computer opened a vault now. The empty file's time says when.
  static func noteOpened(_ vaultID: [UInt8], _ environment: [String: String]) {
    StateFolder(environment).make()
    let path = note(vaultID, environment)
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    futimens(file, nil)
    close(file)
  }

  private static func note(_ vaultID: [UInt8], _ environment: [String: String]) -> String {
    "\(StateFolder(environment).path)/opened-\(vaultID.hex)"
  }

  private static func time(_ path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mtim.tv_sec : nil
  }
}
