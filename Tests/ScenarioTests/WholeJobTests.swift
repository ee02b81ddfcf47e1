internal import Foundation
internal import JSON
import Testing

/// The whole of what netvault is for, from an empty folder to a page for the new doctor.
@Suite struct `A survivor with a new doctor` {
  private static let hospitalFile = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../Documentation/demo/riverside-hospital.json")
    .standardizedFileURL.path

  /// Ana's vault: the hospital's file, and what only she knows.
  private static func anasDesk() throws -> Desk {
    let desk = try Desk.withVault()
    let imported = try desk.netvault("import", hospitalFile, "--yes", "--no-input", "--json")
    #expect(imported.exit == .done || imported.exit == .someSkipped, "\(imported)")
    for words in [
      [
        "alert", "--text", "Tell anaesthesia: neuroendocrine tumor", "--told-by", "Dr. Okafor",
        "--since", "2020-05", "--status", "active",
      ],
      ["medicine", "--name", "Omeprazole 20 mg", "--status", "current", "--start", "2026-07"],
      [
        "follow-up", "--what", "CT of the chest", "--asked-by", "Dr. Okafor", "--every",
        "every 12 months", "--last", "2025-10-03", "--due", "2026-10-03", "--status", "open",
      ],
      [
        "team-member", "--name", "Jonas Brandt", "--role", "family", "--relation", "son",
        "--phone", "555-0111", "--emergency", "yes",
      ],
      ["question", "--text", "Could omeprazole raise my chromogranin A?", "--whom", "Dr. Lee"],
      ["note", "--text", "A secret of the family"],
    ] {
      let added = try desk.netvault(["add"] + words + ["--no-input"])
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  @Test func `sees where things stand`() throws {
    let desk = try Self.anasDesk()
    let outcome = try desk.withoutChange("--today", "2026-11-21")
    #expect(outcome.exit == .done, "\(outcome)")
    for words in ["Ana Brandt", "CT of the chest", "Dr. Okafor", "Overdue", "Ki-67"] {
      #expect(
        outcome.out.lowercased().contains(words.lowercased()), "should say \(words)\n\(outcome)")
    }
  }

  @Test func `gives the doctor the facts, on paper and as a file`() throws {
    let desk = try Self.anasDesk()
    let facts = [
      "Brandt", "1961", "typical carcinoid", "T1b", "right lower lobe", "lobectomy", "11 May 2020",
      "anaesthesia", "Dr. Okafor", "iodinated contrast", "hives", "omeprazole", "amlodipine",
      "118", "ng/mL", "below 100", "CT of the chest", "555-0134", "Jonas Brandt", "Ki-67",
      "Could omeprazole raise",
    ]
    for format in ["html", "text", "ips"] {
      let target = desk.path("for-dr-lee.\(format)")
      let outcome = try desk.netvault(
        "export", "--for", "Dr. Lee", "--format", format, "-o", target, "--yes", "--no-input",
        "--today", "2026-11-21")
      #expect(outcome.exit == .done, "\(outcome)")
      let text = try desk.read("for-dr-lee.\(format)").lowercased()
      for fact in facts {
        // Elements split the words of a page, but not one fact.
        #expect(text.contains(fact.lowercased()), "\(format) has no \"\(fact)\"")
      }
      #expect(!text.contains("secret of the family"), "\(format) leaves notes out")
      #expect(!text.contains("lhp-558120"), "\(format) leaves insurance out")
      // The bare digits may stand in an identifier.
      for mistake in ["640 ng", "\"value\": 640"] {
        #expect(!text.contains(mistake), "\(format) has no result that was a mistake")
      }
    }
    let ips = try JSONValue.parse(try desk.read("for-dr-lee.ips"))
    #expect(ips["resourceType"]?.string == "Bundle")
    #expect(ips["type"]?.string == "document")
    #expect(ips["entry"]?[0]?["resource"]?["resourceType"]?.string == "Composition")
  }

  @Test func `sees in a list exactly what each record shows`() throws {
    let desk = try Self.anasDesk()
    let list = try JSONValue.parse(try desk.netvault("list", "--json").out)
    let listed = try #require(list["records"]?.array)
    #expect(listed.count > 40)
    for record in listed.prefix(12) + listed.suffix(6) {
      let id = try #require(record["id"]?.string)
      let shown = try JSONValue.parse(try desk.netvault("show", id, "--json").out)
      let whole = try #require(shown["record"]?.object)
      #expect(Set(try #require(record.object).keys) == Set(whole.keys))
      for member in whole.members { #expect(record[member.key] == member.value, "\(member.key)") }
    }
  }

  @Test func `has what was given on record`() throws {
    let desk = try Self.anasDesk()
    let target = desk.path("for-dr-lee.txt")
    _ = try desk.netvault(
      "export", "--for", "Dr. Lee", "--format", "text", "-o", target, "--yes", "--no-input")
    let history = try desk.netvault("history")
    #expect(history.exit == .done, "\(history)")
    #expect(history.out.contains("Dr. Lee"), "\(history)")
  }

  @Test func `can read back the file that she gave`() throws {
    let desk = try Self.anasDesk()
    let target = desk.path("for-dr-lee.json")
    let given = try desk.netvault(
      "export", "--for", "Dr. Lee", "--format", "ips", "-o", target, "--yes", "--no-input")
    #expect(given.exit == .done, "\(given)")
    let other = try Desk.withVault()
    let read = try other.netvault("import", target, "--yes", "--no-input", "--json")
    #expect(read.exit == .done || read.exit == .someSkipped, "\(read)")
    for kind in ["allergy", "diagnosis", "vaccine"] {
      let before = Set(try desk.records(kind).compactMap { $0["title"]?.string })
      let after = Set(try other.records(kind).compactMap { $0["title"]?.string })
      #expect(after.isSuperset(of: before), "\(kind): \(before) became \(after)")
    }
  }

  @Test func `finds a word anywhere`() throws {
    let desk = try Self.anasDesk()
    let outcome = try desk.withoutChange("search", "synaptophysin")
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("biopsy"), "\(outcome)")
  }

  @Test func `sees the values as the laboratory printed them`() throws {
    let desk = try Self.anasDesk()
    let values = try desk.records("result")
      .filter { $0["title"]?.string == "Chromogranin A" }
      .compactMap { $0["fields"]?["value"]?["value"]?.numberText }
    #expect(values.count == 9)
    #expect(values.first == "118", "newest first")
    let creatinine = try desk.records("result")
      .filter { $0["title"]?.string == "Creatinine" }
      .compactMap { $0["fields"]?["value"]?["value"]?.numberText }
    #expect(creatinine == ["0.90", "0.88", "0.82"])
  }
}
