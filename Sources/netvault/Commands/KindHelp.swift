/// The part of `netvault add KIND --help` that comes from the kind's description.
internal import Console
internal import Records

enum KindHelp {
  /// False where nobody will read it: 34 kinds have hundreds of flags, and writing all of that down
  /// takes longer than opening a vault. The words are looked at as they were typed.
  static let isWanted = CommandLine.arguments.contains { word in
    word == "-h" || word.hasPrefix("-") && word.contains("help") || word == "help"
      || word == "completions" || word.contains("completion")
  }

  /// Examples first, then one line for each flag: what it is, and what it may hold.
  static func flags(of kind: KindDescription) -> String {
    let name = kind.kind.rawValue
    let first = kind.fields.first { $0.isRequired } ?? kind.fields.first
    var lines = ["Examples:", "  netvault add \(name)"]
    if let first { lines.append("  netvault add \(name) --\(first.flag) \(example(first))") }
    lines += ["", "Flags of the \(kind.one):"]
    let width = (kind.fields.map(\.flag.count).max() ?? 0) + 4
    for field in kind.fields {
      let flag = "  --\(field.flag)"
      let gap = String(repeating: " ", count: max(2, width + 2 - flag.count))
      lines.append(flag + gap + meaning(field) + ".")
      lines += Wrap.lines(field.explanation(in: kind.kind), width: 72 - 6).map { "      \($0)" }
    }
    if kind.canBeNone { lines += ["", "There is none? netvault add \(name) --none-known"] }
    return lines.joined(separator: "\n")
  }

  private static func example(_ field: Field) -> String {
    field.options.first?.token ?? "WORDS"
  }

  private static func meaning(_ field: Field) -> String {
    var text = field.label
    switch field.type {
    case .choice(let options):
      text += ": " + options.map(\.token).joined(separator: ", ")
    case .when: text += " (a date, as far as you know it)"
    case .quantity(let unit): text += unit.map { " (a number, in \($0))" } ?? " (number and unit)"
    default: break
    }
    if field.isRequired { text += " - needed" }
    if field.isMany { text += " - may be given several times" }
    return text
  }
}
