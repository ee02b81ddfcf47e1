/// Puts a value together from what the parser reports, one event at a time.
///
/// Finished values wait on one stack until the object or array around them ends, so every
/// array is allocated once and at its exact size.
final class JSONBuilder {
  /// An object or array that has not ended yet.
  private struct Open {
    let isObject: Bool
    /// Where its values begin on the stack of values.
    let firstValue: Int
    /// Where its names begin on the stack of names.
    let firstKey: Int
  }

  /// Objects with more members than this are checked for duplicates with a set.
  private static let few = 24

  private let limits: JSONLimits
  private var values: [JSONValue] = []
  private var keys: [String] = []
  private var open: [Open] = []
  private var cache: TextCache
  private(set) var failure: JSONError.Reason?
  /// The place of the failure.
  private(set) var failurePlace = ""

  init(limits: JSONLimits, byteCount: Int) {
    self.limits = limits
    cache = TextCache(forBytes: byteCount)
  }

  var result: JSONValue? { open.isEmpty ? values.first : nil }

  func add(_ value: JSONValue) { values.append(value) }

  func addNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= limits.maxString else { return fail(.tooLong) }
    values.append(.number(unsafe String(decoding: bytes, as: UTF8.self)))
    return true
  }

  func addString(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= limits.maxString else { return fail(.tooLong) }
    values.append(.string(unsafe cache.string(bytes)))
    return true
  }

  func addKey(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= limits.maxString else { return fail(.tooLong) }
    keys.append(unsafe cache.string(bytes))
    return true
  }

  func start(object: Bool) -> Bool {
    guard open.count < limits.depth else { return fail(.tooDeep) }
    open.append(Open(isObject: object, firstValue: values.count, firstKey: keys.count))
    return true
  }

  func end() -> Bool {
    guard let ended = open.last else { return fail(.syntax) }
    // What is finished is moved off the stacks, last one first: a copy would count each text twice.
    if ended.isObject {
      if let twice = Self.duplicate(in: keys[ended.firstKey...]) {
        return fail(.duplicateKey, at: twice)
      }
      let count = min(keys.count - ended.firstKey, values.count - ended.firstValue)
      values.removeSubrange((ended.firstValue + count)...)
      keys.removeSubrange((ended.firstKey + count)...)
      var members: [JSONObject.Member] = []
      members.reserveCapacity(count)
      for _ in 0..<count {
        members.append(JSONObject.Member(key: keys.removeLast(), value: values.removeLast()))
      }
      members.reverse()
      values.append(.object(JSONObject(unique: members)))
    } else {
      var elements: [JSONValue] = []
      elements.reserveCapacity(values.count - ended.firstValue)
      while values.count > ended.firstValue { elements.append(values.removeLast()) }
      elements.reverse()
      keys.removeSubrange(ended.firstKey...)
      values.append(.array(elements))
    }
    open.removeLast()
    return true
  }

  /// Ends what is still open, keeping only what was complete inside the outer `levels`.
  func salvage(levels: Int) -> JSONValue? {
    while let last = open.last {
      if last.isObject, keys.count - last.firstKey > values.count - last.firstValue {
        keys.removeLast()
      }
      if open.count > levels {
        close(last)
        open.removeLast()
      } else if !end() {
        return nil
      }
    }
    return values.first
  }

  private func close(_ ended: Open) {
    values.removeSubrange(ended.firstValue...)
    keys.removeSubrange(ended.firstKey...)
  }

  private func fail(_ reason: JSONError.Reason, at key: String? = nil) -> Bool {
    failure = reason
    failurePlace = place + (key.map { Self.step($0, first: place.isEmpty) } ?? "")
    return false
  }

  private static func duplicate(in names: ArraySlice<String>) -> String? {
    if names.count > few {
      var seen = Set<String>(minimumCapacity: names.count)
      return names.first { !seen.insert($0).inserted }
    }
    var index = names.startIndex
    while index < names.endIndex {
      var earlier = names.startIndex
      while earlier < index {
        if names[earlier] == names[index] { return names[index] }
        earlier += 1
      }
      index += 1
    }
    return nil
  }

  /// Deeper than this a place is not told step by step: nobody could follow it.
  private static let told = 8

  /// What is being read now, as `entry[17].resource`.
  var place: String {
    var text = ""
    for (level, frame) in open.enumerated() {
      if level == Self.told { return text + "..." }
      let isLast = level + 1 == open.count
      let done = (isLast ? values.count : open[level + 1].firstValue) - frame.firstValue
      guard frame.isObject else {
        text += "[\(done)]"
        continue
      }
      let named = (isLast ? keys.count : open[level + 1].firstKey) - frame.firstKey
      guard named > done else { continue }
      text += Self.step(keys[frame.firstKey + named - 1], first: text.isEmpty)
    }
    return text
  }

  /// A name that does not look like one might be a person's data: it is not repeated.
  private static func step(_ key: String, first: Bool) -> String {
    let isName =
      (1...64).contains(key.utf8.count)
      && key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
    return (first ? "" : ".") + (isName ? key : "?")
  }
}
