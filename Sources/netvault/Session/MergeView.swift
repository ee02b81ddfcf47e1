/// What a merge would do, in words and as JSON.
internal import Console
internal import JSON
internal import Records
internal import Vault

struct MergeView {
  let plan: MergePlan
  let name: String

  func show(to terminal: Terminal) {
    terminal.say(Styled("Comparing with \(name):"))
    let new = plan.new.values.reduce(0, +)
    for (count, word, more) in [
      (new, "new", kinds),
      (plan.there, "newer", "changed in the other copy only"),
      (plan.here, "newer here", "changed in this copy only; they stay"),
      (plan.joined, "joined", "changed in both, in different places"),
      (plan.same, "same", "in both copies"),
      (plan.toBin, "to the bin", "the other copy has emptied its bin"),
      (plan.backInBin, "in the bin", "emptied here, and still in the other copy"),
      (plan.sources + plan.files, "files", "read or kept by the other copy only"),
      (plan.given, "given", "notes of what was given to whom"),
      (plan.disputes.count, plan.disputes.count == 1 ? "differs" : "differ", "changed in both"),
    ] where count > 0 {
      line(count, word, more, terminal)
    }
  }

  private func line(_ count: Int, _ word: String, _ more: String, _ terminal: Terminal) {
    guard !terminal.settings.isAccessible else {
      terminal.say(Styled("\(count) \(word): \(more)."))
      return
    }
    let number = String(count)
    let gap = String(repeating: " ", count: max(0, 5 - number.count))
    let pad = String(repeating: " ", count: max(1, 13 - word.count))
    terminal.say(Styled("\(gap)\(number) \(word)\(pad)\(more)"))
  }

  private var kinds: String {
    KindDescription.all.compactMap { kind in
      plan.new[kind.kind].map { Listing.count($0, kind.one, kind.many) }
    }.joined(separator: ", ")
  }

  func json(_ receipt: Receipt, isDryRun: Bool) -> JSONValue {
    func number(_ count: Int) -> JSONValue { .number(String(count)) }
    return [
      "format": RecordsJSON.format, "new": number(plan.new.values.reduce(0, +)),
      "same": number(plan.same), "newerHere": number(plan.here),
      "newerThere": number(plan.there), "joined": number(plan.joined),
      "toBin": number(plan.toBin), "backInBin": number(plan.backInBin),
      "sources": number(plan.sources), "files": number(plan.files), "given": number(plan.given),
      "differs": .array(plan.disputes.map { Self.json($0) }), "dryRun": .bool(isDryRun),
      "added": number(receipt.added), "changed": number(receipt.updated),
      "removed": number(receipt.removed), "restored": number(receipt.restored),
      "change": receipt.change.map { number($0) } ?? .null,
    ]
  }

  private static func json(_ dispute: MergeDispute) -> JSONValue {
    [
      "mine": .object(RecordsJSON.object(dispute.mine)),
      "theirs": .object(RecordsJSON.object(dispute.theirs)),
      "before": dispute.before.map { .object(RecordsJSON.object($0)) } ?? .null,
      "fields": .array(dispute.fields.map { .string($0) }),
      "inBin": dispute.isAboutBin ? .string(dispute.isInBinHere ? "mine" : "theirs") : .null,
    ]
  }
}
