import Codes
import JSON
import Records
import Summary
import Testing
import Writing

@Suite("The IPS document") struct IPSDocumentTests {
  static let document = IPSDocument(
    identifier: "6f0c1a70-6d0b-4f5e-9b4f-1f3f5f0a9a01", timestamp: "2026-11-21T10:00:00Z")

  static func bundle(_ summary: Summary) -> JSONValue { document.bundle(of: summary) }

  static func text(_ summary: Summary) -> String {
    String(decoding: bundle(summary).write(pretty: true), as: UTF8.self) + "\n"
  }

  static func resources(_ bundle: JSONValue) -> [JSONValue] {
    (bundle["entry"]?.array ?? []).compactMap { $0["resource"] }
  }

  static func sections(_ bundle: JSONValue) -> [JSONValue] {
    resources(bundle).first?["section"]?.array ?? []
  }

  /// The words of the sections, without tags.
  static func narratives(_ bundle: JSONValue) -> [String] {
    sections(bundle).compactMap { $0["text"]?["div"]?.string }.map { div in
      div.split(separator: "<").map { part in
        part.firstIndex(of: ">").map { String(part[part.index(after: $0)...]) } ?? ""
      }.joined(separator: "\n")
    }
  }

  static func section(_ code: String, of bundle: JSONValue) -> JSONValue? {
    sections(bundle).first { $0["code"]?["coding"]?[0]?["code"]?.string == code }
  }

  static let ana = Summary(of: AnaBrandt.records, for: "Dr. Lee", on: AnaBrandt.today)

  @Test func `is the one that was looked at`() throws {
    try expectSnapshot(Self.text(Self.ana), named: "ana-brandt.ips.json")
  }

  @Test func `is made for nobody as well`() throws {
    let nobody = Summary(of: [], on: AnaBrandt.today)
    try expectSnapshot(Self.text(nobody), named: "nobody.ips.json")
  }

  @Test(arguments: EveryKind.Filling.allCases)
  func `is whole for every kind and field`(filling: EveryKind.Filling) throws {
    let scope = Scope(include: Set(Kind.allCases), withPrivate: true)
    let summary = Summary(of: EveryKind.records(filling), on: AnaBrandt.today, scope: scope)
    let text = Self.text(summary)
    try keepForCheckers(text, named: "every-kind-\(filling).ips.json")
    let bundle = try JSONValue.parse(text)

    let urls = (bundle["entry"]?.array ?? []).compactMap { $0["fullUrl"]?.string }
    #expect(Set(urls).count == urls.count)
    #expect(urls.count == Self.resources(bundle).count)
    for reference in Self.references(bundle) { #expect(urls.contains(reference)) }
    let types = Self.resources(bundle).compactMap { $0["resourceType"]?.string }
    #expect(types.first == "Composition")
    #expect(types.count { $0 == "Patient" } == 1)
  }

  private static func references(_ value: JSONValue) -> [String] {
    switch value {
    case .array(let values): values.flatMap { references($0) }
    case .object(let object):
      object.flatMap { name, value in
        name == "reference" ? [value.string ?? ""] : references(value)
      }
    default: []
    }
  }

  @Test func `is the same for the same name, and shares no names with another`() {
    #expect(Self.text(Self.ana) == Self.text(Self.ana))
    let other = IPSDocument(
      identifier: "11111111-1111-4111-8111-111111111111", timestamp: "2026-11-21T10:00:00Z")
    func urls(_ bundle: JSONValue) -> Set<String> {
      Set((bundle["entry"]?.array ?? []).compactMap { $0["fullUrl"]?.string })
    }
    #expect(urls(Self.bundle(Self.ana)).isDisjoint(with: urls(other.bundle(of: Self.ana))))
  }

  @Test(arguments: ["48765-2", "11450-4", "10160-0"])
  func `says why a required section is empty`(code: String) {
    let empty = Self.bundle(Summary(of: [], on: AnaBrandt.today))
    let reason = Self.section(code, of: empty)?["emptyReason"]?["coding"]?[0]?["code"]?.string
    #expect(reason == "notasked")
    let scope = Scope(leaveOut: [.allergy, .diagnosis, .lateEffect, .medicine])
    let left = Self.bundle(Summary(of: AnaBrandt.records, on: AnaBrandt.today, scope: scope))
    let withheld = Self.section(code, of: left)?["emptyReason"]?["coding"]?[0]?["code"]?.string
    #expect(withheld == "withheld")
  }

  @Test(arguments: [
    ("allergy", "716186003"), ("diagnosis", "160245001"), ("medicine", "787481004"),
    ("procedure", "787480003"), ("vaccine", "787482006"),
  ])
  func `says none known with its code`(kind: String, code: String) {
    let none = Made.record(
      .absence, 1, ["of": .choice(kind), "answer": .choice("none-known")],
      .told(by: "Ana Brandt"))
    let text = Self.text(Summary(of: [none], on: AnaBrandt.today))
    #expect(text.contains("\"\(code)\""))
    #expect(CodeTable.shared.group(of: CodeSystem.snomed, code) == .noKnown)
  }

  @Test func `keeps codes verbatim and adds no unit code`() throws {
    let text = Self.text(Self.ana)
    #expect(text.contains("\"C7A.090\"") && text.contains("\"402014\""))
    // Creatinine came with a unit, and without a code for it.
    let results = Self.resources(Self.bundle(Self.ana)).filter {
      $0["code"]?["text"]?.string == "creatinine"
    }
    let value = try #require(results.first?["valueQuantity"])
    #expect(value["value"]?.numberText == "0.84")
    #expect(value["unit"]?.string == "mg/dL")
    #expect(value["code"] == nil && value["system"] == nil)
  }

  @Test func `hands on no code that is none`() {
    let text = Self.text(Summary(of: EveryKind.records(.hostile), on: AnaBrandt.today))
    #expect(!text.contains("254627003"))
    #expect(!text.contains("not a uri"))
  }

  @Test func `claims mCODE only where the facts are there`() throws {
    let profiles = Self.resources(Self.bundle(Self.ana)).flatMap {
      $0["meta"]?["profile"]?.array?.compactMap(\.string) ?? []
    }
    let names = Set(profiles.compactMap { $0.split(separator: "/").last.map(String.init) })
    #expect(names.contains("mcode-primary-cancer-condition"))
    #expect(names.contains("mcode-tnm-stage-group"))
    #expect(names.contains("mcode-tumor-marker-test"))
    #expect(names.contains("mcode-cancer-related-surgical-procedure"))

    let typed = Made.record(
      .diagnosis, 1,
      [
        "name": .coded(Coded("typical carcinoid")), "role": .choice("primary"),
        "stageGroup": .text("IA2"),
      ], .told(by: "Ana Brandt"))
    let text = Self.text(Summary(of: [typed], on: AnaBrandt.today))
    #expect(!text.contains("mcode"))
  }

  @Test func `has insurance only when it is asked for`() {
    #expect(Self.section("48768-6", of: Self.bundle(Self.ana)) == nil)
    let scope = Scope(include: [.coverage])
    let summary = Summary(of: AnaBrandt.records, on: AnaBrandt.today, scope: scope)
    #expect(Self.section("48768-6", of: Self.bundle(summary))?["entry"]?.array?.count == 1)
  }
}
