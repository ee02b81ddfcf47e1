internal import GRDB

/// The rows that stand in the pages of a damaged database, found without the pages above them.
///
/// SQLite reads a table from its root down, and knows the root from its list of tables: where a page
/// of these is gone, so is the way to every row below it. The rows themselves stand in the leaves
/// (sqlite.org/fileformat2.html, 1.6). Here each page is looked at by itself. Whose it is, is told by
/// the way up: the pointer map (1.8 there) has the page above each page, and the roots are the same
/// in every vault that was made with the same tables. Where the way up is gone too, the shape of the
/// rows tells it, if no other table has rows of that shape.
struct LoosePages {
  /// Where a row stands: enough to read it again.
  struct Place: Hashable {
    let page: Int
    let cell: Int
  }

  private let count: Int
  private let size: Int
  private let read: (Int) -> [UInt8]?
  private let shapes: TableShapes
  /// Pages of the pointer map that were read. There is one for every few hundred others.
  private var maps: [Int: [UInt8]?] = [:]

  /// - Parameter read: One page, by its number from 1. Nil when it cannot be read.
  init(count: Int, size: Int, shapes: TableShapes, read: @escaping (Int) -> [UInt8]?) {
    self.count = count
    self.size = size
    self.shapes = shapes
    self.read = read
  }

  /// Hands every row that can be read to `body`, page by page, with the name of its table or index.
  ///
  /// The long rows of `chunk` and `piece` come with their first two columns only: all of one is read with
  /// `row(at:)`. A page whose every row was read, in this state of the database or an earlier one,
  /// is remembered in `known`, and left out when it is the same again.
  mutating func each(
    known: inout [Int: Int], _ body: (String, [DatabaseValue], Place) -> Void
  ) {
    guard count >= 2 else { return }
    for number in 2...count where !isMap(number) {
      guard let bytes = read(number), let page = Page(bytes, size: size) else { continue }
      let hash = bytes.hashValue
      guard known[number] != hash else { continue }
      let tree = tree(of: number)
      if let tree, shapes.isTable(tree) != page.kind.isTable { continue }
      var isWhole = true
      for index in 0..<page.cellCount {
        guard let row = row(page, index, isWhole: false) else {
          isWhole = false
          continue
        }
        if let table = tree ?? shapes.onlyTable(of: row, isTable: page.kind.isTable) {
          body(table, row, Place(page: number, cell: index))
        }
      }
      if isWhole { known[number] = hash }
    }
  }

  /// All values of one row, if it can be read.
  func row(at place: Place) -> [DatabaseValue]? {
    guard let bytes = read(place.page), let page = Page(bytes, size: size) else { return nil }
    return row(page, place.cell, isWhole: true)
  }

  private func row(_ page: Page, _ index: Int, isWhole: Bool) -> [DatabaseValue]? {
    guard let cell = page.cell(index) else { return nil }
    if !isWhole, cell.next != nil, let start = LooseRecord.values(cell.local, most: 2),
      shapes.isStartOfChunk(start)
    {
      return start
    }
    guard let payload = payload(cell), var values = LooseRecord.values(payload[...]),
      let first = values.first
    else { return nil }
    // The number of a row is its key, and stands in for the column that it is.
    if let key = cell.key, first.isNull { values[0] = key.databaseValue }
    return values
  }

  /// All bytes of a row, those on its overflow pages too.
  private func payload(_ cell: Page.Cell) -> [UInt8]? {
    var bytes = Array(cell.local)
    var next = cell.next
    while bytes.count < cell.length {
      guard let number = next, (2...count).contains(number), let page = read(number) else {
        return nil
      }
      var rest = page[...]
      next = rest.readInteger(bytes: 4).map { Int(UInt32(truncatingIfNeeded: $0)) }
      bytes += rest.prefix(cell.length - bytes.count)
    }
    return bytes
  }
}

extension LoosePages {
  /// Pages of the pointer map come at equal distances, from page 2 on.
  private var distance: Int { size / 5 + 1 }

  private func map(of number: Int) -> Int {
    let map = (number - 2) / distance * distance + 2
    // The page with the byte at 1 GiB is never used; a map that would stand there is one further.
    return map == (1 << 30) / size + 1 ? map + 1 : map
  }

  private func isMap(_ number: Int) -> Bool { map(of: number) == number }

  /// The table or index that a page belongs to, or nil where the way to its root is gone.
  private mutating func tree(of number: Int) -> String? {
    var number = number
    // No tree of this size is higher.
    for _ in 0..<24 {
      if let root = shapes.tree(root: number),
        !shapes.isRootUncertain(number) || entry(of: number)?.first == 1
      {
        return root
      }
      guard let above = above(number) else { return nil }
      number = above
    }
    return nil
  }

  private mutating func above(_ number: Int) -> Int? {
    // 5: a page of a tree that is not its root.
    guard var entry = entry(of: number), entry.popFirst() == 5,
      let above = entry.readInteger(bytes: 4)
    else { return nil }
    return (2...Int64(count)).contains(above) ? Int(above) : nil
  }

  /// What the pointer map says of a page: what it is, and the page above it.
  private mutating func entry(of number: Int) -> ArraySlice<UInt8>? {
    let place = map(of: number)
    let map: [UInt8]?
    if let known = maps[place] {
      map = known
    } else {
      map = read(place)
      maps[place] = .some(map)
    }
    guard let map, number > place else { return nil }
    let entry = map.dropFirst((number - place - 1) * 5).prefix(5)
    return entry.count == 5 ? entry : nil
  }
}

/// One page of a tree that has rows on it.
private struct Page {
  enum Kind: UInt8 {
    case tableLeaf = 13
    case indexLeaf = 10
    /// A page further up in an index has rows too.
    case indexAbove = 2

    var isTable: Bool { self == .tableLeaf }
  }

  struct Cell {
    /// The number of the row; nil in an index.
    let key: Int?
    /// Of the whole row.
    let length: Int
    /// What of it stands on the page.
    let local: ArraySlice<UInt8>
    /// The first overflow page.
    let next: Int?
  }

  let kind: Kind
  let cellCount: Int
  private let bytes: [UInt8]

  init?(_ bytes: [UInt8], size: Int) {
    guard bytes.count == size, let kind = Kind(rawValue: bytes[0]) else { return nil }
    self.kind = kind
    self.bytes = bytes
    cellCount = Int(bytes[3]) << 8 | Int(bytes[4])
    guard start + 2 * cellCount <= size else { return nil }
  }

  private var start: Int { kind == .indexAbove ? 12 : 8 }

  func cell(_ index: Int) -> Cell? {
    guard index < cellCount else { return nil }
    let pointer = start + 2 * index
    let offset = Int(bytes[pointer]) << 8 | Int(bytes[pointer + 1])
    guard offset >= start, offset < bytes.count else { return nil }
    var rest = bytes[offset...]
    if kind == .indexAbove { rest = rest.dropFirst(4) }
    guard let length = rest.readVarint(), length >= 1, length <= 1 << 30 else { return nil }
    var key: Int?
    if kind.isTable {
      key = rest.readVarint()
      guard key != nil else { return nil }
    }
    let local = local(of: length)
    guard rest.count >= local + (local < length ? 4 : 0) else { return nil }
    var behind = rest.dropFirst(local)
    let next = local < length ? behind.readInteger(bytes: 4) : nil
    return Cell(
      key: key, length: length, local: rest.prefix(local),
      next: next.map { Int(UInt32(truncatingIfNeeded: $0)) })
  }

  /// How much of a row stands on the page itself (1.6 there, "Overflow Payload Size").
  private func local(of length: Int) -> Int {
    let usable = bytes.count
    let most = kind.isTable ? usable - 35 : (usable - 12) * 64 / 255 - 23
    guard length > most else { return length }
    let least = (usable - 12) * 32 / 255 - 23
    let wanted = least + (length - least) % (usable - 4)
    return wanted <= most ? wanted : least
  }
}
