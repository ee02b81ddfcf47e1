import Glibc

/// The bytes of a file in memory. A copy costs nothing until one of the two is written.
@safe struct Content {
  /// Zeros behind `size`.
  private var storage: [UInt8] = []
  private(set) var size = 0

  init() {}

  init(_ bytes: [UInt8]) {
    storage = bytes
    size = bytes.count
  }

  /// All of it.
  var bytes: [UInt8] { Array(storage[..<size]) }

  @unsafe
  mutating func write(_ bytes: UnsafeRawPointer, count: Int, at offset: Int) {
    grow(to: offset + count)
    unsafe storage.withUnsafeMutableBytes { all in
      guard count > 0, let start = all.baseAddress else { return }
      unsafe memcpy(start + offset, bytes, count)
    }
  }

  mutating func write(_ bytes: [UInt8], from: Int, count: Int, at offset: Int) {
    unsafe bytes.withUnsafeBytes { all in
      guard let start = all.baseAddress else { return }
      unsafe write(start + from, count: count, at: offset)
    }
  }

  mutating func write(_ bytes: [UInt8], at offset: Int) {
    write(bytes, from: 0, count: bytes.count, at: offset)
  }

  /// Cuts the content, or makes it longer with zeros.
  mutating func resize(to length: Int) {
    if length < size { clear(from: length) }
    grow(to: length)
    size = length
  }

  /// Zeros from `start` to the end; the size stays.
  mutating func clear(from start: Int) {
    guard start < size else { return }
    let count = size - start
    unsafe storage.withUnsafeMutableBytes { all in
      guard let first = all.baseAddress else { return }
      unsafe memset(first + start, 0, count)
    }
  }

  @unsafe
  func read(into bytes: UnsafeMutableRawPointer, count: Int, at offset: Int) -> Int {
    let count = min(count, max(size - offset, 0))
    unsafe storage.withUnsafeBytes { all in
      guard count > 0, let start = all.baseAddress else { return }
      unsafe memcpy(bytes, start + offset, count)
    }
    return count
  }

  /// Bytes of `range`, as far as there are any.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    Array(storage[min(range.lowerBound, size)..<min(range.upperBound, size)])
  }

  /// Whether `text`, which is not empty, stands anywhere in it.
  func holds(_ text: [UInt8]) -> Bool {
    unsafe storage.withUnsafeBytes { all in
      guard let start = all.baseAddress else { return false }
      var offset = 0
      while size - offset >= text.count,
        let hit = unsafe memchr(start + offset, Int32(text[0]), size - offset - text.count + 1)
      {
        if unsafe memcmp(hit, text, text.count) == 0 { return true }
        offset = unsafe UnsafeRawPointer(hit) - start + 1
      }
      return false
    }
  }

  /// Doubles the room, because filling an array byte by byte is slow without optimisation.
  private mutating func grow(to length: Int) {
    if length > storage.count {
      let room = max(length, storage.count * 2, 1 << 16)
      let old = storage
      storage = unsafe [UInt8](unsafeUninitializedCapacity: room) { new, count in
        guard let start = new.baseAddress else { return }
        unsafe memset(start, 0, room)
        unsafe old.withUnsafeBytes { all in
          if let first = all.baseAddress { unsafe memcpy(start, first, old.count) }
        }
        count = room
      }
    }
    size = max(size, length)
  }
}

/// Array comparison is slow without optimisation.
func isEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
  guard first.count == second.count else { return false }
  return unsafe memcmp(first, second, first.count) == 0
}
