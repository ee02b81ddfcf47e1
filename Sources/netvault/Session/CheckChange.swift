/// One change of one or several checks: tried, saved and said the same way by every command that makes
/// one.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault

struct CheckChange {
  let talk: Talk
  let vault: Vault
  /// The word of the command, for the history: `schedule done`.
  let command: String

  /// Saves the checks, and says what became of them.
  ///
  /// - Parameter said: What happened, such as `Noted: it was done on 3 May 2026.`
  func save(_ checks: [Record], said: String) throws -> Exit {
    let dues = try checks.map { check in
      let results = try ScheduleFacts.results(of: [check], vault)
      let dates = Dictionary(
        results.compactMap { one in one.when?.date.map { (one.id, $0) } },
        uniquingKeysWith: { first, _ in first })
      return Due(check, today: talk.today, dateOf: { dates[$0] })
    }
    guard !talk.options.dryRun else {
      talk.terminal.say(
        "\(Listing.count(checks.count, "check")) would change. Nothing was changed.")
      return .done
    }
    let who = try talk.who(in: vault)
    let steps = checks.map { check -> Change.Step in
      var check = check
      check.provenance.who = who
      return .update(check)
    }
    try talk.apply(Change(command, at: talk.now, who: who, steps: steps), to: vault)
    try vault.close()
    if talk.options.json { talk.answer(json: RecordsJSON.list(checks)) }
    talk.terminal.say(Styled(said))
    for (check, due) in zip(checks, dues).prefix(8) {
      let words = due.map { "Next: \($0.explained)" } ?? "It is not due any more."
      let name = checks.count > 1 ? "\(check.title). " : ""
      talk.terminal.say(Styled(name + words.replacing("Next: ", with: "It is due next: ")))
    }
    talk.terminal.say("Next: netvault schedule    (take it back: netvault undo)")
    return .done
  }
}
