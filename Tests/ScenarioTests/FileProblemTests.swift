internal import Foundation
internal import JSON
import Testing

/// What happens when a file cannot be read, or only in part: said plainly, and nothing is added
/// that was not asked for.
@Suite struct `A file that cannot be imported` {
  /// Tries to import, without a terminal, and checks that the vault stays as it was.
  private func refused(
    _ bytes: Data, as name: String = "hospital.json", flags: [String] = [], exit: Exit,
    saying words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let desk = try Desk.withVault(sourceLocation: sourceLocation)
    let file = try desk.write(name, bytes)
    let before = try desk.vaultBytes
    let outcome = try desk.netvault(["import", file, "--yes", "--no-input"] + flags)
    outcome.expectPlainWords(exit, saying: words, sourceLocation: sourceLocation)
    #expect(outcome.err.contains(name), "\(outcome)", sourceLocation: sourceLocation)
    let after = try desk.vaultBytes
    #expect(after == before, "the vault changed\n\(outcome)", sourceLocation: sourceLocation)
    return outcome
  }

  private func refused(
    _ text: String, as name: String = "hospital.json", exit: Exit, saying words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    _ = try refused(
      Data(text.utf8), as: name, exit: exit, saying: words, sourceLocation: sourceLocation)
  }

  @Test func `is not there`() throws {
    let desk = try Desk.withVault()
    let outcome = try desk.withoutChange("import", desk.path("nowhere.json"), "--yes")
    #expect(outcome.exit == .notSupported || outcome.exit == .couldNot, "\(outcome)")
    #expect(outcome.err.contains("nowhere.json"), "\(outcome)")
  }

  @Test func `is empty`() throws {
    try refused("", exit: .notSupported, saying: "empty")
  }

  @Test func `is a picture`() throws {
    let jpeg = Data([0xFF, 0xD8, 0xFF, 0xE0]) + Data(repeating: 7, count: 5_000)
    _ = try refused(jpeg, as: "photo.json", exit: .notSupported, saying: "picture")
  }

  @Test func `is a letter`() throws {
    let letter = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    _ = try refused(letter, as: "letter.json", exit: .notSupported, saying: "netvault reads")
    try refused("%PDF-1.7\n", as: "report.json", exit: .notSupported, saying: "netvault reads")
    try refused("Dear Ana,\n", as: "words.json", exit: .notSupported, saying: "netvault reads")
  }

  @Test func `is JSON that is not from a hospital`() throws {
    try refused(#"{"name":"netvault"}"#, exit: .notSupported, saying: "netvault reads")
    try refused("[1, 2, 3]", exit: .notSupported, saying: "netvault reads")
  }

  @Test func `has broken letters`() throws {
    let text = Fixture.bundle([Fixture.patient(), Fixture.allergy(id: "1", to: "Milk")])
    var bytes = Data(text.utf8)
    let place = try #require(bytes.range(of: Data("Milk".utf8))).lowerBound
    bytes[place] = 0xFC
    _ = try refused(bytes, exit: .notSupported, saying: "broken")
  }

  @Test func `names one thing twice`() throws {
    let text = Fixture.bundle([
      Fixture.patient(),
      #"{"resourceType":"AllergyIntolerance","id":"a","id":"b","code":{"text":"Milk"}}"#,
    ])
    try refused(text, exit: .notSupported, saying: "twice")
  }

  @Test func `is 10000 levels deep`() throws {
    let deep = #"{"resourceType":"Bundle","type":"collection","entry":"#
    let levels = 10_000
    let text =
      deep + String(repeating: "[", count: levels) + String(repeating: "]", count: levels) + "}"
    try refused(text, exit: .notSupported, saying: "deep")
  }

  @Test func `holds one string of a gigabyte`() throws {
    let desk = try Desk.withVault()
    let file = try desk.write("huge.json", #"{"resourceType":"Patient","id":""#)
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.seekToEnd()
    let piece = Data(repeating: UInt8(ascii: "x"), count: 16 << 20)
    for _ in 0..<64 { try handle.write(contentsOf: piece) }
    try handle.write(contentsOf: Data(#""}"#.utf8))
    try handle.close()
    let outcome = try desk.withoutChange("import", file, "--yes", "--no-input")
    outcome.expectPlainWords(.notSupported, saying: "huge.json")
    #expect(outcome.peakMemory < 1_200, "\(outcome.peakMemory) MiB were held at once")
  }

  @Test func `is about several people, and nobody can be asked`() throws {
    let text = Fixture.bundle([
      Fixture.patient(), Fixture.allergy(id: "1", to: "Milk"),
      Fixture.patient(id: "karl", given: "Karl", born: "1958-03-27"),
      Fixture.allergy(id: "2", to: "Nuts", patient: "karl"),
    ])
    try refused(text, exit: .needsAnswer, saying: "--patient")
  }

  @Test func `is about several people, and one is named`() throws {
    let desk = try Desk.withVault()
    let file = try desk.write(
      "two.json",
      Fixture.bundle([
        Fixture.patient(), Fixture.allergy(id: "1", to: "Milk"),
        Fixture.patient(id: "karl", given: "Karl", born: "1958-03-27"),
        Fixture.allergy(id: "2", to: "Nuts", patient: "karl"),
      ]))
    let outcome = try desk.netvault(
      "import", file, "--yes", "--no-input", "--patient", "Ana Brandt")
    #expect(outcome.exit == .done || outcome.exit == .someSkipped, "\(outcome)")
    #expect(try desk.records("allergy").compactMap { $0["title"]?.string } == ["Milk"])
  }
}

@Suite struct `A file that can be imported in part` {
  private static let whole = Fixture.bundle([
    Fixture.patient(), Fixture.allergy(id: "1", to: "Milk"), Fixture.allergy(id: "2", to: "Nuts"),
    Fixture.allergy(id: "3", to: "Latex"),
  ])

  @Test func `is cut short, and nothing is added unless asked for`() throws {
    let desk = try Desk.withVault()
    let cut = Self.whole.prefix(Self.whole.count - 60)
    let file = try desk.write("cut.json", String(cut))
    let outcome = try desk.withoutChange("import", file, "--yes", "--no-input")
    outcome.expectPlainWords(.someSkipped, saying: "cut.json", "--partial")
    #expect(try desk.records("allergy").isEmpty)
  }

  @Test func `is cut short, and what stands before the cut is added`() throws {
    let desk = try Desk.withVault()
    let cut = Self.whole.prefix(Self.whole.count - 60)
    let file = try desk.write("cut.json", String(cut))
    let outcome = try desk.netvault("import", file, "--partial", "--yes", "--no-input", "--json")
    #expect(outcome.exit == .someSkipped, "\(outcome)")
    #expect(try outcome.json()["added"]?.int == 2)
    let titles = try desk.records("allergy").compactMap { $0["title"]?.string }
    #expect(Set(titles) == ["Milk", "Nuts"])
  }

  @Test func `leaves out what the hospital calls a mistake, and says why`() throws {
    let desk = try Desk.withVault()
    let file = try desk.write(
      "mistake.json",
      Fixture.bundle([
        Fixture.patient(), Fixture.allergy(id: "1", to: "Milk"),
        Fixture.allergy(id: "2", to: "Nuts", verification: "entered-in-error"),
        Fixture.marker(id: "3", date: "2025-05-12", value: "88", status: "entered-in-error"),
      ]))
    let outcome = try desk.netvault("import", file, "--yes", "--no-input", "--json")
    #expect(outcome.exit == .done || outcome.exit == .someSkipped, "\(outcome)")
    let json = try outcome.json()
    #expect(json["added"]?.int == 1)
    let skipped = json["skipped"]?.array ?? []
    #expect(skipped.compactMap { $0["place"]?.string }.count { $0.hasPrefix("entry[") } == 2)
    #expect(skipped.allSatisfy { $0["reason"]?.string?.isEmpty == false })
    #expect(try desk.records("allergy").compactMap { $0["title"]?.string } == ["Milk"])
    #expect(try desk.records("result").isEmpty)
  }

  @Test func `counts what it does not know`() throws {
    let desk = try Desk.withVault()
    let file = try desk.write(
      "other.json",
      Fixture.bundle([
        Fixture.patient(), Fixture.allergy(id: "1", to: "Milk"),
        #"{"resourceType":"Slot","id":"s1"}"#, #"{"resourceType":"Slot","id":"s2"}"#,
      ]))
    let outcome = try desk.netvault("import", file, "--yes", "--no-input", "--json")
    let json = try outcome.json()
    #expect(json["added"]?.int == 1, "\(outcome)")
    #expect(json["unmapped"]?["Slot"]?.int == 2, "\(outcome)")
  }

  @Test func `differs from what was typed, and the typed words stay`() throws {
    let desk = try Desk.withVault()
    let first = try desk.write("first.json", Fixture.small)
    _ = try desk.netvault("import", first, "--yes", "--json").jsonWhenDone()
    let record = try #require(
      try desk.records("result").first { $0["date"]?.string == "2025-05-12" })
    let id = try #require(record["id"]?.string)
    let edited = try desk.netvault("edit", id, "--preparation", "fasting", "--no-input")
    #expect(edited.exit == .done, "\(edited)")

    let newer = try desk.write(
      "newer.json",
      Fixture.bundle([
        Fixture.patient(), Fixture.marker(id: "m1", date: "2025-05-12", value: "98"),
      ]))
    let outcome = try desk.netvault("import", newer, "--yes", "--no-input", "--json")
    #expect(outcome.code != nil && outcome.signal == nil, "\(outcome)")
    let after = try #require(try desk.records("result").first { $0["id"]?.string == id })
    #expect(after["fields"]?["preparation"]?.string == "fasting")
  }
}
