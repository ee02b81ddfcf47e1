internal import CPageLog

/// What a header copy keeps under the header key.
///
///     0  end of the log at the last clean close u64
///     8  sequence u64 and 24 tag 16 of the last commit there
///    32  sequence u64 and 40 tag 16 of the commit before the first of this log
///    56  offset u64, 64 sequence u64 and 72 tag 16 of the newest page map; 0 for none
///    88  seals made with the page key u64
///    96  when the vault was made, seconds since 1970 UTC, i64
///   104  zero x24
///   128  for each key slot: when it was made i64, length of its label u8, label UTF-8 119
///  1152  zero
struct SealedPart: Equatable {
  var end: UInt64
  var clean: Point
  var base: Point
  var map: Map
  var seals: UInt64
  let created: Int64
  var notes: [SlotNote]

  /// A commit, named by its sequence and its tag.
  struct Point: Equatable {
    var sequence: UInt64
    var tag: [UInt8]
  }

  /// Where the newest page map is.
  struct Map: Equatable {
    var offset: UInt64
    var sequence: UInt64
    var tag: [UInt8]
  }

  /// What a person called a slot, and when.
  struct SlotNote: Equatable {
    var created: Int64
    var label: String
    static let none = SlotNote(created: 0, label: "")
    static let size = 128
    static let longestLabel = 119

    /// The label, without the last characters if it is too long.
    var fitting: String {
      var label = label
      while label.utf8.count > Self.longestLabel { label.removeLast() }
      return label
    }
  }

  private static let notesStart = 128

  /// A log with nothing in it.
  init(created: Int64) {
    let zeroTag = [UInt8](repeating: 0, count: Int(NV_TAG_SIZE))
    end = UInt64(NV_LOG_START)
    clean = Point(sequence: 0, tag: zeroTag)
    base = clean
    map = Map(offset: 0, sequence: 0, tag: zeroTag)
    seals = 0
    self.created = created
    notes = [SlotNote](repeating: .none, count: KeySlot.count)
  }

  /// Reads what was authenticated. Zeros in between are for later uses and are not looked at.
  init(reading plain: [UInt8]) {
    end = plain.integer(at: 0)
    clean = Point(sequence: plain.integer(at: 8), tag: plain.bytes(at: 16, count: 16))
    base = Point(sequence: plain.integer(at: 32), tag: plain.bytes(at: 40, count: 16))
    map = Map(
      offset: plain.integer(at: 56), sequence: plain.integer(at: 64),
      tag: plain.bytes(at: 72, count: 16))
    seals = plain.integer(at: 88)
    created = plain.integer(at: 96)
    notes = (0..<KeySlot.count).map { index in
      let start = Self.notesStart + index * SlotNote.size
      let length = min(Int(plain[start + 8]), SlotNote.longestLabel)
      return SlotNote(
        created: plain.integer(at: start),
        label: String(decoding: plain.bytes(at: start + 9, count: length), as: UTF8.self))
    }
  }

  func bytes(count: Int) -> [UInt8] {
    var plain = [UInt8](repeating: 0, count: count)
    plain.put(end, at: 0)
    plain.put(clean.sequence, at: 8)
    plain.put(clean.tag, at: 16)
    plain.put(base.sequence, at: 32)
    plain.put(base.tag, at: 40)
    plain.put(map.offset, at: 56)
    plain.put(map.sequence, at: 64)
    plain.put(map.tag, at: 72)
    plain.put(seals, at: 88)
    plain.put(created, at: 96)
    for (index, note) in notes.enumerated() {
      let start = Self.notesStart + index * SlotNote.size
      let label = Array(note.fitting.utf8)
      plain.put(note.created, at: start)
      plain[start + 8] = UInt8(label.count)
      plain.put(label, at: start + 9)
    }
    return plain
  }
}

extension SealedPart {
  /// What the page log is told, and what it says at a clean close.
  func anchor(vaultID: [UInt8], pageSize: UInt32) -> nv_anchor {
    var anchor = nv_anchor()
    anchor.szPage = pageSize
    anchor.iEnd = end
    anchor.clean = clean.forLog
    anchor.base = base.forLog
    anchor.iMap = map.offset
    anchor.mapSequence = map.sequence
    anchor.nSeal = seals
    unsafe withUnsafeMutableBytes(of: &anchor.aId) { unsafe $0.copyBytes(from: vaultID) }
    unsafe withUnsafeMutableBytes(of: &anchor.aMapTag) { unsafe $0.copyBytes(from: map.tag) }
    return anchor
  }

  mutating func update(from anchor: nv_anchor) {
    end = anchor.iEnd
    clean = Point(anchor.clean)
    base = Point(anchor.base)
    map = Map(
      offset: anchor.iMap, sequence: anchor.mapSequence,
      tag: unsafe withUnsafeBytes(of: anchor.aMapTag) { unsafe Array($0) })
    seals = anchor.nSeal
  }
}

extension SealedPart.Point {
  init(_ point: nv_point) {
    self.init(
      sequence: point.sequence,
      tag: unsafe withUnsafeBytes(of: point.aTag) { unsafe Array($0) })
  }

  var forLog: nv_point {
    var point = nv_point()
    point.sequence = sequence
    unsafe withUnsafeMutableBytes(of: &point.aTag) { unsafe $0.copyBytes(from: tag) }
    return point
  }
}
