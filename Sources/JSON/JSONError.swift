/// Why a text is not JSON that netvault reads, and where.
///
/// Holds no value from the text.
package struct JSONError: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// A byte that cannot stand in UTF-8 text, or an escape of half a character.
    case notUTF8
    /// The text ends in the middle.
    case truncated
    /// One object has two members of one name.
    case duplicateKey
    /// More objects and arrays inside each other than the limit.
    case tooDeep
    /// The text, or one string in it, is longer than the limit.
    case tooLong
    /// Something that JSON does not allow.
    case syntax
    /// There was no memory for the parser.
    case noMemory
  }

  package let reason: Reason
  /// How many bytes had been read when it was noticed.
  package let offset: Int
  /// What was being read, as `entry[17].resource`.
  ///
  /// Empty for the whole text.
  package let place: String

  package init(_ reason: Reason, offset: Int, place: String = "") {
    self.reason = reason
    self.offset = offset
    self.place = place
  }
}

extension JSONError: CustomStringConvertible {
  package var description: String {
    let what =
      switch reason {
      case .notUTF8: "broken characters (not UTF-8)"
      case .truncated: "the text ends in the middle"
      case .duplicateKey: "a name is given twice"
      case .tooDeep: "nested too deeply"
      case .tooLong: "too long"
      case .syntax: "not JSON"
      case .noMemory: "not enough memory"
      }
    return place.isEmpty ? "\(what), at byte \(offset)" : "\(what), at byte \(offset), in \(place)"
  }
}
