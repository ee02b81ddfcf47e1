/// `show --open`: a kept file, shown by the person's own program.
internal import Console
internal import Records
internal import Vault

struct OpeningFile {
  let vault: Vault
  let talk: Talk

  func open(_ file: Attachment) async throws {
    let opener = Opener(wished: talk.environment["NETVAULT_OPENER"]) { [talk] name in
      Editor.resolve(name, path: talk.environment["PATH"] ?? "")
    }
    guard let opener else { throw Problem.noOpener }
    let folders = [talk.environment["XDG_RUNTIME_DIR"], "/dev/shm"].compactMap(\.self)
    guard let copy = OpenedCopy(named: FileName.forOutput(file), in: folders) else {
      throw Problem.noPrivateMemory
    }
    if let free = copy.free, free < UInt64(file.length) {
      throw Problem.noRoomToOpen(free: FreeSpace.words(free))
    }
    try CopyOut(vault: vault, talk: talk).copy(file, to: copy.handle, copy.path)
    talk.terminal.say(Styled("Opening \(FileName.safe(file.name))."))
    guard await opener.open(copy.path) else { throw Problem.openerFailed(opener.program) }
    // The desktop's opener comes back while the file is still shown.
    if opener.isDesktop {
      guard talk.terminal.settings.canAsk else { throw Problem.openingNeedsTerminal }
      _ = try Prompt(talk.terminal).line(
        "Press Enter when you are done with it.", default: "done", flag: "file")
    }
    talk.terminal.say("The copy was removed. The file is still in your vault.")
  }
}
