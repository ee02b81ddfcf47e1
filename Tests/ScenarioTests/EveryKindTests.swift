internal import JSON
internal import Records
import Testing

/// Every field of every kind can be given by a flag, and comes back as it was given.
@Suite struct `A record of any kind` {
  /// What is typed after the flag of a field, and which words must come back.
  private struct Answer {
    let typed: [String]
    let back: [String]

    init(_ typed: String, back: [String]? = nil) {
      self.typed = [typed]
      self.back = back ?? [typed]
    }

    init(several: [String]) {
      typed = several
      back = several
    }
  }

  private static func answer(to field: Field, in kind: Kind, linking id: String) -> Answer {
    switch field.type {
    case .text where ["distress", "bother"].contains(field.name): Answer("4")
    case .text where field.name == "phases":
      Answer(several: ["every 3 months for 2 years", "then every 6 months"])
    case .text where ["early", "late"].contains(field.name): Answer("2 weeks")
    case .text, .longText, .coded:
      field.isMany
        ? Answer(several: ["First \(field.flag) of two", "Second \(field.flag), with a comma"])
        : Answer("The \(field.flag) of a \(kind.rawValue): 5 é")
    case .choice(let options): Answer(options.last?.token ?? "")
    case .when: Answer(field.dateRule == .past ? "2020-03-14" : "2024-02")
    case .quantity(let unit): Answer("18.50 \(unit ?? "mm")", back: ["18.50", unit ?? "mm"])
    case .range: Answer("below 100 ng/mL")
    case .link: Answer(id)
    case .parts: Answer("Systolic 120 mmHg", back: ["Systolic", "120", "mmHg"])
    }
  }

  /// Every word and number inside a JSON value.
  private static func words(in json: JSONValue) -> [String] {
    switch json {
    case .string(let text), .number(let text): [text]
    case .array(let values): values.flatMap { words(in: $0) }
    case .object(let object): object.flatMap { words(in: $0.value) }
    default: []
    }
  }

  @Test(arguments: Kind.allCases)
  func `keeps every field that a flag can give`(kind: Kind) throws {
    let desk = try Desk.withVault()
    let others = try Self.addOthers(for: kind, on: desk)
    let known = Set(try desk.records().compactMap { $0["id"]?.string })
    var answers: [(Field, Answer)] = []
    var words = ["add", kind.rawValue]
    for field in KindDescription.of(kind).fields {
      let answer = Self.answer(to: field, in: kind, linking: others[field.name] ?? "")
      answers.append((field, answer))
      for typed in answer.typed { words += ["--\(field.flag)", typed] }
    }
    let added = try desk.netvault(words + ["--no-input"])
    #expect(added.exit == .done, "\(added)")

    let found = try desk.records(kind.rawValue)
      .filter { !known.contains($0["id"]?.string ?? "") }
    #expect(found.count == 1)
    let record = try #require(found.first)
    #expect(record["kind"]?.string == kind.rawValue)
    #expect(record["title"]?.string?.isEmpty == false)
    for (field, answer) in answers {
      let back = record["fields"]?[field.name].map { Self.words(in: $0) } ?? []
      for word in answer.back {
        #expect(
          back.contains { $0.contains(word) },
          "--\(field.flag) \(answer.typed) came back as \(back)")
      }
    }
    #expect(try desk.netvault("verify").exit == .done)
  }

  /// Adds a record for every field that points to one, and gives their names.
  private static func addOthers(for kind: Kind, on desk: Desk) throws -> [String: String] {
    var others: [String: String] = [:]
    for field in KindDescription.of(kind).fields {
      guard case .link(let kinds) = field.type else { continue }
      let other = kinds.first ?? .allergy
      let required = try #require(KindDescription.of(other).fields.first { $0.isRequired })
      let added = try desk.netvault([
        "add", other.rawValue, "--\(required.flag)", "Something to point to", "--no-input",
      ])
      #expect(added.exit == .done, "\(added)")
      others[field.name] = try desk.records(other.rawValue).first?["id"]?.string
    }
    return others
  }

  @Test(arguments: Kind.allCases)
  func `can be shown, removed and brought back`(kind: Kind) throws {
    let desk = try Desk.withVault()
    var words = ["add", kind.rawValue, "--no-input"]
    for field in KindDescription.of(kind).fields where field.isRequired {
      words += ["--\(field.flag)", field.options.first?.token ?? "Something"]
    }
    let before = try desk.records(kind.rawValue)
    let added = try desk.netvault(words)
    #expect(added.exit == .done, "\(added)")
    let with = try desk.records(kind.rawValue)
    let record = try #require(with.first { !before.contains($0) })
    let id = try #require(record["id"]?.string)

    let shown = try desk.netvault("show", id)
    #expect(shown.exit == .done, "\(shown)")
    #expect(shown.out.contains(try #require(record["title"]?.string)), "\(shown)")

    let removed = try desk.netvault("remove", id, "--no-input", "--yes")
    #expect(removed.exit == .done, "\(removed)")
    #expect(try desk.records(kind.rawValue) == before)

    let restored = try desk.netvault("restore", id, "--no-input", "--yes")
    #expect(restored.exit == .done, "\(restored)")
    #expect(try desk.records(kind.rawValue) == with)
  }
}
