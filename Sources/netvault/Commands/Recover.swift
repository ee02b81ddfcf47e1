internal import ArgumentParser
internal import Console
internal import JSON
internal import Sealing
internal import Vault

/// `netvault recover`: the words of the recovery sheet, then a new passphrase.
struct Recover: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the vault with the recovery sheet and choose a new passphrase.",
    discussion: """
      Examples:
        netvault recover

      It asks for the four lines of the sheet, one after the other, and says at once when a word
      or a line is not right. The sheet opens the vault afterwards too.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @OptionGroup(title: "The new passphrase") var new: NewPassphraseOptions

  @Option(
    help: ArgumentHelp(
      "Read the words of the sheet from a file with nothing else in it.",
      valueName: "file"))
  var wordsFile: String?

  @Option(
    help: ArgumentHelp(
      "Which passphrase is lost, by its number in key list. 0: none, add one more.",
      valueName: "number"))
  var lost: Int?

  func perform(_ talk: Talk) throws -> Exit {
    let path = try talk.location()
    let glance: SealedFile.Glance
    do { glance = try SealedFile.looksLikeVault(at: path) } catch {
      throw SealWording.problem(error, path: path)
    }
    guard glance.recoveries > 0 else { throw Problem.noRecoverySheet }
    let vault = try open(talk, path)
    let file = try talk.file(of: vault)
    let slot = try lostSlot(file, talk)
    guard !options.dryRun else {
      talk.terminal.say("These words open the vault. Nothing was changed.")
      return .done
    }
    talk.terminal.explain("The vault of \(try vault.ownerName) is open.")
    let passphrase = try new.choose(talk, names: [try vault.ownerName])
    let cost = try new.cost(talk)
    try talk.keyChange { () throws(SealError) in
      if let slot {
        try file.replacePassphrase(slot, with: passphrase, cost: cost)
      } else {
        try file.addPassphrase(passphrase, cost: cost)
      }
    }
    talk.terminal.device.setStopped(.someSaved)
    try vault.close()
    if options.json { talk.answer(json: ["format": RecordsJSON.format, "recovered": true]) }
    talk.terminal.say("The new passphrase opens this vault from now on.")
    talk.terminal.say("The recovery sheet stays good. Put it back where it was.")
    return .done
  }

  private func open(_ talk: Talk, _ path: String) throws -> Vault {
    if let wordsFile {
      guard let vault = try talk.open(recovery: try Self.read(wordsFile), at: path) else {
        throw Problem.recoveryWordsWrong
      }
      return vault
    }
    guard talk.terminal.settings.canAsk else { throw Problem.recoveryWordsNeeded }
    talk.terminal.explain("Take the recovery sheet. The words do not show while you type.")
    for left in (0..<3).reversed() {
      if let vault = try talk.open(recovery: try Self.ask(talk), at: path) { return vault }
      guard left > 0 else { break }
      talk.terminal.report(.recoveryWordsWrong)
    }
    throw Problem.recoveryWordsWrong
  }

  /// The four lines, each asked for again until it is right.
  private static func ask(_ talk: Talk) throws(Problem) -> RecoveryWords {
    var reader = RecoveryWords.Reader()
    while let line = reader.next {
      let typed = try talk.ask("Line \(line) of the sheet")
      do throws(RecoveryWords.Mistake) {
        try typed.lend { text throws(RecoveryWords.Mistake) in try reader.take(text) }
      } catch {
        talk.terminal.report(error.problem)
      }
    }
    guard let words = reader.finish() else { throw .internalError(report: nil) }
    return words
  }

  private static func read(_ path: String) throws(Problem) -> RecoveryWords {
    let text = try RecoveryFile.read(path)
    do throws(RecoveryWords.Mistake) {
      return try text.lend { text throws(RecoveryWords.Mistake) in try RecoveryWords.read(text) }
    } catch {
      throw error.problem
    }
  }

  /// Which passphrase gives way to the new one; nil to keep them all.
  private func lostSlot(_ file: SealedFile, _ talk: Talk) throws -> Int? {
    let slots = file.slots.filter { $0.kind == .passphrase }
    if let lost {
      if lost == 0 { return nil }
      guard let slot = slots.first(where: { $0.index == lost - 1 }) else {
        throw Problem.noSuchWay("\(lost)")
      }
      return slot.index
    }
    guard slots.count > 1 else { return slots.first?.index }
    let choice = try Prompt(talk.terminal).choice(
      "Which passphrase is lost? The new one takes its place.",
      slots.map { "\(WayWords.name($0)), made \(WayWords.made($0))" } + ["None: add one more"],
      flag: "lost")
    return choice < slots.count ? slots[choice].index : nil
  }
}
