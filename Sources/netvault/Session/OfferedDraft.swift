/// Offers what was begun and not saved: go on, start anew, or throw it away.
internal import Console
internal import Records
internal import Vault

enum OfferedDraft {
  enum Choice {
    case goOn(Draft)
    case new
  }

  /// Asks where there are drafts of this kind and somebody to ask.
  static func choose(_ drafts: [Draft], _ talk: Talk, _ lent: LentVault) throws -> Choice {
    let settings = talk.terminal.settings
    guard !drafts.isEmpty, settings.canAsk, !settings.assumesYes else { return .new }
    // No more than can be told apart on a screen; the others stay where they are.
    let shown = Array(drafts.prefix(5))
    let prompt = Prompt(talk.terminal)
    if let only = shown.first, shown.count == 1 {
      let ways =
        only.record == nil
        ? ["go on with it", "start a new one, and keep it", "throw it away, and start a new one"]
        : ["go on with it", "throw it away, and start from the record"]
      let choice = try prompt.choice(
        "Not finished yet: \(only.words).", ways, default: 0, help: help, flag: "no-input")
      if choice == 0 { return .goOn(only) }
      if choice == ways.count - 1 { try remove([only], talk, lent) }
      return .new
    }
    let choice = try prompt.choice(
      "You have begun \(drafts.count) of these. Go on with one?",
      shown.map { $0.words.capitalizedFirst } + ["start a new one", "throw all of them away"],
      default: 0, help: help, flag: "no-input")
    if choice < shown.count { return .goOn(shown[choice]) }
    if choice == shown.count + 1 { try remove(drafts, talk, lent) }
    return .new
  }

  private static let help =
    "A draft is what you answered before, locked in your vault. It is kept for 30 days."

  private static func remove(_ drafts: [Draft], _ talk: Talk, _ lent: LentVault) throws {
    guard !talk.options.dryRun else { return }
    let now = talk.now
    try lent.write { vault in
      for draft in drafts { try Drafts.remove(draft, from: vault, now: now) }
    }
  }
}
