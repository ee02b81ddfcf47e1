/// Lines of a table being put together, byte by byte: a long table has hundreds of thousands of cells.
struct TableLine {
  private(set) var bytes: [UInt8] = []
  /// Spaces before a cell are held back, so that no line ends with them.
  private var held = 0
  private var isFirst = true

  var isLong: Bool { bytes.count > 1 << 15 }

  /// A row's number, or nothing below it, in a column that is this wide.
  mutating func begin(number: String, width: Int) {
    space(width - number.utf8.count)
    bytes.append(contentsOf: number.utf8)
    held = 2
  }

  /// What changes the colour takes no room.
  mutating func style(_ code: String) { bytes.append(contentsOf: code.utf8) }

  /// - Parameter columns: How many columns the cell takes on a terminal.
  mutating func put(_ cell: String, columns: Int, width: Int, isNumber: Bool) {
    if !isFirst { held += 2 }
    isFirst = false
    let room = width - columns
    if isNumber { held += room }
    if !cell.isEmpty {
      space(held)
      held = 0
      bytes.append(contentsOf: cell.utf8)
    }
    if !isNumber { held += room }
  }

  mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    held = 0
    isFirst = true
  }

  /// The lines so far, which are not kept.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func space(_ count: Int) {
    for _ in 0..<max(0, count) { bytes.append(UInt8(ascii: " ")) }
  }
}
