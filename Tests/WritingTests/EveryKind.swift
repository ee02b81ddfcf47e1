import Codes
import Records

/// One record of every kind with every field filled, by the catalogue of kinds; no patient at all.
enum EveryKind {
  enum Filling: CaseIterable {
    case plain
    /// What a file with bad intentions could hold.
    case hostile
    /// Words where dates, choices and numbers are expected.
    case wordsOnly
    /// Only what a kind cannot be without.
    case least
  }

  static let nasty =
    "<script>alert(1)</script> {{name}} {{{name}}} & \"quoted\" 'x' ]]> \u{0}\u{1B}[31m \u{202E}5.0"
    + " \u{2028} \u{FFFE} \\\" </style> \u{5D0}\u{5D1} " + String(repeating: "W", count: 1_000)

  static func records(_ filling: Filling) -> [Record] {
    KindDescription.all.enumerated().map { index, kind in
      var fields: [String: Value] = [:]
      for field in kind.fields where filling != .least || field.isRequired {
        fields[field.name] = value(of: field, filling)
      }
      let source: Made.Source = index.isMultiple(of: 2) ? .hospitalFile : .told(by: "somebody")
      return Made.record(kind.kind, 500 + index, fields, source)
    }
  }

  private static func value(of field: Field, _ filling: Filling) -> Value {
    let one = single(field, filling)
    return field.isMany ? .list([one, one]) : one
  }

  private static func single(_ field: Field, _ filling: Filling) -> Value {
    let words = filling == .hostile ? nasty : "\(field.label) in words"
    switch field.type {
    case .text, .longText: return .text(words)
    case .choice(let options):
      return .choice(filling == .plain ? options[0].token : words)
    case .when:
      switch filling {
      case .plain: return Made.day("2021-03-04T10:30:00+02:00")
      case .hostile:
        return .when(
          When(
            start: Moment(PartialDate.noDay, time: "99:99"), end: Moment(PartialDate.noDay),
            words: words))
      default: return .when(When(words: words))
      }
    case .coded:
      let codings =
        filling == .hostile
        ? [
          Coding(system: "not a uri", code: nasty, display: nasty),
          Coding(system: CodeSystem.snomed, code: "254627003"),
          Coding(system: nil, code: "1"), Coding(system: "http://example.org/codes", code: "a b"),
        ] : [Coding(system: CodeSystem.snomed, code: "254627002", display: "carcinoid")]
      return .coded(Coded(words, filling == .wordsOnly ? [] : codings))
    case .quantity:
      switch filling {
      case .hostile:
        return .quantity(
          Quantity("1e999", unit: nasty, comparator: "~", code: "a b", system: "x"))
      case .wordsOnly: return .quantity(Quantity("1,200"))
      default: return Made.value("5.10", "mm", ucum: "mm")
      }
    case .range:
      return .range(
        ReferenceRange(
          text: words, low: Quantity("1", unit: "mm"), high: Quantity("x", comparator: "<")))
    case .link:
      return .link(RecordID(filling == .hostile ? nasty : String(repeating: "0", count: 32)))
    case .parts:
      return .part(
        Part(Coded(words), filling == .plain ? Made.value("1", "mm") : .text(words)))
    }
  }
}
