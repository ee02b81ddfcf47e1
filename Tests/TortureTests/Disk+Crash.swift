/// What a loss of power can leave of a disk.
///
/// What was synced is there. Of the rest any part may be there, in 512-byte sectors, in any order;
/// a file may have any of the lengths that it had; where a length is there and the bytes are not,
/// zeros, old bytes or anything may stand.
extension Disk {
  static let sector = 512

  /// Everything that was done reached the disk.
  func kept() -> Disk {
    let other = Disk()
    for node in nodes { other.nodes.append(Node(seen: node.seen, sure: node.seen)) }
    other.names = names
    other.sureNames = names
    return other
  }

  /// Nothing that was not synced reached the disk.
  func lost() -> Disk {
    let other = Disk()
    for node in nodes { other.nodes.append(Node(seen: node.sure, sure: node.sure)) }
    other.names = sureNames
    other.sureNames = sureNames
    return other
  }

  /// One of the many ways in between.
  func crashed(_ random: inout Seeded) -> Disk {
    let other = Disk()
    for node in nodes {
      let content = Self.remains(of: node, &random)
      other.nodes.append(Node(seen: content, sure: content))
    }
    other.names = remainingNames(&random)
    other.sureNames = other.names
    return other
  }

  /// Does the disk owe anything to a sync?
  var isPending: Bool {
    !pendingNames.isEmpty || nodes.contains { !$0.pending.isEmpty }
  }

  /// After a sync that failed: seen, not on the disk, and never written out again.
  func forgetPending(_ node: Int) {
    guard !nodes[node].pending.isEmpty else { return }
    nodes[node].pending = []
    nodes[node].isForgotten = true
  }

  private func remainingNames(_ random: inout Seeded) -> [String: Int] {
    var result = sureNames
    let share = [0, 50, 100][random.below(3)]
    for naming in pendingNames where random.chance(share) {
      switch naming {
      case .add(let name, let node): result[name] = node
      case .remove(let name): result[name] = nil
      case .rename(let from, let to, let node):
        result[to] = node
        // Between the new name and the removal of the old one both can be there.
        if random.chance(80) { result[from] = nil }
      }
    }
    return result
  }

  /// How much of what was not synced is there.
  private enum Share {
    /// Each sector with this chance, in percent.
    case sectors(Int)
    /// Each write whole or not at all.
    case writes
    /// All but one sector.
    case allButOne
    /// Only the last sectors of the last write: a commit frame without its pages.
    case lastOnly(Int)
  }

  private static func remains(of node: Node, _ random: inout Seeded) -> Content {
    var content = node.sure
    guard !node.pending.isEmpty else { return content }
    let size = size(of: node, &random)
    lengthen(&content, to: size, old: node, &random)

    var pieces = Self.pieces(node.pending)
    let share: Share =
      switch random.below(6) {
      case 0: .allButOne
      case 1: .lastOnly(1 + random.below(8))
      case 2: .writes
      default: .sectors([2, 20, 50, 80, 98][random.below(5)])
      }
    if random.chance(30) { pieces.shuffle(using: &random) }
    let missing = random.below(pieces.count)
    var kept: [Int: Bool] = [:]
    for (index, piece) in pieces.enumerated() {
      let isThere: Bool
      switch share {
      case .sectors(let percent): isThere = random.chance(percent)
      case .writes:
        if kept[piece.write] == nil { kept[piece.write] = random.chance(50) }
        isThere = kept[piece.write] == true
      case .allButOne: isThere = index != missing
      case .lastOnly(let count): isThere = index >= pieces.count - count
      }
      if isThere { lay(piece, node.pending, &content, within: size) }
    }
    content.resize(to: size)
    return content
  }

  /// One sector of one pending write, or a pending cut.
  private struct Piece {
    let write: Int
    let from: Int
    let count: Int
  }

  private static func pieces(_ pending: [Change]) -> [Piece] {
    var pieces: [Piece] = []
    for (index, change) in pending.enumerated() {
      guard case .write(let offset, let bytes) = change else {
        pieces.append(Piece(write: index, from: 0, count: 0))
        continue
      }
      var from = 0
      while from < bytes.count {
        let count = min(sector - (offset + from) % sector, bytes.count - from)
        pieces.append(Piece(write: index, from: from, count: count))
        from += count
      }
    }
    return pieces
  }

  private static func lay(
    _ piece: Piece, _ pending: [Change], _ content: inout Content, within size: Int
  ) {
    switch pending[piece.write] {
    case .truncate(let cut): content.clear(from: min(cut, size))
    case .write(let offset, let bytes):
      let start = offset + piece.from
      guard start < size else { return }
      content.write(bytes, from: piece.from, count: min(piece.count, size - start), at: start)
    }
  }

  /// One of the lengths that the file had since the last sync, or one on the way.
  private static func size(of node: Node, _ random: inout Seeded) -> Int {
    var sizes = [node.sure.size]
    var content = node.sure.size
    for change in node.pending {
      switch change {
      case .write(let offset, let bytes): content = max(content, offset + bytes.count)
      case .truncate(let size): content = size
      }
      sizes.append(content)
    }
    if random.chance(50) { return content }
    let index = random.below(sizes.count)
    guard index > 0, sizes[index] > sizes[index - 1], random.chance(40) else {
      return sizes[index]
    }
    let sectors = (sizes[index] - sizes[index - 1]) / sector
    return sizes[index - 1] + random.below(sectors + 1) * sector
  }

  /// Fills what the length promises and nobody wrote.
  private static func lengthen(
    _ content: inout Content, to size: Int, old node: Node, _ random: inout Seeded
  ) {
    let start = content.size
    guard size > start else { return }
    content.resize(to: size)
    switch random.below(3) {
    case 0: break  // zeros
    case 1:
      var bytes: [UInt8] = []
      for _ in 0..<sector / 8 {
        let word = random.next()
        for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * shift))) }
      }
      for at in stride(from: start, to: size, by: sector) {
        content.write(bytes, from: 0, count: min(sector, size - at), at: at)
      }
    default:
      // Blocks that another part of the same file left behind: frames of the same vault.
      let from = random.below(max(node.sure.size, 1))
      let old = node.sure.bytes(from..<from + size - start)
      content.write(old, at: start)
    }
  }
}
