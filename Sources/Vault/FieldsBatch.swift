internal import JSON
internal import Records

/// The fields of many records, read from their JSON in one go.
///
/// Starting the JSON parser costs more than reading one record, and many records say the same
/// words; together they are read several times as fast.
struct FieldsBatch {
  private var text: [UInt8] = [UInt8(ascii: "[")]
  private var kinds: [Kind] = []
  private let wanted: Set<String>?

  /// - Parameter wanted: The only fields that are read; nil for all.
  init(only wanted: Set<String>? = nil) { self.wanted = wanted }

  /// True when it is time to read what is here, so that memory stays small.
  var isFull: Bool { kinds.count >= 500 || text.count > 1 << 20 }

  mutating func append(_ fields: String, of kind: Kind) {
    if !kinds.isEmpty { text.append(UInt8(ascii: ",")) }
    text.append(contentsOf: fields.utf8)
    kinds.append(kind)
  }

  /// The fields in the order they were appended. The batch is empty after it.
  mutating func read() throws -> [[String: Value]] {
    defer {
      text.removeAll(keepingCapacity: true)
      text.append(UInt8(ascii: "["))
      kinds.removeAll(keepingCapacity: true)
    }
    guard !kinds.isEmpty else { return [] }
    text.append(UInt8(ascii: "]"))
    guard case .array(let values)? = try? JSONValue.parse(text), values.count == kinds.count else {
      throw VaultError.damaged
    }
    return try zip(values, kinds).map { value, kind in
      guard case .object(let object) = value else { throw VaultError.damaged }
      return try FieldsJSON.read(object, of: kind, only: wanted)
    }
  }

  static func read(_ fields: String, of kind: Kind) throws -> [String: Value] {
    var one = FieldsBatch()
    one.append(fields, of: kind)
    return try one.read()[0]
  }
}
