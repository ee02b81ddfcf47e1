package import Records

/// A record as a plain text form: one name a line with what it holds, help as `#` lines.
///
/// What is not changed keeps its value with all its codes. Longer text stands below its name,
/// each line moved in by two spaces, so that words in it are never taken for a name.
package struct RecordForm: Sendable {
  package let description: KindDescription
  package let before: [String: Value]
  private let fields: [Field]

  /// Where a form cannot be read. Lines are counted from 0.
  package struct Mistake: Error, Hashable {
    package var line: Int
    package var problem: Problem

    package init(line: Int, problem: Problem) {
      self.line = line
      self.problem = problem
    }
  }

  package init(_ description: KindDescription, _ before: [String: Value]) {
    self.description = description
    self.before = before
    fields = description.fields.filter { $0.type != .parts && $0.type != .link([]) }
  }

  /// The name of a field in the form. Two fields of a kind may have the same label.
  private func name(_ field: Field) -> String {
    let isAlone = description.fields.count { $0.label == field.label } == 1
    return isAlone ? field.label : "\(field.label) (\(field.flag))"
  }

  package var text: String {
    var lines = [
      "# \(description.about)",
      "# Change what you like, save, and close the editor.",
      "# Lines that start with # are not read.",
      "# To take an answer away, empty it. For several, write ; between them.",
      "# Longer text goes below its name, each line after two spaces.",
      "",
    ]
    // What is filled or usually asked comes first; the rest can be left alone.
    let shown = fields.filter { field in
      before[field.name] != nil || (field.isAsked && field.condition.holds(with: before))
    }
    let others = fields.filter { !shown.contains($0) }
    for field in shown { append(field, to: &lines) }
    if !others.isEmpty { lines += ["# More, where you know it.", ""] }
    for field in others { append(field, to: &lines) }
    return lines.joined(separator: "\n")
  }

  private func append(_ field: Field, to lines: inout [String]) {
    let help = field.help.isEmpty ? field.explanation(in: description.kind) : field.help
    lines += Wrap.lines(help, width: TerminalSettings.defaultWidth - 2).map { "# \($0)" }
    if !field.options.isEmpty {
      let words = field.options.map(\.words).joined(separator: ", ")
      lines += Wrap.lines("One of: \(words)", width: TerminalSettings.defaultWidth - 2)
        .map { "# \($0)" }
    }
    let words = self.words(field)
    if words.contains("\n") {
      lines.append("\(name(field)):")
      lines += words.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    } else {
      lines.append(words.isEmpty ? "\(name(field)):" : "\(name(field)): \(words)")
    }
    lines.append("")
  }

  /// What the form shows for a field. Several answers stand between semicolons, as they are typed.
  private func words(_ field: Field) -> String {
    let text =
      switch before[field.name] {
      case .list(let values)?: values.map { field.words($0) }.joined(separator: "; ")
      case let value?: field.words(value)
      case nil: ""
      }
    return field.type == .longText ? Printable.text(text) : Printable.line(text)
  }

  /// The fields that a changed form says.
  package func read(_ form: String, with input: FieldInput) throws(Mistake) -> [String: Value] {
    var answers = before
    for entry in try entries(form) {
      let name = entry.field.name
      let typed = entry.lines.joined(separator: "\n").trimmed
      guard typed != words(entry.field).trimmed else { continue }
      guard !typed.isEmpty else {
        answers[name] = nil
        continue
      }
      do throws(Problem) {
        answers[name] = try input.value(
          typed, for: entry.field, of: description.kind, isFlag: false)
      } catch { throw Mistake(line: entry.line, problem: error) }
    }
    for field in description.fields where field.isRequired && answers[field.name] == nil {
      throw Mistake(line: 0, problem: .formNeeds(field.label))
    }
    do throws(Problem) {
      try input.checkTogether(answers, of: description)
    } catch { throw Mistake(line: 0, problem: error) }
    return answers
  }

  private struct Entry {
    var field: Field
    var line: Int
    var lines: [String]
  }

  private func entries(_ form: String) throws(Mistake) -> [Entry] {
    var entries: [Entry] = []
    let lines = form.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("  ") || line.allSatisfy(\.isWhitespace) {
        guard !entries.isEmpty else { continue }
        entries[entries.count - 1].lines.append(String(line.dropFirst(2)))
        continue
      }
      guard let colon = line.firstIndex(of: ":") else {
        throw Mistake(line: number, problem: .noLabel)
      }
      let label = String(line[..<colon]).trimmed
      guard let field = fields.first(where: { name($0).lowercased() == label.lowercased() })
      else {
        let close = Suggest.closest(to: label, among: fields.map { name($0) })
        throw Mistake(line: number, problem: .unknownLabel(label, close: close))
      }
      let first = String(line[line.index(after: colon)...]).trimmed
      entries.append(Entry(field: field, line: number, lines: first.isEmpty ? [] : [first]))
    }
    return entries
  }

  private static let mark = "# >> "

  /// The same text with the problem written above the line it is about.
  package static func marked(_ form: String, _ mistake: Mistake) -> String {
    var lines = form.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { String($0) }
    var place = min(mistake.line, lines.count)
    lines.insert(contentsOf: mistake.problem.lines.map { mark + $0 }, at: place)
    // An older mark is about a mistake that is gone, or about this one.
    let new = place..<place + mistake.problem.lines.count
    for number in lines.indices.reversed()
    where !new.contains(number) && lines[number].hasPrefix(mark) {
      lines.remove(at: number)
      if number < place { place -= 1 }
    }
    return lines.joined(separator: "\n")
  }
}
