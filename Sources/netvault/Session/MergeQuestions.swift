/// Asks a person about a record that both copies changed: field by field, one at a time.
internal import Console
internal import Records
internal import Vault

struct MergeQuestions {
  let terminal: Terminal
  let links: Links
  /// Finds the records that links of the other copy point to.
  let otherLinks: Links

  func ask(_ dispute: MergeDispute, number: Int, of count: Int) throws -> [MergeAnswer] {
    let kind = dispute.mine.describing
    let here = try links.named(dispute.mine)
    let there = try otherLinks.named(dispute.theirs)
    let before = try dispute.before.map { try links.named($0) }
    terminal.explain()
    terminal.explain(
      Styled("\(kind.one.capitalizedFirst), \(here.title) (\(number) of \(count))", .bold))
    terminal.explain(Styled(Self.times(dispute)))
    if dispute.isAboutBin { return [try askAboutBin(dispute, here, there, before)] }
    return try dispute.fields.compactMap { kind.field($0) }.map { field in
      func words(_ record: Record?) -> String {
        record?[field.name].map { field.words($0) } ?? "nothing"
      }
      terminal.explain(Styled("  \(field.label), here: \(words(here))"))
      terminal.explain(Styled("  \(field.label), in the other copy: \(words(there))"))
      if before != nil { terminal.explain(Styled("  \(field.label), before: \(words(before))")) }
      let canBeBoth = !dispute.isOwner || field.isMany
      let choices = ["keep mine", "take theirs"] + (canBeBoth ? ["keep both"] : [])
      let choice = try Prompt(terminal).choice(
        "Which one is right?", choices, default: 0, help: Self.help(field, canBeBoth),
        flag: "mine")
      return [.mine, .theirs, .both][choice]
    }
  }

  private static func help(_ field: Field, _ canBeBoth: Bool) -> String {
    let kept = "What you do not take stays in the history."
    guard canBeBoth else { return kept }
    return field.isMany
      ? "Both: the record gets the values of both. \(kept)"
      : "Both: there are two records then, both marked with ? until you change them. \(kept)"
  }

  /// One copy has it in the bin, and the other one changed it. What is kept has the changes of both.
  private func askAboutBin(
    _ dispute: MergeDispute, _ here: Record, _ there: Record, _ before: Record?
  ) throws -> MergeAnswer {
    let (bin, kept) = dispute.isInBinHere ? ("here", there) : ("in the other copy", here)
    terminal.explain(Styled("  It is in the bin \(bin). The other one changed it:"))
    for field in here.describing.fields where kept[field.name] != before?[field.name] {
      let words = kept[field.name].map { field.words($0) } ?? "nothing"
      terminal.explain(Styled("  \(field.label): \(words)"))
    }
    let choice = try Prompt(terminal).choice(
      "Keep it, or put it in the bin?", ["keep it", "in the bin"], default: 0,
      help: "From the bin it can be brought back.", flag: "both")
    if choice == 0 { return .both }
    return dispute.isInBinHere ? .mine : .theirs
  }

  private static func times(_ dispute: MergeDispute) -> String {
    func words(_ change: (at: String, who: String?)) -> String {
      let day = Moment(change.at)?.date.spelled ?? change.at
      return day + (change.who.map { " by \($0)" } ?? "")
    }
    return "  Changed here on \(words(dispute.changedHere)),"
      + " in the other copy on \(words(dispute.changedThere))."
  }
}
