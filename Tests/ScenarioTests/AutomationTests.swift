internal import Foundation
internal import JSON
import Testing

/// What scripts may rely on: the flags, the shape of the JSON, the exit codes.
@Suite struct `A script` {
  @Test func `makes a vault without a question`() throws {
    let desk = try Desk()
    let made = try desk.makeVault()
    #expect(made.exit == .done, "\(made)")
    let people = try desk.records("person")
    #expect(people.count == 1)
    #expect(people.first?["title"]?.string?.contains("Ana Brandt") == true)
    #expect(people.first?["fields"]?["born"]?.string == "1961-06-14")
  }

  @Test func `is the only reader of the vault file`() throws {
    let desk = try Desk.withVault()
    let mode = try FileManager.default.attributesOfItem(atPath: desk.vault)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `never makes a vault over another`() throws {
    let desk = try Desk.withVault()
    let before = try desk.vaultBytes
    let again = try desk.makeVault()
    #expect(again.exit == .answeredNo || again.exit == .couldNot, "\(again)")
    #expect(try desk.vaultBytes == before)
  }

  @Test func `may write the global flags before or after the command`() throws {
    let desk = try Desk.withVault()
    let flags = ["--vault", desk.vault, "--passphrase-file", desk.passphrase]
    for words in [flags + ["list", "--json"], ["list", "--json"] + flags] {
      let outcome = try desk.alone(words)
      #expect(try outcome.jsonWhenDone()["format"]?.string == "netvault/1")
    }
  }

  @Test func `imports a file and is told what became of everything in it`() throws {
    let desk = try Desk.withVault()
    let file = try desk.write("hospital.json", Fixture.small)
    let json = try desk.netvault("import", file, "--yes", "--json").jsonWhenDone()
    #expect(json["format"]?.string == "netvault/1")
    #expect(json["added"]?.int == 4)
    #expect(json["skipped"]?.array?.count == 0)
    #expect(json["unmapped"]?.object?.count == 0)
    let titles = try desk.records("allergy").compactMap { $0["title"]?.string }
    #expect(Set(titles) == ["Iodinated contrast", "Latex"])
  }

  @Test func `adds nothing by importing the same file twice`() throws {
    let desk = try Desk.withVault()
    let file = try desk.write("hospital.json", Fixture.small)
    _ = try desk.netvault("import", file, "--yes", "--json").jsonWhenDone()
    let before = try desk.records()
    let again = try desk.netvault("import", file, "--yes", "--json")
    let json = try again.json()
    #expect(again.exit == .done || again.exit == .answeredNo, "\(again)")
    #expect(json["added"]?.int == 0)
    #expect(json["differs"]?.int == 0)
    #expect((json["same"]?.int ?? 0) >= 4)
    #expect(try desk.records() == before)
  }

  @Test func `imports several files at once`() throws {
    let desk = try Desk.withVault()
    let patient = Fixture.patient()
    let files = try [
      desk.write("a.json", Fixture.bundle([patient, Fixture.allergy(id: "1", to: "Latex")])),
      desk.write("b.json", Fixture.bundle([patient, Fixture.allergy(id: "2", to: "Nuts")])),
    ]
    let json = try desk.netvault(["import"] + files + ["--yes", "--json"]).jsonWhenDone()
    #expect(json["added"]?.int == 2)
    #expect(try desk.records("allergy").count == 2)
  }

  @Test func `can ask what an import would do`() throws {
    let desk = try Desk.withVault()
    let file = try desk.write("hospital.json", Fixture.small)
    let outcome = try desk.withoutChange("import", file, "--dry-run", "--json")
    #expect(try outcome.jsonWhenDone()["added"]?.int == 4)
    #expect(try desk.records("allergy").isEmpty)
  }

  @Test func `keeps a result as the laboratory printed it`() throws {
    let desk = try Desk.withVault()
    let file = try desk.write("hospital.json", Fixture.small)
    _ = try desk.netvault("import", file, "--yes", "--json").jsonWhenDone()
    let result = try #require(
      try desk.records("result").first { $0["date"]?.string == "2025-11-09" })
    #expect(result["fields"]?["value"]?["value"]?.numberText == "95.10")
    #expect(result["fields"]?["value"]?["unit"]?.string == "ng/mL")
    #expect(result["fields"]?["range"]?["text"]?.string == "below 100 ng/mL")
    #expect(result["source"]?.string?.contains("hospital.json") == true)
    #expect(result["place"]?.string?.contains("entry[4]") == true)
  }

  @Test func `adds and lists a note`() throws {
    let desk = try Desk.withVault()
    let added = try desk.netvault("add", "note", "--text", "Ask about flying", "--no-input")
    #expect(added.exit == .done, "\(added)")
    let note = try #require(try desk.records("note").first)
    #expect(note["kind"]?.string == "note")
    #expect(note["fields"]?["text"]?.string == "Ask about flying")
    #expect(note["id"]?.string?.isEmpty == false)
  }

  @Test func `finds records by their plural and by other fixed words`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault("add", "allergy", "--substance", "Latex", "--no-input")
    for word in ["allergy", "allergies"] {
      #expect(try desk.records(word).count == 1)
    }
  }

  @Test func `verifies a sound vault`() throws {
    let desk = try Desk.withVault()
    let outcome = try desk.withoutChange("verify")
    #expect(outcome.exit == .done, "\(outcome)")
  }

  @Test(arguments: ["html", "text", "ips"])
  func `exports a summary`(format: String) throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault("add", "allergy", "--substance", "Latex", "--no-input")
    let target = desk.path("summary.\(format)")
    let words = ["export", "--for", "Dr. Lee", "--format", format, "-o", target, "--yes"]
    let outcome = try desk.netvault(words)
    #expect(outcome.exit == .done, "\(outcome)")
    let text = try desk.read("summary.\(format)")
    #expect(text.contains("Brandt"))
    #expect(text.contains("Latex"))
    let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions]
    #expect(mode as? Int == 0o600)

    let again = try desk.netvault(words)
    #expect(again.exit == .answeredNo, "an export is never overwritten\n\(again)")
  }

  @Test func `is told which answer is missing`() throws {
    let desk = try Desk.withVault()
    let outcome = try desk.withoutChange("add", "allergy", "--no-input")
    outcome.expectPlainWords(.needsAnswer, saying: "--substance")
  }

  @Test func `is told about a command that does not exist`() throws {
    let desk = try Desk.withVault()
    let outcome = try desk.withoutChange("improt", "file.json")
    #expect(outcome.exit == .notUnderstood, "\(outcome)")
    #expect(outcome.err.contains("netvault import"), "\(outcome)")
  }

  @Test func `finds nothing with exit code 16`() throws {
    let desk = try Desk.withVault()
    let outcome = try desk.withoutChange("search", "octeotide")
    outcome.expectPlainWords(.notFound, saying: "octeotide")
  }

  @Test func `gets a problem as one line of JSON when it asks for JSON`() throws {
    let desk = try Desk.withVault()
    let wrong = try desk.write("wrong.txt", "not these words\n")
    let outcome = try desk.alone([
      "--vault", desk.vault, "--passphrase-file", wrong, "list", "--json",
    ])
    #expect(outcome.exit == .wrongPassphrase, "\(outcome)")
    let json = try JSONValue.parse(outcome.err)
    #expect(json["exit"]?.int == 12)
    #expect(json["error"]?.string == "wrong-passphrase")
    #expect(json["message"]?.string?.isEmpty == false)
  }
}
