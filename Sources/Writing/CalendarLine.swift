/// One line of an iCalendar file: what has to be escaped, and where it is folded.
enum CalendarLine {
  /// RFC 5545 §3.3.11: a backslash before `\`, `;` and `,`, and `\n` for a line break. Other control
  /// signs are not allowed in a text, and marks that turn the direction of others could hide words.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n", "\r", "\u{2028}", "\u{2029}": escaped += "\\n"
      case "\t": escaped += " "
      default:
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: continue
        default: escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }

  /// RFC 5545 §3.1: at most 75 octets in a line; the next one begins with a space. A letter is never
  /// cut, nor what is read as one letter, unless it alone is longer than a line.
  static func folded(_ line: String) -> String {
    guard line.utf8.count > longest else { return line }
    var folded = ""
    var room = longest
    for letter in line {
      let whole = String(letter)
      if whole.utf8.count > room, whole.utf8.count < longest {
        folded += "\r\n "
        room = longest - 1
      }
      if whole.utf8.count <= room {
        folded += whole
        room -= whole.utf8.count
        continue
      }
      for scalar in whole.unicodeScalars {
        let size = UTF8.width(scalar)
        if size > room {
          folded += "\r\n "
          room = longest - 1
        }
        folded.unicodeScalars.append(scalar)
        room -= size
      }
    }
    return folded
  }

  private static let longest = 75
}
