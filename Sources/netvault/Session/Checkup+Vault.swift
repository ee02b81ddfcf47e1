/// What an open vault's file tells about itself.
internal import Console
internal import Sealing

extension Checkup {
  func open(_ file: SealedFile) -> [Finding] {
    let facts = file.facts
    var found = [standing(file)]
    let slots = file.slots.map { slot in
      let kind = slot.kind == .recovery ? "recovery sheet" : "passphrase"
      let label = slot.label.isEmpty ? "" : " \"\(slot.label)\""
      return "\(kind)\(label)" + (slot.created > 0 ? " of \(Self.day(slot.created))" : "")
    }
    found.append(.good("slots", "What opens it: \(slots.joined(separator: ", "))."))
    found.append(
      facts.isRekeyDue
        ? .advice(
          "seals", "The key of this vault has been used very often.", next: "netvault key rotate")
        : .good("seals", "The key of this vault may still be used for a very long time."))
    let dead = FreeSpace.words(facts.deadBytes)
    found.append(
      facts.isCompactionDue
        ? .advice(
          "dead", "\(dead) of the file are old states that nobody needs.",
          next: "The next change removes them, where there is room on the disk.")
        : .good("dead", "\(dead) of the file are old states. They go when they are more."))
    if facts.unfinishedBytes > 0 {
      found.append(
        .advice(
          "tail", "A save was stopped in the middle. What was saved before it is whole.",
          next: "The next change clears it away. Nothing else is to be done."))
    }
    return found
  }

  private static func day(_ seconds: Int64) -> String {
    let spelled = Clock.spelled(Int(seconds))
    return spelled.split(separator: ",").first.map(String.init) ?? spelled
  }

  private func standing(_ file: SealedFile) -> Finding {
    let folder = StateFolder(talk.environment).path
    switch (try? file.standing(notesIn: folder)) ?? .unknown {
    case .asSeen: return .good("seen", "It goes on from what this computer saw last.")
    case .unknown: return .good("seen", "This computer sees it for the first time.")
    case .newer:
      return .good("seen", "It is newer than what this computer saw, and was written anew since.")
    case .older:
      return .advice(
        "seen", "It is an older copy than the one that this computer saw last.",
        next: "Look for the newer copy before you change anything.")
    case .forked:
      return .advice(
        "seen", "It and the copy that this computer saw last went different ways.",
        next: "Join the two: netvault merge OTHER")
    }
  }
}
