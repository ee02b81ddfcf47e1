internal import JSON
internal import Summary

/// The text of a section or resource: XHTML with nothing but paragraphs and tables in it.
enum Narrative {
  static let language = "en"

  /// The `text` element around the body of a `div`.
  static func text(_ body: String) -> JSONValue {
    [
      "status": "generated",
      "div": .string(
        "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"\(language)\""
          + " xml:lang=\"\(language)\">\(body)</div>"),
    ]
  }

  /// The lines as a table with headings, or a sentence where there are none.
  static func body(
    _ groups: [(part: SummaryPart, lines: [Line])], empty: String, _ summary: Summary
  )
    -> String
  {
    let tables = groups.filter { !$0.lines.isEmpty }.map { part, lines in
      table(part, lines, summary)
    }
    return tables.isEmpty ? "<p>\(escaped(empty))</p>" : tables.joined()
  }

  private static func table(_ part: SummaryPart, _ lines: [Line], _ summary: Summary) -> String {
    var text = "<table><thead><tr>"
    for heading in part.headings + ["From"] { text += "<th>\(escaped(heading))</th>" }
    text += "</tr></thead><tbody>"
    for line in lines {
      text += "<tr>"
      for cell in line.cells + [summary.marker(line.marks)] {
        let rows = cell.split(separator: "\n").map { escaped(String($0)) }
        text += "<td>\(rows.joined(separator: "<br/>"))</td>"
      }
      text += "</tr>"
    }
    return text + "</tbody></table>"
  }

  /// Without what XML gives a meaning to, and without what it cannot hold (XML 1.0 §2.2).
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.clean.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
