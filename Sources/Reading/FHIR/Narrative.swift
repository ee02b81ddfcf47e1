internal import JSON

/// The words of an XHTML narrative (hl7.org/fhir/R4/narrative), without its markup.
enum Narrative {
  static func plain(_ resource: JSONValue) -> String? {
    (resource["text"]?["div"]?.string).flatMap { plain(xhtml: $0) }
  }

  static func plain(xhtml: String) -> String? {
    var words = ""
    var rest = Substring(xhtml)
    while let open = rest.firstIndex(of: "<") {
      words += unescaped(rest[..<open])
      guard let close = rest[open...].firstIndex(of: ">") else { return tidy(words) }
      words += separator(for: rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
    }
    return tidy(words + unescaped(rest))
  }

  /// What a tag puts between the words around it.
  private static func separator(for tag: Substring) -> String {
    let isEnd = tag.first == "/"
    let name = (isEnd ? tag.dropFirst() : tag).prefix { $0.isLetter || $0.isNumber }.lowercased()
    switch name {
    case "br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6",
      "caption", "thead", "tbody", "dt", "dd":
      return "\n"
    case "td", "th": return isEnd ? " | " : ""
    default: return ""
    }
  }

  private static func tidy(_ words: String) -> String? {
    let lines = words.split(whereSeparator: \.isNewline).compactMap { line -> String? in
      var line = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if line.hasSuffix(" |") { line.removeLast(2) }
      return line.isEmpty || line == "|" ? nil : line
    }
    return lines.joined(separator: "\n").nonEmpty
  }

  private static let entities: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
  ]

  private static func unescaped(_ text: Substring) -> String {
    var words = ""
    var rest = text
    while let mark = rest.firstIndex(of: "&") {
      words += rest[..<mark]
      let body = rest[rest.index(after: mark)...].prefix(12)
      guard let end = body.firstIndex(of: ";"), let meaning = meaning(body[..<end]) else {
        words += "&"
        rest = rest[rest.index(after: mark)...]
        continue
      }
      words += meaning
      rest = rest[body.index(after: end)...]
    }
    return words + rest
  }

  private static func meaning(_ entity: Substring) -> String? {
    guard entity.first == "#" else { return entities[entity] }
    let digits = entity.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
  }
}
