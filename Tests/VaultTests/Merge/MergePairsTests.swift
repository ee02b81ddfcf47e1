internal import Records
internal import Testing

@testable internal import Vault

@Suite struct `Facts that both copies made` {
  private func newcomer(_ record: Record) throws -> MergePairs.Newcomer {
    MergePairs.Newcomer(
      id: record.id, kind: record.kind, version: try Version(record, isAsRead: false))
  }

  private func result(_ number: Int, place: Int, source: Int = 50) -> Record {
    var made = record(
      number, .result, ["name": .coded(Coded("Sodium"))], source: sha(source), key: "r\(place)")
    made.provenance.place = "entry[\(place)]"
    return made
  }

  @Test func `are found by their place in the same file`() throws {
    let mine = try [result(2, place: 1), result(3, place: 2)].map(newcomer)
    let theirs = try [result(12, place: 2), result(13, place: 1), result(14, place: 3)]
      .map(newcomer)
    #expect(MergePairs(mine, theirs).here == [id(12): id(3), id(13): id(2)])
  }

  @Test func `are found by what the sender calls them`() throws {
    let mine = try [newcomer(result(2, place: 1))]
    let theirs = try [newcomer(result(12, place: 1, source: 51))]
    #expect(MergePairs(mine, theirs).here == [id(12): id(2)])
  }

  @Test func `are found by what was typed, each once`() throws {
    let mine = try [note(2, "same"), note(3, "mine")].map(newcomer)
    let theirs = try [note(12, "same"), note(13, "same"), note(14, "theirs")].map(newcomer)
    #expect(MergePairs(mine, theirs).here == [id(12): id(2)])
  }

  @Test func `are not what was kept beside another one`() throws {
    var second = result(2, place: 1)
    second.provenance.origin = .disputed
    #expect(
      MergePairs([try newcomer(second)], [try newcomer(result(12, place: 1))]).here.isEmpty)
  }

  @Test func `are what links of the other copy point to`() throws {
    let pairs = MergePairs([try newcomer(note(2, "same"))], [try newcomer(note(12, "same"))])
    let quoted = "a \"record\":\"" + id(12).text
    let link = FieldsJSON.text(
      ["text": .text(quoted), "about": .link(id(12))], of: .note)
    let expected = FieldsJSON.text(
      ["text": .text(quoted), "about": .link(id(2))], of: .note)
    #expect(pairs.followed(link) == expected)
    let plain = #"{"record":"x","a":{"record":"\#(id(12).text)"}}"#
    #expect(pairs.followed(plain) == #"{"record":"x","a":{"record":"\#(id(2).text)"}}"#)
  }
}
