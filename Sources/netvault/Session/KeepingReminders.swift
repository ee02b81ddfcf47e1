/// Keeps the reminders file as the vault is, where a person turned reminders on. It never makes one,
/// never says anything, and never makes a command fail.
internal import CarePlan
internal import Glibc
internal import Records
internal import Sealing
internal import Vault

struct KeepingReminders {
  let talk: Talk
  let path: String

  /// Nil for a vault that is in no file.
  init?(_ talk: Talk, _ file: SealedFile?, at place: String) {
    guard let file else { return nil }
    self.talk = talk
    path = RemindersFile.path(
      ofVault: file.vaultID, isPractice: PracticePlace.isHere(place, talk.environment),
      talk.environment)
  }

  var isOn: Bool { RemindersFile.isThere(path) }

  /// From now on the file follows the vault: when something was written, it is made anew as the vault
  /// closes.
  func follow(_ vault: Vault) {
    guard isOn else { return }
    vault.beforeClose = { refresh($0) }
  }

  /// A file that is a link, or that belongs to somebody else, is left alone.
  func refresh(_ vault: Vault) {
    guard isOn, isOwn, let file = try? made(vault) else { return }
    if let old = try? RemindersFile.read(path), old.made == file.made, old.lines == file.lines {
      return
    }
    try? file.write(to: path, talk.environment)
  }

  func made(_ vault: Vault) throws -> RemindersFile {
    RemindersFile(try CareRecords(vault, today: talk.today).upcoming, today: talk.today)
  }

  private var isOwn: Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && status.st_uid == geteuid()
  }
}
