internal import FoundationEssentials
internal import GRDB

/// The values of one row in SQLite's record format (sqlite.org/fileformat2.html, 2.1).
///
/// The bytes were written by this program and authenticated since, but they may be those of another
/// structure. Whatever they hold, the result is values or nil.
enum LooseRecord {
  /// The values, the first `most` of them. Nil when the bytes are no record.
  static func values(_ bytes: ArraySlice<UInt8>, most: Int = .max) -> [DatabaseValue]? {
    var head = bytes
    guard let length = head.readVarint(), length >= 1, length <= bytes.count else { return nil }
    head = head[..<(bytes.startIndex + length)]
    var body = bytes[head.endIndex...]
    var values: [DatabaseValue] = []
    while !head.isEmpty, values.count < most {
      guard let type = head.readVarint(), let value = body.readValue(type) else { return nil }
      values.append(value)
    }
    return values
  }
}

extension ArraySlice<UInt8> {
  /// A number of one to nine bytes (1.6 there, "varint"). Nil when it is cut off, or larger than
  /// any length or row number of a vault.
  mutating func readVarint() -> Int? {
    var value: UInt64 = 0
    for place in 0..<9 {
      guard let byte = popFirst() else { return nil }
      if place == 8 {
        value = value << 8 | UInt64(byte)
      } else {
        value = value << 7 | UInt64(byte & 0x7f)
        if byte & 0x80 == 0 { break }
      }
    }
    return Int(exactly: value)
  }

  /// A number with the highest byte first.
  mutating func readInteger(bytes count: Int) -> Int64? {
    guard self.count >= count, let first else { return nil }
    var value = Int64(Int8(bitPattern: first))
    for byte in dropFirst().prefix(count - 1) { value = value << 8 | Int64(byte) }
    removeFirst(count)
    return value
  }

  /// A value of a serial type (2.1 there). Nil also for a real number: no table of a vault has one.
  fileprivate mutating func readValue(_ type: Int) -> DatabaseValue? {
    switch type {
    case 0: return .null
    case 1...4: return readInteger(bytes: type)?.databaseValue
    case 5: return readInteger(bytes: 6)?.databaseValue
    case 6: return readInteger(bytes: 8)?.databaseValue
    case 8, 9: return (type - 8).databaseValue
    case 12...:
      let length = (type - 12) / 2
      guard count >= length else { return nil }
      defer { removeFirst(length) }
      if type.isMultiple(of: 2) { return Data(prefix(length)).databaseValue }
      return String(validating: prefix(length), as: UTF8.self)?.databaseValue
    default: return nil
    }
  }
}
