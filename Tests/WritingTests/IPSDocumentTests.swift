import JSON
import Records
import Summary
import Testing
import Writing

@Suite struct `The IPS document` {
  static let document = IPSDocument(
    identifier: "6f0c1a70-6d0b-4f5e-9b4f-1f3f5f0a9a01", timestamp: "2026-11-21T10:00:00Z")

  static func text(_ summary: Summary) -> String {
    String(decoding: document.bundle(of: summary).write(pretty: true), as: UTF8.self) + "\n"
  }

  @Test func `is the one that was looked at`() throws {
    let ana = Summary(of: AnaBrandt.records, for: "Dr. Lee", on: AnaBrandt.today)
    try expectSnapshot(Self.text(ana), named: "ana-brandt.ips.json")
  }

  @Test func `is made for nobody as well`() throws {
    let nobody = Summary(of: [], on: AnaBrandt.today)
    try expectSnapshot(Self.text(nobody), named: "nobody.ips.json")
  }

  @Test(arguments: EveryKind.Filling.allCases)
  func `is made of every kind and field`(filling: EveryKind.Filling) throws {
    let records = EveryKind.records(filling)
    let scope = Scope(include: Set(Kind.allCases), withPrivate: true)
    let summary = Summary(of: records, on: AnaBrandt.today, scope: scope)
    let text = Self.text(summary)
    try keepForCheckers(text, named: "every-kind-\(filling).ips.json")
    #expect(try JSONValue.parse(text)["type"] == "document")
  }
}
