/// `netvault due --quiet`, for a shell's profile or a timer: how many things are due, from the reminders
/// file alone. It asks nothing, opens no vault, and ends well whatever it finds.
internal import Console
internal import JSON
internal import Records
internal import Sealing

struct QuietDue {
  let talk: Talk

  func say() {
    var due = 0
    var isUnreadable = false
    var isOld = false
    for path in paths {
      do throws(RemindersFile.Trouble) {
        let file = try RemindersFile.read(path)
        due += file.due(on: talk.today)
        if sayOld(file, at: path) { isOld = true }
      } catch {
        if case .unreadable = error { isUnreadable = true }
      }
    }
    if talk.options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "due": .number(String(due)),
          "readable": .bool(!isUnreadable),
        ])
      return
    }
    if due > 0 {
      talk.terminal.answer(Styled(due == 1 ? "1 thing is due." : "\(due) things are due."))
    }
    if isOld {
      talk.terminal.answer("The reminders are older than 30 days. For newer ones: netvault due")
    }
    if isUnreadable {
      talk.terminal.answer("Some reminders cannot be read. See: netvault reminders")
    }
  }

  /// The file of the vault that was named, or those of all vaults but the practice vault.
  private var paths: [String] {
    guard talk.options.vault != nil else { return RemindersFile.all(talk.environment) }
    guard let place = try? talk.location(), let glance = try? SealedFile.looksLikeVault(at: place)
    else { return [] }
    return [
      RemindersFile.path(
        ofVault: glance.vaultID, isPractice: PracticePlace.isHere(place, talk.environment),
        talk.environment)
    ]
  }

  /// Once for each file: what cannot be noted is not said, or it would be said each time.
  private func sayOld(_ file: RemindersFile, at path: String) -> Bool {
    guard file.isOld(on: talk.today), !file.isSaidOld else { return false }
    var said = file
    said.isSaidOld = true
    return (try? said.write(to: path, talk.environment)) != nil
  }
}
