/// What this computer saw of a vault last, compared with the vault that is opened now.
///
/// Nobody can tell from the file alone that all of it was put back to an earlier state. So an older
/// copy, or one that went its own way, is named as such before anything is written into it, and
/// going on with it takes one answer.
internal import Console
internal import Sealing

struct SeenVault {
  let talk: Talk

  /// Looks at the note of this computer. Reading goes on with a word about it; writing stops until
  /// the copy is accepted. From then on the note follows the file.
  func compare(_ file: SealedFile) throws(Problem) {
    let folder = StateFolder(talk.environment)
    folder.make()
    // A note that cannot be read says nothing: it is as if there was none.
    let standing = (try? file.standing(notesIn: folder.path)) ?? .unknown
    if let copy = Self.copy(standing) {
      guard file.mode == .write else {
        talk.terminal.notice(copy(true))
        return
      }
      try accept(copy)
    }
    guard file.mode != .salvage else { return }
    try? file.remember(inNotes: folder.path)
    file.notes = folder.path
  }

  /// The same for a vault that another copy is joined to. Where this one is older, or went another
  /// way, and the other one is what was seen here last, joining them is the answer: nothing is asked,
  /// and the note stays as it is until `joined`.
  func compare(_ file: SealedFile, joining other: SealedFile) throws(Problem) {
    let folder = StateFolder(talk.environment)
    let standing = (try? file.standing(notesIn: folder.path)) ?? .unknown
    let isOther = (try? other.standing(notesIn: folder.path)) == .asSeen
    guard Self.copy(standing) != nil, isOther, file.mode == .write else {
      return try compare(file)
    }
  }

  /// From now on this computer knows the vault as it is after the other copy was joined to it, and
  /// a computer that knows the other copy finds that this one goes on from there.
  func joined(_ file: SealedFile, _ other: SealedFile) {
    file.goOn(from: other)
    let folder = StateFolder(talk.environment)
    folder.make()
    try? file.remember(inNotes: folder.path)
    file.notes = folder.path
  }

  /// Nil when there is nothing to say. The wording is another where a person only looks.
  private static func copy(_ standing: SealedFile.Standing) -> ((_ isNotice: Bool) -> Problem)? {
    switch standing {
    case .unknown, .asSeen, .newer: nil
    case .older(let seen, let found):
      { isNotice in
        .vaultOlder(
          missing: Int(clamping: seen.sequence - found.sequence), here: spelled(found),
          seen: spelled(seen), isNotice: isNotice)
      }
    case .forked(let seen, let found):
      { isNotice in
        .vaultForked(here: spelled(found), seen: spelled(seen), isNotice: isNotice)
      }
    }
  }

  private static func spelled(_ mark: SealedFile.Mark) -> String? {
    mark.time == 0 ? nil : Clock.spelled(Int(mark.time))
  }

  /// The one answer that makes this copy the vault: a flag, or a choice that `--yes` does not make.
  private func accept(_ copy: (_ isNotice: Bool) -> Problem) throws(Problem) {
    if talk.options.acceptOlder { return }
    guard talk.terminal.settings.canAsk else { throw copy(false) }
    for line in copy(true).lines { talk.terminal.explain(Styled(line)) }
    let choice = try Prompt(talk.terminal).choice(
      "What should netvault do?",
      ["Stop, so that I can look for the other copy", "Go on with this copy from now on"],
      default: 0, flag: "accept-older")
    guard choice == 1 else { throw .declined }
  }
}

extension SeenVault {
  /// False when the file is an older copy, or went its own way. Says nothing.
  func isNewest(at path: String, of file: SealedFile) -> Bool {
    guard let file = try? file.openSibling(at: path, mode: .read) else { return false }
    defer { try? file.close() }
    let folder = StateFolder(talk.environment).path
    return Self.copy((try? file.standing(notesIn: folder)) ?? .unknown) == nil
  }
}
