/// Tells texts apart: JSON, XML, tables and plain words.
enum TextKind {
  static func of(_ bytes: Span<UInt8>) -> FileKind {
    // UTF-16 is text too, but none of the formats that are read come in it.
    if bytes.has([0xFF, 0xFE], at: 0) || bytes.has([0xFE, 0xFF], at: 0) { return .text }
    guard let start = firstInk(bytes, from: bytes.has([0xEF, 0xBB, 0xBF], at: 0) ? 3 : 0) else {
      return .text
    }
    switch bytes[start] {
    case UInt8(ascii: "{"): return json(bytes, from: start)
    case UInt8(ascii: "["): return isFHIR(bytes) ? .fhir : .json
    case UInt8(ascii: "<"): return xml(bytes, from: start)
    default: return words(bytes)
    }
  }

  private static func firstInk(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    return index < bytes.count ? index : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D) ~= byte }

  private static func isFHIR(_ bytes: Span<UInt8>) -> Bool {
    bytes.first(of: Array("\"resourceType\"".utf8)) != nil
  }

  private static func json(_ bytes: Span<UInt8>, from start: Int) -> FileKind {
    if let name = firstInk(bytes, from: start + 1), bytes.has(Array("\"netvault\"".utf8), at: name)
    {
      return .export
    }
    guard isFHIR(bytes) else { return .json }
    // JSON never has a line break inside a string, so a line that ends where another object
    // begins is a value of its own.
    var index = start
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    guard let next = firstInk(bytes, from: index), bytes[next] == UInt8(ascii: "{") else {
      return .fhir
    }
    var last = index - 1
    while last > start, bytes[last] <= 0x20 { last -= 1 }
    return bytes[last] == UInt8(ascii: "}") ? .fhirLines : .fhir
  }

  private static func xml(_ bytes: Span<UInt8>, from start: Int) -> FileKind {
    guard let root = root(bytes, from: start) else { return .xml }
    switch root.name.lowercased() {
    case "clinicaldocument": return .ccda
    case "healthdata": return .appleHealth
    case "html": return .html
    default:
      let mark = Array("\"http://hl7.org/fhir\"".utf8)
      return bytes.extracting(root.tag).first(of: mark) == nil ? .xml : .fhirXML
    }
  }

  /// The first element: its name without a prefix, and the range of its start tag.
  private static func root(
    _ bytes: Span<UInt8>, from start: Int
  ) -> (name: String, tag: Range<Int>)? {
    var index = start
    while let open = bytes.first(of: [UInt8(ascii: "<")], from: index) {
      index = open + 1
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "?"): index = bytes.first(of: Array("?>".utf8), from: index) ?? bytes.count
      case UInt8(ascii: "!"):
        if bytes.has(Array("!--".utf8), at: index) {
          index = bytes.first(of: Array("-->".utf8), from: index) ?? bytes.count
        } else {
          index = endOfDocumentType(bytes, from: index)
        }
      default:
        let end = bytes.first(of: [UInt8(ascii: ">")], from: index) ?? bytes.count
        return (name(bytes.extracting(index..<end)), index..<end)
      }
    }
    return nil
  }

  /// A document type may hold declarations in brackets, and those have tags of their own.
  private static func endOfDocumentType(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    var inside = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): inside = true
      case UInt8(ascii: "]"): inside = false
      case UInt8(ascii: ">") where !inside: return index
      default: break
      }
      index += 1
    }
    return index
  }

  private static func name(_ tag: Span<UInt8>) -> String {
    var letters: [UInt8] = []
    for index in tag.indices {
      let byte = tag[index]
      if byte <= 0x20 || byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: ":") { letters = [] } else { letters.append(byte) }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// A table has the same separator, as often, in its first two lines.
  private static func words(_ bytes: Span<UInt8>) -> FileKind {
    let start = bytes.extracting(first: 65_536)
    for index in start.indices where start[index] < 0x09 { return .unknown }
    var lines: [[UInt8]] = [[]]
    for index in start.indices {
      if start[index] == 0x0A {
        if lines.count == 2 { break }
        lines.append([])
      } else {
        lines[lines.count - 1].append(start[index])
      }
    }
    guard lines.count == 2 else { return .text }
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let counts = lines.map { count(of: separator, in: $0) }
      if counts[0] > 0, counts[0] == counts[1] { return .csv }
    }
    return .text
  }

  /// Separators inside quotes belong to a cell.
  private static func count(of separator: UInt8, in line: [UInt8]) -> Int {
    var isQuoted = false
    return line.count { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == separator && !isQuoted
    }
  }
}
