/// What an import would do, in words and as JSON.
internal import Console
internal import JSON
internal import Reading
internal import Records

struct ImportView {
  let plan: ImportPlan
  let found: ReadingResult

  private static let shown = 10
  static let otherPerson =
    "The name or the date of birth in this file is not the one of this vault."

  func show(to terminal: Terminal) {
    line(plan.new.count, "new", Self.kinds(plan.new), terminal)
    let typed = plan.updates.count { $0.old.provenance.origin == .person }
    line(typed, "completed", "the file knows more than you typed", terminal)
    line(plan.updates.count - typed, "newer", "than what an older file said", terminal)
    line(plan.same.count, "same", "already in your vault", terminal)
    line(
      plan.differs.count, plan.differs.count == 1 ? "differs" : "differ", "from what you have",
      terminal)
    line(found.skipped.count, "not read", "", terminal)
    for part in found.skipped.prefix(Self.shown) {
      terminal.say(Styled("      \(part.place): \(part.reason)"))
    }
    if found.skipped.count > Self.shown {
      terminal.say(Styled("      and \(found.skipped.count - Self.shown) more"))
    }
    guard !found.unmapped.isEmpty else { return }
    let types = found.unmapped.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    terminal.say(Styled("  Kept in the file only: \(types.joined(separator: ", "))"))
  }

  private func line(_ count: Int, _ word: String, _ more: String, _ terminal: Terminal) {
    guard count > 0 else { return }
    let number = String(count)
    let gap = String(repeating: " ", count: max(0, 5 - number.count))
    let pad = String(repeating: " ", count: max(1, 11 - word.count))
    terminal.say(Styled("\(gap)\(number) \(word)\(more.isEmpty ? "" : pad + more)"))
  }

  private static func kinds(_ records: [Record]) -> String {
    let counts = Dictionary(records.map { ($0.kind, 1) }, uniquingKeysWith: +)
    return KindDescription.all.compactMap { kind in
      counts[kind.kind].map { Listing.count($0, kind.one, kind.many) }
    }.joined(separator: ", ")
  }

  /// Both sides of a difference, field by field; what only the file says is named at the end.
  func difference(_ change: ImportPlan.Change) -> [String] {
    let kind = change.old.describing
    let fields = kind.fields.filter { change.fields.contains($0.name) }
    let more = fields.filter { change.old[$0.name] == nil }.map { $0.label.lowercased() }
    let differing = fields.compactMap { field -> String? in
      guard let mine = change.old[field.name] else { return nil }
      let theirs = change.new[field.name].map { field.words($0) } ?? "nothing"
      return "  \(field.label): you have \(field.words(mine)), the file says \(theirs)"
    }
    let title = "\(kind.one.capitalizedFirst), \(change.old.title)"
    return [title] + differing
      + (more.isEmpty ? [] : ["  The file says more: \(more.joined(separator: ", "))"])
  }

  var json: JSONValue {
    let skipped: [JSONValue] = found.skipped.map {
      ["place": .string($0.place), "reason": .string($0.reason)]
    }
    var unmapped = JSONObject()
    for (type, count) in found.unmapped.sorted(by: { $0.key < $1.key }) {
      unmapped.append(type, .number(String(count)))
    }
    return [
      "format": RecordsJSON.format, "added": .number(String(plan.new.count)),
      "same": .number(String(plan.same.count)), "differs": .number(String(plan.differs.count)),
      "updated": .number(String(plan.updates.count)), "skipped": .array(skipped),
      "unmapped": .object(unmapped),
      "warnings": .array(plan.isAboutOthers ? [.string(Self.otherPerson)] : []),
    ]
  }
}
