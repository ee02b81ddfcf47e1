internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault merge`: joins another copy of the vault to it, and asks where the two differ.
struct Merge: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join another copy of this vault; ask where they differ.",
    discussion: """
      Examples:
        netvault merge /media/usb/ana.vault
        netvault merge /media/usb/ana.vault --dry-run
        netvault merge /media/usb/ana.vault --theirs

      For two copies of one vault that were both changed. Nothing is lost from either of
      them: what does not stand at the end is in the history. The other copy stays as it is.
      """)

  /// One answer for every difference.
  enum Answer: String, EnumerableFlag {
    case mine
    case theirs
    case both

    static func help(for value: Answer) -> ArgumentHelp? {
      switch value {
      case .mine: "Where both were changed, keep what is here."
      case .theirs: "Where both were changed, take what the other copy has."
      case .both: "Where both were changed, keep both."
      }
    }
  }

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(
    help: ArgumentHelp("The other copy: a file, or the name of a vault.", valueName: "other"),
    completion: .file(extensions: ["vault"]))
  var other: String

  @Flag var answer: Answer?

  @Option(
    help: ArgumentHelp(
      "Where the other copy has another passphrase: the first line of a file.",
      valueName: "file"))
  var otherPassphraseFile: String?

  func perform(_ talk: Talk) throws -> Exit {
    let copy = try OtherCopy(other, passphraseFile: otherPassphraseFile, talk)
    let (vault, otherVault) = try copy.open(options.dryRun ? .read : .write)
    let plan = try copy.explaining { () throws(MergeError) in
      try vault.mergePlan(with: otherVault)
    }
    let view = MergeView(plan: plan, name: copy.name)
    view.show(to: talk.terminal)
    var receipt = Receipt()
    if !options.dryRun, !plan.isEmpty {
      let answers = try answers(plan, view, Links(vault: vault), Links(vault: otherVault), talk)
      let who = try talk.who(in: vault)
      talk.terminal.device.setStopped(.someSaved)
      var generator = SystemRandomNumberGenerator()
      receipt = try copy.explaining { () throws(MergeError) in
        try vault.merge(plan, from: otherVault, answers: answers, at: talk.now, who: who) {
          RecordID(using: &generator)
        }
      }
    }
    if !options.dryRun, let file = vault.file, let otherFile = otherVault.file {
      SeenVault(talk: talk).joined(file, otherFile)
    }
    try otherVault.close()
    try vault.close()
    if options.json { talk.answer(json: view.json(receipt, isDryRun: options.dryRun)) }
    tell(plan, receipt, copy, talk)
    return .done
  }

  /// Asks whether to join them, then one question after the other.
  private func answers(
    _ plan: MergePlan, _ view: MergeView, _ links: Links, _ otherLinks: Links, _ talk: Talk
  ) throws -> [[MergeAnswer]] {
    if answer == nil, !plan.disputes.isEmpty, !talk.terminal.settings.canAsk {
      throw Problem.mergeNeedsAnswers(plan.disputes.count)
    }
    let prompt = Prompt(talk.terminal)
    guard try prompt.yes("Join them?", default: true, flag: "yes") else { throw Problem.declined }
    let questions = MergeQuestions(terminal: talk.terminal, links: links, otherLinks: otherLinks)
    return try plan.disputes.enumerated().map { place, dispute in
      if let answer {
        return Array(repeating: answer.answer, count: dispute.questions)
      }
      return try questions.ask(dispute, number: place + 1, of: plan.disputes.count)
    }
  }

  private func tell(_ plan: MergePlan, _ receipt: Receipt, _ copy: OtherCopy, _ talk: Talk) {
    if options.dryRun {
      talk.terminal.say("Nothing was changed.")
    } else if plan.isEmpty {
      talk.terminal.say("Nothing is new. This copy has all of it already.")
    } else {
      let changed = receipt.updated + receipt.restored + receipt.removed
      talk.terminal.say(
        Styled("Added \(receipt.added), changed \(changed). The history of both is kept."))
      if receipt.change != nil { talk.terminal.say("Take it back with: netvault undo") }
      talk.terminal.say("The other copy is as it was. It can be joined to this one the same way.")
      talk.terminal.say("Next: netvault")
    }
  }
}

extension Merge.Answer {
  var answer: MergeAnswer {
    switch self {
    case .mine: .mine
    case .theirs: .theirs
    case .both: .both
    }
  }
}
