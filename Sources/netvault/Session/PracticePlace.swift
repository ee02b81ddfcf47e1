/// Where the practice vault lives: apart from people's own vaults, so that no command ever takes it
/// for one of them. Its passphrase is no secret, and is not asked for.
internal import Console
internal import Glibc
internal import Sealing

enum PracticePlace {
  /// What it is called after `--vault`.
  static let name = "practice"
  /// Nobody has to remember it, and everybody may know it.
  static let passphrase = "practice"

  static func path(_ environment: [String: String]) -> String {
    "\(VaultLocation.folder(environment))/practice/practice.vault"
  }

  /// True for the file that `netvault practice` makes.
  static func isHere(_ path: String, _ environment: [String: String]) -> Bool {
    path == self.path(environment)
  }

  /// True when `practice` means the practice vault, and not one of a person's own.
  static func isMeant(by word: String, _ environment: [String: String]) -> Bool {
    guard word == name else { return false }
    var status = stat()
    return unsafe lstat("\(VaultLocation.folder(environment))/practice.vault", &status) != 0
  }

  static var secret: Secret { Secret(copying: Array(passphrase.utf8).span) }
}
