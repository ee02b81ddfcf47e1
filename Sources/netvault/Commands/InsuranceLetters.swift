internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault
internal import Writing

/// `netvault insurance letter`: a text to go on from, filled with what the vault knows.
struct InsuranceLetters: TalkingCommand {
  enum Sort: String, ExpressibleByArgument, CaseIterable {
    case appeal
    case request
    case records
  }

  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Write a letter to begin with: appeal, request or records.",
    discussion: """
      Examples:
        netvault insurance letter appeal ultrasound
        netvault insurance letter request "PET scan" -o request.txt
        netvault insurance letter records "City Clinic" -o -
        netvault insurance letter appeal --editor        fill it in at once

      What is not known is marked in [brackets]. The reasons are yours and your doctor's.
      It is no advice of a lawyer or a doctor.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: "Which letter: appeal, request or records.")
  var sort: Sort

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where to; - prints it.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that is already there.")
  var replace = false

  @Flag(help: "Fill it in with your own editor before it is written.")
  var editor = false

  func perform(_ talk: Talk) async throws -> Exit {
    let desk = try InsuranceDesk(talk: talk, vault: try talk.open(.read))
    let letter = try letter(desk)
    let text = letter.text
    let path = output ?? "letter-\(sort.rawValue)-\(talk.today).txt"
    guard !options.dryRun else {
      talk.terminal.say("\(path) would be written. Nothing was written.")
      return .done
    }
    let filled = editor ? try await edited(text, path, talk) : text
    if path == "-" {
      talk.terminal.write(Array(filled.utf8))
      return .done
    }
    do throws(Problem) {
      try OutputFile.write(Array(filled.utf8), to: path, replacing: replace)
    } catch {
      // What somebody typed is shown, where it cannot be written.
      if filled != text { talk.terminal.write(Array(filled.utf8)) }
      throw error
    }
    let blanks = InsuranceLetter.blanks(in: filled)
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "written": .string(path),
          "toFill": .number(String(blanks)),
        ])
    }
    talk.terminal.say("Written: \(path)")
    talk.terminal.say("\(Listing.count(blanks, "place")) to fill in, each in [brackets].")
    talk.terminal.say("This file is not locked. Anyone who has it can read it.")
    talk.terminal.say(
      sort == .appeal
        ? "Next: netvault insurance appeal --filed today    (when it is sent)"
        : "Next: netvault insurance call add    (when you call about it)")
    return .done
  }

  /// The letter as it was left in the editor. What is in its way is said before it opens.
  private func edited(_ text: String, _ path: String, _ talk: Talk) async throws -> String {
    let settings = talk.terminal.settings
    // An editor draws where answers go: not into a file, and not into another program.
    guard settings.canAsk, settings.answersAreTerminal else { throw Problem.editorNeedsTerminal }
    guard let choice = EditorChoice(environment: talk.environment) else { throw Problem.noEditor }
    if !replace, path != "-" { try OutputFile.requireFree(path) }
    talk.terminal.device.deferStops(true)
    defer { talk.terminal.device.deferStops(false) }
    guard let left = try await Editor(choice, on: talk.terminal).edit(text: text) else {
      throw Problem.declined
    }
    return left
  }

  private func letter(_ desk: InsuranceDesk) throws -> InsuranceLetter {
    let owner = try desk.vault.owner
    let text = what.joined(separator: " ").trimmedSpaces
    if sort == .appeal {
      let denial = try desk.denial(what)
      return InsuranceLetter(
        .appeal, owner: owner, policy: denial.policy ?? desk.mainPolicy, denial: denial,
        about: nil, calls: calls(about: denial.what, desk), today: desk.talk.today)
    }
    let about = try record(text, desk)
    let kind = InsuranceLetter.Sort(rawValue: sort.rawValue) ?? .request
    let denial = about.flatMap { Denial($0, desk.policies) }
    let policy = about.flatMap { Denial.policy(of: $0, desk.policies) } ?? desk.mainPolicy
    return InsuranceLetter(
      kind, owner: owner, policy: policy, denial: kind == .records ? denial : nil, about: about,
      words: text, calls: about.map { calls(about: $0.title, desk) } ?? [],
      today: desk.talk.today)
  }

  /// The claim or permission that a number or words mean. Other words stay words: a clinic, a scan
  /// that nothing is written down of yet.
  private func record(_ text: String, _ desk: InsuranceDesk) throws -> Record? {
    if Int(text) != nil {
      return try Choosing(talk: desk.talk, vault: desk.vault).record([text])
    }
    let words = text.lowercased().split(separator: " ")
    guard !words.isEmpty else { return nil }
    let kinds: [Kind] = sort == .request ? [.authorization] : [.authorization, .claim]
    let found = kinds.flatMap { desk.records($0) }.filter { record in
      let title = record.title.lowercased()
      return words.allSatisfy { title.contains($0) }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The last calls about the same thing.
  private func calls(about what: String, _ desk: InsuranceDesk) -> [Record] {
    Array(
      Listing.newestFirst(InsuranceAppeal.calls(about: what, in: desk.records(.call))).prefix(3)
        .reversed())
  }
}
