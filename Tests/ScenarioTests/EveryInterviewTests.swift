internal import Foundation
internal import JSON
internal import Records
import Testing

/// Every kind of record, asked for at a terminal: with help, a mistake, a step back, "I don't know"
/// and an early end.
@Suite struct `The interview of any kind` {
  /// What a person could answer.
  private static func answer(_ field: Field) -> String {
    switch field.type {
    case .choice: "1"
    case .when: "2020"
    case .quantity(let unit): "18 \(unit ?? "mg")"
    case .parts: "systolic 120 mmHg"
    case .text where ["bother", "distress"].contains(field.name): "4"
    case .text, .longText, .coded, .range, .link: "Something told"
    }
  }

  /// The questions that are asked at once of somebody who only answers the first one.
  private static func asked(_ kind: Kind, _ first: Field) -> [Field] {
    let value: Value =
      first.options.first.map { .choice($0.token) } ?? .text(answer(first))
    return KindDescription.of(kind).fields.filter {
      $0.isAsked && $0.type != .parts && $0.condition.holds(with: [first.name: value])
    }
  }

  @Test(arguments: Kind.allCases)
  func `explains, goes back, takes "I don't know", and shows all before it saves`(
    kind: Kind
  ) throws {
    let desk = try Desk.withVault()
    let before = try desk.records(kind.rawValue).count
    let first = try #require(
      KindDescription.of(kind).fields.first { $0.isAsked && $0.condition.holds(with: [:]) })
    let fields = Self.asked(kind, first)
    let terminal = try desk.terminal("--passphrase-file", desk.passphrase, "add", kind.rawValue)
    try terminal.wait(for: "1 of ")
    try terminal.wait(for: "  > ")
    terminal.type("?")
    // An example in the words of the field, its type, or a short list of what can be written.
    try terminal.wait(for: "  > ")
    if first.isRequired {
      terminal.type("")
      try terminal.wait(for: "This one answer is needed")
      try terminal.wait(for: "  > ")
    }
    terminal.type(Self.answer(first))
    if fields.count > 1 {
      try terminal.wait(for: "2 of ")
      try terminal.wait(for: "> ")
      terminal.type("<")
      try terminal.wait(for: "1 of ")
      // What was typed is kept.
      try terminal.wait(for: "[")
      try terminal.wait(for: "> ")
      terminal.type("")
      for (place, field) in fields.enumerated().dropFirst() where place < 4 {
        try terminal.wait(for: "\(place + 1) of ")
        try terminal.wait(for: "> ")
        if field.isRequired {
          terminal.type(Self.answer(field))
        } else {
          terminal.type(place == 1 ? "-" : place == 2 ? "none" : ".")
        }
        if place == 3, !field.isRequired { break }
      }
    }
    var outcome = try finish(terminal)
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("Check your answers"), "\(outcome)")
    let records = try desk.records(kind.rawValue)
    #expect(records.count == before + 1)
    // Nothing is left to go on with.
    outcome = try desk.netvault("add", kind.rawValue, "--no-input")
    #expect(outcome.exit == .needsAnswer, "\(outcome)")
  }

  /// Answers what still comes with Enter, or with what is needed, up to the end.
  private func finish(_ terminal: Terminal) throws -> Outcome {
    for _ in 0..<60 {
      let end = try terminal.wait(forAny: [
        "Save? [yes]  or a number to change it: ", "More questions? [no] ", "Right? [yes] ", "> ",
      ])
      if end == 2 {
        terminal.type("no")
        continue
      }
      terminal.type("")
      if end == 0 { return try terminal.finish() }
    }
    throw HarnessError(description: "it does not end; on the screen:\n\(terminal.screen)")
  }

  @Test(arguments: [Kind.allergy, .visit, .coverage, .treatment, .note])
  func `is sentences without columns in accessible mode, down to 40 columns`(kind: Kind) throws {
    let desk = try Desk.withVault()
    var environment = desk.environment
    environment["COLUMNS"] = "40"
    let terminal = try Terminal(
      [
        "--accessible", "--vault", desk.vault, "--passphrase-file", desk.passphrase, "add",
        kind.rawValue,
      ], environment: environment, in: desk.folder)
    try terminal.wait(for: "Question 1 of ")
    try terminal.wait(for: "Answer:")
    terminal.type("?")
    try terminal.wait(for: "Answer:")
    let first = try #require(KindDescription.of(kind).fields.first { $0.isAsked })
    terminal.type(Self.answer(first))
    for _ in 0..<20 {
      guard try terminal.wait(forAny: ["Answer:", "More questions?", "Save?"]) == 0 else { break }
      terminal.type(".")
      guard try terminal.wait(forAny: ["Answer:", "More questions?", "Save?"]) == 0 else {
        break
      }
      // What the record cannot be without is asked all the same.
      terminal.type("Something told")
    }
    terminal.type("")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    for line in outcome.out.split(separator: "\n") where !line.contains(":") {
      #expect(line.count <= 40, "\(line)")
      #expect(!line.contains("   "), "a column in \"\(line)\"")
    }
  }

  @Test(arguments: KindDescription.all.filter(\.canBeNone).map(\.kind))
  func `takes "none" as an answer of its own`(kind: Kind) throws {
    let desk = try Desk.withVault()
    let terminal = try desk.terminal("--passphrase-file", desk.passphrase, "add", kind.rawValue)
    // The question that makes the record is the one that can be answered with none.
    let fields = KindDescription.of(kind).fields.filter { $0.isAsked }
    for field in fields {
      try terminal.wait(for: "> ")
      terminal.type(field.isRequired ? "none" : "")
      if field.isRequired { break }
    }
    try terminal.wait(for: "as far as you know. Right? [yes]")
    terminal.type("")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    let answer = try #require(try desk.records("absence").first)
    #expect(answer["fields"]?["of"]?.string == kind.rawValue)
  }
}
