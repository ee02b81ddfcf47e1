internal import Mustache

/// A sheet for a visit: headings with lines below them, and room to write on. Large print, because
/// it is read on a knee in a waiting room.
///
/// Every word goes through the template's escaping, or, in text, through what makes it one line.
package struct Handout: Sendable {
  package struct Item: Sendable, Hashable {
    package var text: String
    /// What stands below it in smaller words.
    package var details: [String]
    /// How many empty lines there are to write an answer on.
    package var room: Int
    /// A box for a pen, empty or ticked; nil for none.
    package var tick: Bool?

    package init(
      _ text: String, details: [String] = [], room: Int = 0, tick: Bool? = nil
    ) {
      self.text = text
      self.details = details
      self.room = room
      self.tick = tick
    }
  }

  package struct Part: Sendable, Hashable {
    package var title: String
    package var items: [Item]
    /// True where the items are counted.
    package var isNumbered: Bool
    /// True where there is something to tick.
    package var hasBoxes: Bool { items.contains { $0.tick != nil } }

    package init(_ title: String, _ items: [Item], isNumbered: Bool = false) {
      self.title = title
      self.items = items
      self.isNumbered = isNumbered
    }
  }

  package var title: String
  /// Whose it is, and when it was made.
  package var about: String
  package var parts: [Part]
  /// The last lines, such as what the sheet does not do.
  package var end: [String]

  package init(title: String, about: String, parts: [Part], end: [String] = []) {
    self.title = title
    self.about = about
    self.parts = parts.filter { !$0.items.isEmpty }
    self.end = end
  }

  /// One page for any browser: no script, nothing from outside. 18 point, or 14.
  package func page(isLargePrint: Bool) -> String {
    Self.template.render(
      [
        "title": title, "about": about, "size": isLargePrint ? "18" : "14",
        "end": end.map { ["words": UnbrokenWords.pieces(of: $0)] },
        "parts": parts.map { part -> [String: Any] in
          [
            "title": part.title, "isNumbered": part.isNumbered, "hasBoxes": part.hasBoxes,
            "items": part.items.map { item -> [String: Any] in
              [
                "words": UnbrokenWords.pieces(of: item.text),
                "details": item.details.map { ["words": UnbrokenWords.pieces(of: $0)] },
                "isOpen": item.tick == false,
                "isTicked": item.tick == true,
                "room": Array(repeating: "", count: item.room),
              ]
            },
          ]
        },
      ] as [String: Any])
  }

  /// A template that cannot be read is a fault of the program: every test of this file shows it.
  private static let template: MustacheTemplate = {
    let text = String(decoding: PackageResources.handout_mustache, as: UTF8.self)
    do {
      return try MustacheTemplate(string: text)
    } catch {
      preconditionFailure("The template of a sheet is well-formed: the tests render it.")
    }
  }()

  /// Plain text, for printing from anywhere.
  package var text: String {
    var lines = [Self.line(title), Self.line(about)]
    for part in parts {
      lines += ["", Self.line(part.title).uppercased()]
      for (place, item) in part.items.enumerated() {
        let box = item.tick.map { $0 ? "[x] " : "[ ] " }
        lines.append(
          (part.isNumbered ? "\(place + 1). " : box ?? "- ") + Self.line(item.text))
        let indent = box == nil ? "   " : "    "
        lines += item.details.map { indent + Self.line($0) }
        lines += Array(repeating: "   " + String(repeating: "_", count: 60), count: item.room)
        if item.room > 0, place < part.items.count - 1 { lines.append("") }
      }
    }
    if !end.isEmpty { lines += [""] + end.map { Self.line($0) } }
    return lines.joined(separator: "\n") + "\n"
  }

  /// On one line, without control signs: a text file can be shown on a terminal.
  private static func line(_ text: String) -> String {
    let safe = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x09, 0x0A, 0x0D: " "
          case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: "?"
          default: scalar
          }
        }))
    return safe.split(separator: " ").joined(separator: " ")
  }
}
