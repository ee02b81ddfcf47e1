/// The flags of a record's fields. They come from the kind's description, not from a list here.
internal import Console
internal import Records

struct FieldFlags {
  /// What was written after each flag, in order.
  private(set) var values: [String: [String]] = [:]
  /// Fields to empty (`--clear FIELD`).
  private(set) var cleared: [String] = []
  /// Words that no flag stands before.
  private(set) var words: [String] = []

  /// Sorts out what the command line gave for a record of this kind.
  ///
  /// Takes `--flag value` and `--flag=value`. A value may begin with one dash (`-5`), and with two
  /// when it is joined by `=`.
  init(_ arguments: [String], of kind: KindDescription) throws(Problem) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--"), argument.count > 2 else {
        words.append(argument)
        continue
      }
      let body = argument.dropFirst(2)
      let mark = body.firstIndex(of: "=")
      let flag = String(mark.map { body[..<$0] } ?? body)
      let joined = mark.map { String(body[body.index(after: $0)...]) }
      if flag == "clear" {
        guard let name = joined ?? rest.popFirst(), let field = kind.field(flag: name) else {
          throw .flagValue("clear", example: kind.fields.first?.flag ?? "note")
        }
        cleared.append(field.name)
        continue
      }
      guard let field = kind.field(flag: flag) else {
        throw .unknownFlag(
          flag, command: "add \(kind.kind.rawValue)",
          close: Suggest.closest(to: flag, among: kind.fields.map(\.flag)))
      }
      guard let value = joined ?? Self.value(&rest) else {
        throw .flagEmpty(flag)
      }
      values[field.name, default: []].append(value)
    }
  }

  private static func value(_ rest: inout ArraySlice<String>) -> String? {
    guard let next = rest.first, !(next.hasPrefix("--") && next.count > 2) else { return nil }
    return rest.popFirst()
  }
}
