internal import Records
package import Summary

/// The survivorship care plan as plain text, with the same words as the page.
package struct PlanText {
  private let lines: PlainText

  /// - Parameter width: The longest line, in characters.
  package init(width: Int = 72) {
    lines = PlainText(width: width)
  }

  package func text(of plan: SurvivorPlan) -> String {
    var text = lines.wrapped("SURVIVORSHIP CARE PLAN", indent: 0)
    text += lines.wrapped(
      "\(plan.name), born \(plan.born). Put together by the patient on "
        + "\(plan.madeOn.spelled), with netvault.", indent: 0)
    text += lines.wrapped("Plan from the team: \(plan.request).", indent: 0)
    text += lines.wrapped(SurvivorPlan.notice, indent: 0)
    text += lines.wrapped(SurvivorPlan.legend, indent: 0)
    for part in plan.parts {
      text += [""] + lines.wrapped(part.part.title.uppercased(), indent: 2)
      for entry in part.entries { text += self.entry(entry, plan) }
    }
    if !plan.sources.isEmpty {
      text += ["", "DOCUMENTS"]
      for source in plan.sources {
        text += lines.wrapped("D\(source.number) \(source.words)", indent: 2)
      }
    }
    text += [""] + lines.wrapped(SurvivorPlan.notice, indent: 0)
    return text.joined(separator: "\n") + "\n"
  }

  private func entry(_ entry: SurvivorPlan.Entry, _ plan: SurvivorPlan) -> [String] {
    guard !entry.items.isEmpty else {
      return lines.wrapped("\(entry.field.label): \(entry.state.words)", indent: 2)
    }
    return entry.items.flatMap { item -> [String] in
      let marker = plan.marker(item)
      let mark = marker.isEmpty ? "" : " [\(marker)]"
      let words = item.words.replacing("\n", with: "; ")
      return lines.wrapped("\(entry.field.label): \(words)\(mark)", indent: 2)
        + (item.source.map { lines.wrapped("  Source: \($0)", indent: 2) } ?? [])
    }
  }
}
