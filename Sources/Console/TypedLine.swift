/// One line while it is typed, and what of it shows on the terminal.
///
/// The kernel's own line editor cuts a line after 4095 bytes and says nothing (n_tty.c, N_TTY_BUF_SIZE):
/// a long note that is pasted would lose its end. So netvault takes the keys one by one. It only ever
/// shows signs that are safe to show: a pasted escape sequence does nothing.
struct TypedLine {
  enum Event: Equatable {
    case more
    /// Enter, or Ctrl-D after some words. Line breaks inside it were pasted.
    case line([UInt8])
    /// Ctrl-D with nothing before it.
    case end
  }

  private(set) var text = ""
  private var unfinished: [UInt8] = []
  private var escape = Escape.none
  private var isPasted = false

  private enum Escape: Equatable {
    case none
    case started
    case single
    case sequence([UInt8])
  }

  /// Takes one byte. What is to be shown for it is added to `shown`.
  mutating func take(_ byte: UInt8, shown: inout [UInt8]) -> Event {
    guard escape == .none else {
      inEscape(byte)
      return .more
    }
    switch byte {
    case 0x0A, 0x0D: return lineBreak(&shown)
    // Ctrl-D; 0 is one that was typed before the keys were taken one by one (n_tty.c).
    case 0x04, 0x00:
      if isPasted { return .more }
      if text.isEmpty, unfinished.isEmpty { return .end }
      return finished(&shown)
    case 0x7F, 0x08: erase(1, &shown)
    case 0x15: erase(text.count, &shown)
    case 0x17: eraseWord(&shown)
    case 0x1B:
      letGo(&shown)
      escape = .started
    // A tab would move the cursor where no erasing finds it; other control signs are no words.
    case 0x09: add(" ", &shown)
    case 0x0B, 0x0C: if isPasted { add(" ", &shown) }
    case ..<0x20: break
    default: letter(byte, &shown)
    }
    return .more
  }

  private mutating func lineBreak(_ shown: inout [UInt8]) -> Event {
    guard isPasted else { return finished(&shown) }
    letGo(&shown)
    text.append("\n")
    shown.append(0x0A)
    return .more
  }

  private mutating func finished(_ shown: inout [UInt8]) -> Event {
    letGo(&shown)
    shown.append(0x0A)
    let line = Array(text.utf8)
    text = ""
    return .line(line)
  }

  // MARK: letters

  private mutating func letter(_ byte: UInt8, _ shown: inout [UInt8]) {
    let isContinued = byte & 0xC0 == 0x80
    if !isContinued { letGo(&shown) }
    unfinished.append(byte)
    let length = Self.length(unfinished[0])
    if unfinished.count >= length { letGo(&shown) }
  }

  /// How many bytes the letter has that begins so (RFC 3629 §3).
  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  /// Takes the bytes that wait as a letter, or as what stands for bytes that are none.
  private mutating func letGo(_ shown: inout [UInt8]) {
    guard !unfinished.isEmpty else { return }
    let letters = String(decoding: unfinished, as: UTF8.self)
    unfinished.removeAll(keepingCapacity: true)
    add(letters, &shown)
  }

  private mutating func add(_ letters: String, _ shown: inout [UInt8]) {
    for scalar in letters.unicodeScalars where !Printable.isUnsafe(scalar) {
      text.unicodeScalars.append(scalar)
      shown += Array(String(scalar).utf8)
    }
  }

  // MARK: keys that change the line

  private mutating func erase(_ count: Int, _ shown: inout [UInt8]) {
    unfinished.removeAll()
    for _ in 0..<count {
      guard let last = text.popLast() else { return }
      for _ in 0..<Columns.width(last) where last != "\n" {
        shown += Array("\u{8} \u{8}".utf8)
      }
    }
  }

  private mutating func eraseWord(_ shown: inout [UInt8]) {
    let spaces = text.reversed().prefix { $0.isWhitespace }.count
    let word = text.dropLast(spaces).reversed().prefix { !$0.isWhitespace }.count
    erase(spaces + word, &shown)
  }

  /// Keys that move a cursor do nothing. Two sequences say where pasted text begins and ends
  /// (xterm, "Bracketed Paste Mode").
  private mutating func inEscape(_ byte: UInt8) {
    switch escape {
    case .none: break
    case .started:
      escape =
        byte == UInt8(ascii: "[") ? .sequence([]) : byte == UInt8(ascii: "O") ? .single : .none
    case .single: escape = .none
    case .sequence(let before):
      // ECMA-48 §5.4: the sequence ends with a byte from @ to ~.
      guard (0x40...0x7E).contains(byte) || before.count > 64 else {
        escape = .sequence(before + [byte])
        return
      }
      escape = .none
      guard byte == UInt8(ascii: "~") else { return }
      if before == Array("200".utf8) { isPasted = true }
      if before == Array("201".utf8) { isPasted = false }
    }
  }

  /// Asks the terminal to mark pasted text, and to stop doing so.
  static let marksPasted = Array("\u{1B}[?2004h".utf8)
  static let marksNothing = Array("\u{1B}[?2004l".utf8)
}
