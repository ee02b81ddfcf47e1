internal import Records
internal import Testing

@testable internal import Vault

@Suite struct `One record of two copies` {
  /// A history: each version with the minute of its change.
  private func past(_ versions: (Int, Version)..., command: String = "edit") -> RecordPast {
    RecordPast(
      id: id(7), kind: .medicine,
      entries: versions.map { minute, version in
        let past = PastVersion(
          version: version, at: "2026-11-21T10:\(10 + minute):00Z", command: command, who: "Ana")
        return RecordPast.Entry(past: past, change: Int64(minute))
      })
  }

  private func binned(_ version: Version) -> Version {
    var version = version
    version.isRemoved = true
    return version
  }

  private let twenty: Version
  private let forty: Version
  private let ten: Version

  init() throws {
    (twenty, forty, ten) = (try dose("20 mg"), try dose("40 mg"), try dose("10 mg"))
  }

  @Test func `that is the same is left alone`() throws {
    let merge = try RecordMerge(
      mine: past((0, twenty), (1, forty)), theirs: past((0, twenty), (1, forty)))
    #expect(merge.outcome == .same)
    #expect(merge.isEmpty)
  }

  @Test func `that was changed here stays`() throws {
    let merge = try RecordMerge(mine: past((0, twenty), (1, forty)), theirs: past((0, twenty)))
    #expect(merge.outcome == .here)
    #expect(merge.isEmpty)
  }

  @Test func `that was changed there comes with every version`() throws {
    let merge = try RecordMerge(
      mine: past((0, twenty)), theirs: past((0, twenty), (1, forty), (2, ten)))
    #expect(merge.outcome == .there)
    #expect(merge.brought.map(\.version) == [forty, ten])
    #expect(merge.result == ten)
  }

  @Test func `that was changed to the same at two times is one`() throws {
    let merge = try RecordMerge(
      mine: past((0, twenty), (1, forty)), theirs: past((0, twenty), (5, forty)))
    #expect(merge.outcome == .same)
    #expect(merge.isEmpty)
  }

  @Test func `that was changed to the same, and then on one side again, is that side's`() throws {
    let merge = try RecordMerge(
      mine: past((0, twenty), (1, forty)), theirs: past((0, twenty), (5, forty), (6, ten)))
    #expect(merge.outcome == .there)
    #expect(merge.brought.map(\.version) == [ten])
  }

  @Test func `that was changed there and back stays, and its history comes`() throws {
    let merge = try RecordMerge(
      mine: past((0, twenty), (1, forty)), theirs: past((0, twenty), (2, ten), (3, twenty)))
    #expect(merge.outcome == .here)
    #expect(merge.brought.map(\.version) == [ten, twenty])
    #expect(merge.result == forty)
  }

  @Test func `that was changed on both sides is asked about`() throws {
    let merge = try RecordMerge(
      mine: past((0, twenty), (1, forty)), theirs: past((0, twenty), (2, ten)))
    #expect(merge.outcome == .asked)
    #expect(merge.questions == 1)
    #expect(merge.resolved([.theirs]) { id(9) }.result?.fields == ten.fields)
    let both = merge.resolved([.both]) { id(9) }
    #expect(both.result?.fields == forty.fields)
    #expect(both.second?.record.id == id(9))
    #expect(both.second?.record["dose"] == .text("10 mg"))
  }

  @Test func `that is in the bin on one side and changed on the other is asked about`() throws {
    let here = past((0, twenty), (1, binned(twenty)))
    let there = past((0, twenty), (2, ten))
    let merge = try RecordMerge(mine: here, theirs: there)
    #expect(merge.isAboutBin)
    #expect(merge.questions == 1)
    #expect(merge.resolved([.mine]) { id(9) }.result?.isRemoved == true)
    #expect(merge.resolved([.theirs]) { id(9) }.result == ten)
    #expect(merge.resolved([.both]) { id(9) }.result == ten)
    let other = try RecordMerge(mine: there, theirs: here)
    #expect(other.resolved([.both]) { id(9) }.result == ten)
    #expect(other.resolved([.theirs]) { id(9) }.result?.isRemoved == true)
  }

  @Test func `that one side put in the bin and nobody changed goes there`() throws {
    let merge = try RecordMerge(
      mine: past((0, twenty)), theirs: past((0, twenty), (1, binned(twenty))))
    #expect(merge.outcome == .there)
    #expect(merge.result?.isRemoved == true)
  }

  @Test func `that both put in the bin is never asked about`() throws {
    let merge = try RecordMerge(
      mine: past((0, twenty), (1, forty), (2, binned(forty))),
      theirs: past((0, twenty), (3, ten), (4, binned(ten))))
    #expect(merge.outcome == .joined)
    #expect(merge.result == binned(ten))
    #expect(merge.brought.count == 2)
  }

  @Test func `that was joined already is not asked about again`() throws {
    let there = past((0, twenty), (2, ten))
    let here = past((0, twenty), (1, forty), (2, ten), (3, forty))
    #expect(try RecordMerge(mine: here, theirs: there).isEmpty)
    let back = try RecordMerge(mine: there, theirs: here)
    #expect(back.outcome == .there)
    #expect(back.result == forty)
  }

  @Test func `that a merge brought and an undo took back decides nothing`() throws {
    var here = past((0, twenty), (1, forty), (2, ten), (3, ten), (4, forty))
    for place in 2...4 { here.entries[place].isTakenBack = true }
    let merge = try RecordMerge(mine: here, theirs: past((0, twenty), (2, ten)))
    #expect(merge.outcome == .asked)
  }

  @Test func `that was emptied from the bin comes back into it`() throws {
    let merge = RecordMerge(new: past((0, twenty), (1, forty)), wasEmptied: true)
    #expect(merge.outcome == .backInBin)
    #expect(merge.result == binned(forty))
    #expect(RecordMerge(emptiedThere: past((0, twenty))).result == binned(twenty))
  }
}
