/// Offers to write down a question for the next visit.
internal import CarePlan
internal import Console
internal import Records
internal import Vault

struct Asking {
  let talk: Talk

  /// One question about what can change a test, where a medicine of the list can.
  func offer(
    _ influences: [(influence: Influence, medicines: [String])], _ vault: Vault
  ) throws {
    guard let found = influences.first(where: { !$0.medicines.isEmpty })?.influence,
      !found.question.isEmpty
    else { return }
    let known = try vault.records(of: .question).contains { $0.words("text") == found.question }
    guard !known else {
      talk.terminal.say("Your questions have one about that: netvault questions")
      return
    }
    let settings = talk.terminal.settings
    guard settings.canAsk, settings.answersAreTerminal, !settings.plain, !talk.options.dryRun,
      try talk.canWrite()
    else {
      talk.terminal.say("Next: netvault questions add \"\(found.question)\"")
      return
    }
    try vault.close()
    talk.terminal.explain()
    talk.terminal.explain(Styled(found.question))
    guard try Prompt(talk.terminal).yes("Add this to your questions?") else { return }
    let writing = try talk.openAgain(vault)
    let question = try talk.newRecord(
      .question, ["text": .text(found.question)], in: writing)
    try talk.apply(
      Change("add", at: talk.now, who: try talk.who(in: writing), steps: [.add(question)]),
      to: writing)
    try writing.close()
    talk.terminal.say("Saved. Next: netvault questions")
  }
}
