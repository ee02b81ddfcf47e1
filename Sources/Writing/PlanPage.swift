internal import Mustache
internal import Records
package import Summary

/// The survivorship care plan as one HTML file: no script, nothing from outside, any number of
/// printed pages. Every word of a record goes through the template's escaping.
package struct PlanPage {
  package var isLargePrint: Bool
  /// The size of the paper, as CSS Paged Media §7 names it. Nil leaves it to the printer.
  package var paper: String?

  package init(isLargePrint: Bool = false, paper: String? = nil) {
    self.isLargePrint = isLargePrint
    self.paper = paper
  }

  package func text(of plan: SurvivorPlan) -> String {
    Self.template.render(
      [
        "language": "en", "title": "\(plan.name): survivorship care plan",
        "fontSize": isLargePrint ? "18" : "11", "isLarge": isLargePrint,
        "paper": paper.map { [$0] } ?? [],
        "running": HTMLPage.styleText("\(plan.name), born \(plan.born)"),
        "name": plan.name, "born": plan.born, "madeOn": plan.madeOn.spelled,
        "request": plan.request, "notice": SurvivorPlan.notice, "legend": SurvivorPlan.legend,
        "hasSources": !plan.sources.isEmpty,
        "sources": plan.sources.map { "D\($0.number) \($0.words)" },
        "parts": plan.parts.map { part -> [String: Any] in
          [
            "id": "p-\(part.part.rawValue)", "title": part.part.title,
            "rows": part.entries.flatMap { rows($0, plan) },
          ]
        },
      ] as [String: Any])
  }

  /// One row for each thing that is said. The label stands beside the first, and is there for
  /// those who hear the table beside the others.
  private func rows(_ entry: SurvivorPlan.Entry, _ plan: SurvivorPlan) -> [[String: Any]] {
    guard !entry.items.isEmpty else {
      return [
        [
          "label": entry.field.label, "isMore": false,
          "words": UnbrokenWords.pieces(of: entry.state.words),
          "isOpen": true,
          "mark": "",
        ]
      ]
    }
    return entry.items.enumerated().map { place, item in
      var row: [String: Any] = [
        "label": entry.field.label, "isMore": place > 0,
        "words": UnbrokenWords.pieces(of: item.words),
        "isOpen": false,
        "mark": plan.marker(item),
      ]
      if let source = item.source { row["source"] = [source] }
      return row
    }
  }

  /// A template that cannot be read is a fault of the program: every test of this file shows it.
  private static let template: MustacheTemplate = {
    let text = String(decoding: PackageResources.plan_mustache, as: UTF8.self)
    do {
      return try MustacheTemplate(string: text)
    } catch {
      preconditionFailure("The template of the plan is well-formed: the tests render it.")
    }
  }()
}
