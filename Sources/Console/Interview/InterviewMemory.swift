package import Records

/// What is known already and may be an answer. The interview asks for it one question at a time, so
/// each of these may look into the vault for a moment, and must never change it.
package struct InterviewMemory {
  /// A record that a field may point to, in words.
  package struct Linked: Sendable, Hashable {
    package let id: RecordID
    package let words: String

    package init(id: RecordID, words: String) {
      self.id = id
      self.words = words
    }
  }

  /// Words that may answer a question, best first. The answers so far say which test it is about.
  package var words: (Field, [String: Value]) -> [String]
  /// What Enter takes where nothing was typed, such as today for a diary.
  package var usual: (Field, [String: Value]) -> Value?
  /// The unit that the same test was last written with.
  package var unit: (Field, [String: Value]) -> String?
  /// Records that a field may point to, newest first: a short list, of those with the words if there
  /// are any.
  package var records: (Field, String?) -> [Linked]
  /// What a record is called.
  package var title: (RecordID) -> String?

  package init(
    words: @escaping (Field, [String: Value]) -> [String] = { _, _ in [] },
    usual: @escaping (Field, [String: Value]) -> Value? = { _, _ in nil },
    unit: @escaping (Field, [String: Value]) -> String? = { _, _ in nil },
    records: @escaping (Field, String?) -> [Linked] = { _, _ in [] },
    title: @escaping (RecordID) -> String? = { _ in nil }
  ) {
    self.words = words
    self.usual = usual
    self.unit = unit
    self.records = records
    self.title = title
  }

  package static var none: InterviewMemory { InterviewMemory() }
}
