/// A question that many people ask, to choose from. The words are our own; where the topic was read
/// is said.
package struct ReadyQuestion: Sendable, Hashable {
  package let id: String
  /// The token of the field "topic" of a question.
  package let topic: String
  package let text: String
  package let source: String
  package let asOf: String

  package static let all = read(PackageResources.questions_tsv)

  /// The topics in their order.
  package static var topics: [String] {
    var topics: [String] = []
    for question in all where !topics.contains(question.topic) { topics.append(question.topic) }
    return topics
  }

  package static func of(topic: String) -> [ReadyQuestion] { all.filter { $0.topic == topic } }

  package static func named(_ id: String) -> ReadyQuestion? {
    let id = id.lowercased()
    return all.first { $0.id == id }
  }

  /// Rows that are not well-formed are left out, and a test counts them.
  static func read(_ tsv: [UInt8]) -> [ReadyQuestion] {
    tsv.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 5 else { return nil }
      return ReadyQuestion(
        id: cells[0], topic: cells[1], text: cells[2], source: cells[3], asOf: cells[4])
    }
  }
}
