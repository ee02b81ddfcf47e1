/// Where a vault is: a path that was given, a name, or the only vault of this computer.
internal import Console
internal import FoundationEssentials
internal import Glibc

struct VaultLocation {
  let path: String

  /// The folder that keeps vaults by name (XDG Base Directory Specification: XDG_DATA_HOME).
  static func folder(_ environment: [String: String]) -> String {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/netvault" }
    return (environment["HOME"] ?? ".") + "/.local/share/netvault"
  }

  /// Every vault kept by name, as paths.
  static func known(_ environment: [String: String]) -> [String] {
    let folder = folder(environment)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".vault") }.sorted().map { "\(folder)/\($0)" }
  }

  /// A name has no slash and no dot; everything else is a path.
  static func path(of word: String, _ environment: [String: String]) -> String {
    if word.contains("/") || word.contains(".") { return word }
    if PracticePlace.isMeant(by: word, environment) { return PracticePlace.path(environment) }
    return "\(folder(environment))/\(word).vault"
  }

  /// The same where any file may be meant: one that is there comes before a name.
  static func path(ofFileOrName word: String, _ environment: [String: String]) -> String {
    var status = stat()
    let isFile = unsafe stat(word, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    return isFile ? word : path(of: word, environment)
  }

  /// The vault that a command means: by a flag, the environment, the settings file, or because
  /// there is only one.
  init(
    given: String?, _ environment: [String: String], configured: String? = nil
  ) throws(Problem) {
    if let word = given ?? environment["NETVAULT_VAULT"] ?? configured, !word.isEmpty {
      path = Self.path(of: word, environment)
      return
    }
    let known = Self.known(environment)
    guard let only = known.first else { throw .noVaultYet }
    guard known.count == 1 else {
      throw .severalVaults(known.map { Self.name(of: $0) })
    }
    path = only
  }

  /// The name a person calls it by.
  static func name(of path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.hasSuffix(".vault") ? String(last.dropLast(6)) : last
  }
}
