internal import FoundationEssentials
internal import GRDB
internal import Testing

@testable internal import Vault

@Suite struct `A row as its bytes` {
  @Test func `gives its values`() {
    // Null, a byte, three bytes below zero, nought, one, text and bytes; then the bodies.
    let bytes: [UInt8] =
      [8, 0, 1, 3, 8, 9, 17, 14] + [0x7F] + [0xFF, 0xFF, 0xFE] + Array("é".utf8) + [5]
    let values = LooseRecord.values(bytes[...])
    #expect(
      values == [
        .null, 127.databaseValue, (-2).databaseValue, 0.databaseValue, 1.databaseValue,
        "é".databaseValue, Data([5]).databaseValue,
      ])
    #expect(LooseRecord.values(bytes[...], most: 2)?.count == 2)
  }

  @Test func `is none where it is cut off or not one`() {
    #expect(LooseRecord.values([]) == nil)
    #expect(LooseRecord.values([9, 1, 1]) == nil)
    #expect(LooseRecord.values([2, 6, 1, 2, 3]) == nil)
    #expect(LooseRecord.values([2, 7, 0, 0, 0, 0, 0, 0, 0, 0]) == nil, "a real number")
    #expect(LooseRecord.values([2, 15, 0xFF]) == nil, "text that is not UTF-8")
    #expect(LooseRecord.values([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]) == nil)
  }
}
