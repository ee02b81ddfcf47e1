internal import Foundation
internal import JSON
import Testing

@Suite struct `The care team` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      [
        "--name", "Dr. Lee", "--role", "medical oncologist", "--phone", "555-0134",
        "--phone-night", "555-0199", "--coordinates", "plans the scans",
      ],
      ["--name", "Jonas", "--relation", "son", "--phone", "555-0111", "--emergency", "yes"],
      ["--name", "Mill Lane", "--role", "pharmacy", "--phone", "555-0122"],
    ] {
      let added = try desk.netvault(["team", "add"] + words + ["--no-input"])
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  @Test func `is shown in groups, with phones day and night`() throws {
    let desk = try desk()
    let team = try desk.netvault("team")
    #expect(team.exit == .done, "\(team)")
    let headings = team.out.split(separator: "\n").filter { $0.first?.isUppercase == true }
    #expect(headings == ["Doctors and nurses", "Pharmacy", "Family and friends"], "\(team)")
    for words in [
      " 1  Dr. Lee, medical oncologist", "By day: 555-0134", "At night and on weekends: 555-0199",
      "Looks after: plans the scans", "Jonas, son", "Call in an emergency: yes",
    ] {
      #expect(team.out.contains(words), "should say \"\(words)\"\n\(team)")
    }
    let heard = try desk.netvault("team", "--accessible")
    #expect(
      heard.out.contains(
        "1. Dr. Lee, medical oncologist. By day: 555-0134. At night and on weekends: 555-0199."),
      "\(heard)")
    let plain = try desk.netvault("team", "--plain")
    #expect(plain.out.contains("Jonas\tson\t555-0111\t\t\t"), "\(plain)")
    #expect(try desk.netvault("team", "--json").jsonWhenDone()["records"]?.array?.count == 3)
  }

  @Test func `can be changed by name, without meaning other records`() throws {
    let desk = try desk()
    _ = try desk.netvault("add", "note", "--text", "Lee called", "--no-input")
    let edited = try desk.netvault("team", "edit", "lee", "--phone-night", "555-0200")
    #expect(edited.exit == .done, "\(edited)")
    #expect(try desk.netvault("team").out.contains("555-0200"))
    let dry = try desk.withoutChange("team", "remove", "mill", "--dry-run")
    #expect(dry.exit == .done, "\(dry)")
    _ = try desk.netvault("team", "remove", "mill")
    #expect(try desk.records("team-member").count == 2)
    try desk.withoutChange("team", "edit", "zebra", "--phone", "1")
      .expectPlainWords(.notFound, saying: "No record has the words")
  }

  @Test func `is asked for where there is none`() throws {
    try Desk.withVault().withoutChange("team")
      .expectPlainWords(.notFound, saying: "no team members")
  }
}
