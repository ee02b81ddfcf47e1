/// One record while it is typed: the questions or the form, the draft in between, and the saving.
///
/// Nothing that was typed is lost. After each answer the vault has a draft; where another window uses
/// the vault, the answers wait here, and are tried again with the next one and at the end.
internal import Console
internal import Records
internal import Vault

final class Answering {
  private let talk: Talk
  private let kind: KindDescription
  let lent: LentVault
  private(set) var draft: Draft
  /// False with `--dry-run` and where nobody can be asked: there nothing is kept.
  private let keepsDraft: Bool
  /// True when the vault does not have the last answers yet.
  private var isBehind = false
  /// True when the vault has a draft of this.
  private var isKept: Bool

  init(_ talk: Talk, _ kind: KindDescription, _ draft: Draft, isOld: Bool, in lent: LentVault) {
    self.talk = talk
    self.kind = kind
    self.draft = draft
    self.lent = lent
    keepsDraft = !talk.options.dryRun && talk.terminal.settings.canAsk
    isKept = isOld
  }

  private var terminal: Terminal { talk.terminal }

  /// The command that goes on with this, for this vault.
  private var command: String {
    let words = draft.record == nil ? "add \(kind.kind.rawValue)" : "edit"
    return "netvault\(CommandNaming.flag(talk.options.vault)) \(words)"
  }

  // MARK: questions

  /// Asks the questions. What stops the talk is thrown after the answers are kept.
  func ask(_ interview: inout Interview) throws -> Interview.Outcome {
    guard keepsDraft else { return try interview.run() }
    if isKept || draft.form != nil { interview.goOn(from: draft.progress) }
    interview.draft = { self.keep($0) }
    terminal.device.setStopped(.nothingSaved)
    terminal.device.deferStops(true)
    defer { terminal.device.deferStops(false) }
    do throws(Problem) {
      let outcome = try interview.run()
      if terminal.device.isStopped { throw .stopped }
      if case .stopped = outcome { try? forget() }
      return outcome
    } catch {
      guard error.endsTalk, terminal.settings.canAsk else { throw error }
      throw ended(error)
    }
  }

  private func keep(_ progress: Interview.Progress) {
    draft.progress = progress
    draft.form = nil
    isBehind = true
    // The person waits for the next question: a vault in use is tried again later.
    write(patience: .milliseconds(200))
  }

  @discardableResult
  private func write(patience: Duration) -> Bool {
    guard keepsDraft else { return false }
    guard isBehind else { return isKept }
    let (draft, now, today) = (draft, talk.now, talk.today)
    guard
      (try? lent.write(patience: patience) { vault in
        try Drafts.keep(draft, in: vault, now: now, today: today)
      }) != nil
    else { return false }
    isBehind = false
    isKept = true
    terminal.device.setStopped(.answersKept(command))
    return true
  }

  /// The talk broke off. Says whether the answers are kept.
  private func ended(_ problem: Problem) -> Problem {
    guard !draft.progress.isEmpty, isBehind || isKept else { return problem }
    guard write(patience: .seconds(5)) else {
      return .stoppedNotKept(answers: draft.progress.answers.count)
    }
    return problem.exit == .stopped ? .stoppedKept(command) : .endedKept(command)
  }

  // MARK: form

  /// The fields as the person left them in the editor's form; nil when nothing was changed.
  func edit(_ fields: [String: Value], with input: FieldInput) async throws -> [String: Value]? {
    guard let choice = EditorChoice(environment: talk.environment) else { throw Problem.noEditor }
    terminal.device.deferStops(true)
    defer { terminal.device.deferStops(false) }
    let form = RecordForm(kind, fields)
    switch try await Editor(choice, on: terminal).edit(form, with: input, from: draft.form) {
    case .changed(let fields):
      draft.progress = Interview.Progress(answers: fields)
      draft.form = nil
      isBehind = true
      return fields
    case .unchanged: return nil
    case .left(let text):
      draft.form = text
      isBehind = true
      throw write(patience: .seconds(5)) ? Problem.formKept(command) : Problem.formNotKept
    }
  }

  // MARK: saving

  /// Writes to the vault. Where it is in use or cannot be written, the answers wait, and the person
  /// says when to try again.
  func save<Result>(_ body: (Vault) throws -> Result) throws -> Result {
    let now = talk.now
    while true {
      do throws(Problem) {
        return try saved { vault in
          let result = try body(vault)
          if self.isKept { try Drafts.remove(self.draft, from: vault, now: now) }
          return result
        }
      } catch {
        let canWait = [.vaultInUse, .cannotWrite].contains(error.exit)
        let settings = terminal.settings
        guard canWait, settings.canAsk, !settings.assumesYes else { throw error }
        let isBusy = error.exit == .vaultInUse
        for line in (isBusy ? .waitsToSave : error).lines { terminal.explain(Styled(line)) }
        if !isBusy { terminal.explain("Your answers are still here.") }
        guard try tries() else { throw ended(.stopped) }
      }
    }
  }

  private func tries() throws(Problem) -> Bool {
    do throws(Problem) {
      return try Prompt(terminal).yes("Try to save again?")
    } catch {
      guard error.endsTalk else { throw error }
      return false
    }
  }

  private func saved<Result>(_ body: (Vault) throws -> Result) throws(Problem) -> Result {
    do {
      return try lent.write(patience: Talk.patience, body)
    } catch let problem as Problem {
      throw problem
    } catch let error as VaultError {
      throw VaultWording.problem(error, path: (try? talk.location()) ?? "")
    } catch {
      throw .internalError(report: nil)
    }
  }

  /// Lets go of the draft: the person said no to saving.
  private func forget() throws {
    guard isKept else { return }
    let (draft, now) = (draft, talk.now)
    try lent.write { try Drafts.remove(draft, from: $0, now: now) }
    isKept = false
  }
}
