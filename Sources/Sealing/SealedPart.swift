internal import CPageLog

/// What a header copy keeps under the header key.
///
///     0  end of the log at the last clean close u64
///     8  sequence u64 and 24 tag 16 of the last commit there
///    32  sequence u64 and 40 tag 16 of the commit before the first of this log
///    56  offset u64, 64 sequence u64 and 72 tag 16 of the newest page map; 0 for none
///    88  seals made with the page key u64
///    96  when the vault was made, seconds since 1970 UTC, i64
///   104  when the last commit there was made, as above; 0 if not known
///   112  zero x16
///   128  for each key slot: when it was made i64, length of its label u8, label UTF-8 119
///  1152  where earlier clean closes were, oldest first: sequence u64, tag 16; zeros behind them
struct SealedPart: Equatable {
  var end: UInt64
  var clean: Point
  var base: Point
  var map: Map
  var seals: UInt64
  let created: Int64
  /// When the last commit was made, seconds since 1970 UTC; 0 if not known.
  var cleanTime: Int64 = 0
  var notes: [SlotNote]
  /// Where earlier clean closes were, oldest first. A compaction leaves their commits out, and
  /// with these it can still be told that the vault went on from one of them.
  var trail: [Point] = []

  /// A commit, named by its sequence and its tag.
  struct Point: Equatable {
    var sequence: UInt64
    var tag: [UInt8]
    static let size = 24
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
  private static let trailStart = notesStart + KeySlot.count * SlotNote.size
  static let longestTrail = 246

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
    cleanTime = plain.integer(at: 104)
    trail = [Point](reading: plain, at: Self.trailStart, atMost: Self.longestTrail)
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
    plain.put(cleanTime, at: 104)
    for (index, note) in notes.enumerated() {
      let start = Self.notesStart + index * SlotNote.size
      let label = Array(note.fitting.utf8)
      plain.put(note.created, at: start)
      plain[start + 8] = UInt8(label.count)
      plain.put(label, at: start + 9)
    }
    plain.put(trail.suffix(Self.longestTrail), at: Self.trailStart)
    return plain
  }
}

extension SealedPart {
  /// The largest number of commits, header updates or bytes that a vault counts to. None gets there;
  /// only a header that was made to do harm holds more.
  static let most = UInt64.max / 2

  /// Can one be added to every number in it?
  var isReachable: Bool {
    [end, clean.sequence, base.sequence, map.offset, map.sequence, seals].allSatisfy {
      $0 <= Self.most
    }
  }

  /// Has there been no clean close since the file was made, by a compaction or as a new vault?
  ///
  /// Then its name may not be on the disk yet: whoever put it there may have been killed before the
  /// sync of the folder.
  var isFresh: Bool { clean.sequence <= base.sequence + 1 }

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
    anchor.iWhen = cleanTime
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
    cleanTime = anchor.iWhen
    // The first commit behind a base only copies it: it is no point of its own.
    let last = clean.sequence == base.sequence + 1 && base.sequence > 0 ? base : clean
    if last.sequence > trail.last?.sequence ?? 0 { trail.append(last) }
    if trail.count > Self.longestTrail { trail.removeFirst(trail.count - Self.longestTrail) }
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

extension [SealedPart.Point] {
  /// Reads points of 24 bytes each. A sequence of 0 ends them.
  init(reading plain: [UInt8], at start: Int, atMost count: Int) {
    self = (0..<count).lazy.map { index in
      let offset = start + index * SealedPart.Point.size
      return SealedPart.Point(
        sequence: plain.integer(at: offset), tag: plain.bytes(at: offset + 8, count: 16))
    }.prefix { $0.sequence > 0 }
  }
}

extension [UInt8] {
  /// Writes points as they are read.
  mutating func put(_ points: some Collection<SealedPart.Point>, at start: Int) {
    for (index, point) in points.enumerated() {
      put(point.sequence, at: start + index * SealedPart.Point.size)
      put(point.tag, at: start + index * SealedPart.Point.size + 8)
    }
  }
}
