internal import Mustache
package import Summary

/// The summary as one HTML file: no script, nothing from outside, two printed pages.
///
/// Every word of a record goes through the template's escaping; the only text that does not is the
/// template itself.
package struct HTMLPage {
  /// 18 point in one column, for those who need large print. It takes more than two sheets.
  package var isLargePrint: Bool
  /// The size of the paper, as CSS Paged Media §7 names it. Nil leaves it to the printer; both fit.
  package var paper: String?
  /// The language of netvault's own words, BCP 47.
  package var language: String

  package init(isLargePrint: Bool = false, paper: String? = nil, language: String = "en") {
    self.isLargePrint = isLargePrint
    self.paper = paper
    self.language = language
  }

  package func text(of summary: Summary) -> String {
    Self.template.render(page(summary))
  }

  /// A template that cannot be read is a fault of the program: every test of this file shows it.
  private static let template: MustacheTemplate = {
    let text = String(decoding: PackageResources.page_mustache, as: UTF8.self)
    do {
      return try MustacheTemplate(string: text)
    } catch {
      preconditionFailure("The page template is well-formed: the tests render it.")
    }
  }()

  private func page(_ summary: Summary) -> [String: Any] {
    let count = summary.pages.count
    return [
      "language": language,
      "title": summary.pageTitle,
      "fontSize": isLargePrint ? "18" : "11",
      "lineHeight": isLargePrint ? "1.35" : "1.2",
      "isLarge": isLargePrint,
      "paper": paper.map { [$0] } ?? [],
      "running": Self.styleText("\(summary.name), born \(summary.born)"),
      "pages": summary.pages.enumerated().map { index, sections -> [String: Any] in
        [
          "isFirst": index == 0,
          "name": summary.name,
          "born": summary.born,
          "details": summary.details,
          "madeBy": summary.madeBy,
          "legend": Summary.legend,
          "number": "\(isLargePrint ? "part" : "page") \(index + 1) of \(count)",
          "sections": sections.enumerated().map { place, section in
            self.section(section, id: "s\(index + 1)-\(place + 1)", summary)
          },
        ]
      },
    ]
  }

  private func section(_ section: Section, id: String, _ summary: Summary) -> [String: Any] {
    let part = section.part
    let shares = Paper.shares(part)
    let hasMark = shares.last ?? 0 > 0
    let headings = part.headings + (hasMark ? ["From"] : [])
    var values: [String: Any] = [
      "id": id,
      "part": part.rawValue,
      "isFlow": part.isFlow,
      "title": section.title,
      "columns": shares.prefix(headings.count).map { String(($0 * 1000).rounded() / 10) },
      "showsHeadings": part.showsHeadings,
      "headings": headings.map { ["text": $0, "shows": part.showsHeadings] as [String: Any] },
      "lines": section.lines.map { line -> [String: Any] in
        [
          "cells": line.cells.enumerated().map { column, cell -> [String: Any] in
            // A narrow column may have to break what a row of one cell has room for.
            let isWide = line.cells.count == 1
            var values: [String: Any] = [
              "text": cell, "words": isWide ? UnbrokenWords.pieces(of: cell) : [["text": cell]],
              "isHead": column == 0 && line.cells.count > 1,
              "isStrong": part == .alerts,
            ]
            if part.showsHeadings { values["label"] = [part.headings[column]] }
            return values
          },
          "hasMark": hasMark,
          "mark": summary.marker(line.marks),
        ]
      },
    ]
    if let hint = part.hint { values["hint"] = [hint] }
    if let rest = section.rest { values["rest"] = [rest] }
    return values
  }

  /// The text as a CSS string in which every character is a number (CSS Syntax §4.3.7), so that no
  /// name can close the string or the style sheet.
  static func styleText(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\" + String(repeating: "0", count: 6 - digits.count) + digits
    }.joined()
  }
}
