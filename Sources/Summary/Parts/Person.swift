internal import CarePlan
internal import Records

/// Wishes and needs, the questions for the visit, and what was added on request.
extension Facts {
  func wishLines() -> [Line] {
    var lines: [Line] = []
    if let person {
      let facts: [(String, String)] = [
        ("directive", "Advance directive"), ("language", "Language"),
        ("needs", "Hearing and sight"), ("bloodGroup", "Blood group, as printed on a card"),
      ]
      for (field, label) in facts {
        guard let words = person.said(field, max: 160) else { continue }
        lines.append(Line(.person, [person.writtenOn, "\(label): \(words)"], from: [person]))
      }
    }
    for wish in newest(.wish) {
      let text = [
        wish.said("what", max: 200), wish.said("whoDecides", "who may decide:"),
        wish.said("paper", "paper:"), wish.said("careChoice"),
      ].joinedWords(", ")
      lines.append(Line(.wish, [wish.dayColumn, text], from: [wish]))
    }
    return lines
  }

  /// Questions without an answer; those for the reader of this page first.
  func questionLines() -> [Line] {
    let open = newest(.question).filter { $0.words("answer") == nil }
    let name = recipient?.lowercased() ?? ""
    let (mine, others) = (
      open.filter { !name.isEmpty && ($0.words("whom")?.lowercased() ?? "").contains(name) },
      open.filter { name.isEmpty || !($0.words("whom")?.lowercased() ?? "").contains(name) }
    )
    return (mine + others).map { question in
      Line(
        .question,
        [question.dayColumn, question.said("text", max: 240) ?? ""], from: [question])
    }
  }

  /// Kinds that a person asked to add, in the order of the catalogue of kinds.
  func personalLines() -> [Line] {
    KindDescription.all.filter { $0.isPersonal && scope.include.contains($0.kind) }
      .flatMap { kind in
        newest(kind.kind).map { record in
          let details = kind.fields.compactMap { field -> String? in
            guard !kind.titles.joined().contains(field.name),
              !kind.dateFields.contains(field.name),
              field.name != "note" || kind.kind == .note
            else { return nil }
            if case .link = record[field.name] { return nil }
            return record.said(field.name, max: 80).map { "\(field.label.lowercased()): \($0)" }
          }
          let text = [record.title.short(120), details.joined(separator: ", ")].joinedWords(", ")
          return Line(
            kind.kind,
            [record.dayColumn, "\(kind.one.capital): \(text)"],
            from: [record])
        }
      }
  }

  func missingLines() -> [Line] {
    let gaps = Gap.all(in: all + [person].compactMap { $0 })
      .filter { !scope.leaveOut.contains($0.kind) }
    guard !gaps.isEmpty else { return [Line(.note, ["Nothing that this page looks for."])] }
    return [Line(.note, [gaps.map(\.words).joined(separator: " \u{B7} ")])]
  }
}

extension Record {
  fileprivate var writtenOn: String {
    PartialDate(provenance.entered.prefix(10))?.spelled ?? Record.noDate
  }
}
