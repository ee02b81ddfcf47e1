internal import Foundation
internal import GRDB
internal import Records
internal import TestSupport
internal import Testing

@testable internal import Vault

/// Two copies of a vault go their own ways, are joined, go on, and are joined again.
@Suite struct `Two copies with made-up histories` {
  private static let count = isThorough ? 400 : 15

  @Test func `lose nothing when they are joined, and agree afterwards`() throws {
    var tally = Tally()
    for seed in 0..<Self.count {
      var pair = try CopiesInTwoPlaces(seed: UInt64(seed))
      for round in 0..<3 {
        try pair.liveApart()
        let isFine = try pair.join(round: round, &tally)
        #expect(isFine, "seed \(seed), round \(round)")
        guard isFine else { return }
      }
    }
    #expect(tally.disputes > Self.count / 4)
    #expect(tally.pairs > Self.count / 10)
    #expect(tally.backInBin > 0)
    print(
      "check: merge: \(Self.count) pairs of histories, \(tally.merges) merges,"
        + " \(tally.versions) versions found again, \(tally.disputes) records in dispute")
  }
}

struct Tally {
  var merges = 0
  var versions = 0
  var disputes = 0
  var pairs = 0
  var backInBin = 0
}

/// What a record says, without who entered it and when.
struct Said: Hashable {
  let kind: Kind
  let fields: String
  let isPrivate: Bool
  let isRemoved: Bool
  let attachments: Set<String>
  let origin: String
  let source: String?
  let key: String?

  init(_ kind: Kind, _ version: Version, _ pairs: MergePairs) {
    self.kind = kind
    fields = pairs.followed(version.fields)
    isPrivate = version.isPrivate
    isRemoved = version.isRemoved
    attachments = Set(version.attachments)
    origin = version.provenance.origin.rawValue
    source = version.provenance.source
    key = version.provenance.key
  }
}

extension Vault {
  /// Every version of every record, oldest first, named as in the other copy. With `effective`,
  /// without what a merge brought and an undo took back.
  func said(
    as pairs: MergePairs = MergePairs(), effective: Bool = false
  ) throws -> [RecordID: [Said]] {
    try queue.read { db in
      var reader = try PastReader(db, try PastMerges(db))
      var said: [RecordID: [Said]] = [:]
      while let past = try reader.next() {
        said[pairs.here[past.id] ?? past.id] = (effective ? past.effective : past.entries).map {
          Said(past.kind, $0.version, pairs)
        }
      }
      return said
    }
  }

  /// What each record says now.
  func now(as pairs: MergePairs = MergePairs()) throws -> [RecordID: Said] {
    try said(as: pairs).compactMapValues(\.last)
  }

  /// The records outside the bin.
  func outsideBin() throws -> [RecordID: Said] { try now().filter { !$1.isRemoved } }
}

private struct CopiesInTwoPlaces {
  var left: Vault
  var right: Vault
  var ana: Life
  var karl: Life
  var random: SplitMix
  private var clock = 0

  init(seed: UInt64) throws {
    random = SplitMix(seed: seed &* 31 &+ 7)
    left = try newVault()
    var together = Life(seed: seed, who: "Ana", firstID: 100)
    try together.live(left, steps: Int.random(in: 0...25, using: &random))
    right = try left.copied()
    ana = Life(seed: seed &+ 1_000_003, who: "Ana", firstID: 100_000)
    karl = Life(
      seed: seed &+ 2_000_003, who: seed.isMultiple(of: 2) ? "Ana" : "Karl", firstID: 200_000)
    clock = 3600
  }

  mutating func liveApart() throws {
    ana.wait(until: clock)
    karl.wait(until: clock)
    try ana.live(left, steps: Int.random(in: 0...20, using: &random))
    try karl.live(right, steps: Int.random(in: 0...20, using: &random))
    clock += 1800
  }

  /// Joins both ways; false when something was lost or the two do not agree.
  mutating func join(round: Int, _ tally: inout Tally) throws -> Bool {
    let (before, other) = (try left.copied(), try right.copied())
    let way = Int.random(in: 0...3, using: &random)
    let answer: MergeAnswer = way == 0 ? .mine : way == 1 ? .theirs : .both
    try checkUndo(answer)
    guard try join(left, other, answer, &tally) else { return false }
    switch way {
    case 0: guard try join(right, before, .theirs, &tally) else { return false }
    case 1: guard try join(right, before, .mine, &tally) else { return false }
    default:
      // The copy that was joined already answers everything.
      let plan = try right.mergePlan(with: left)
      #expect(plan.disputes.isEmpty)
      guard plan.disputes.isEmpty, try join(right, left, .mine, &tally) else { return false }
    }
    let pairs = try right.mergePlan(with: left).pairs
    let (here, there) = (try right.now(), try left.now(as: pairs))
    let differing = Set(here.keys).union(there.keys).filter { here[$0] != there[$0] }
    #expect(differing.isEmpty, "after way \(way)")
    for id in differing.prefix(2) {
      dump(id, [("before", before), ("other", other), ("left", left), ("right", right)])
    }
    return differing.isEmpty
  }

  private mutating func join(
    _ vault: Vault, _ other: Vault, _ answer: MergeAnswer, _ tally: inout Tally
  ) throws -> Bool {
    let (mine, theirs) = (try vault.said(), try other.said())
    let plan = try vault.mergePlan(with: other)
    let theirsHere = try other.said(as: plan.pairs, effective: true)
    let number = try vault.changes().first?.number ?? 0
    let before = try vault.copied()
    let receipt = try merge(plan, vault, other, answer)
    let after = try vault.said()
    tally.merges += 1
    tally.disputes += plan.disputes.count
    tally.pairs += plan.pairs.here.count
    tally.backInBin += plan.backInBin
    var isFine = true
    func check(_ condition: Bool, _ what: String) {
      #expect(condition, "\(what)")
      isFine = isFine && condition
    }
    for (id, versions) in mine {
      check(after[id]?.starts(with: versions) == true, "a version of this copy is gone")
    }
    for (id, versions) in theirsHere {
      tally.versions += versions.count
      let known = Set(after[id] ?? [])
      check(versions.allSatisfy { known.contains($0) }, "a version of the other copy is gone")
    }
    check(try other.said() == theirs, "the other copy was changed")
    let report = try vault.verify()
    check(report.isSound, "the joined vault is not sound")
    let files = Set(try vault.attachments().map(\.sha256))
    check(files.isSuperset(of: try other.attachments().map(\.sha256)), "a file is missing")
    check(try isInside(try other.given(), try vault.given()), "a line about a gift is missing")
    let again = try vault.mergePlan(with: other)
    check(again.isEmpty && again.disputes.isEmpty, "joining again would change something")
    for merge in again.merges.prefix(2) {
      print("again: \(merge.outcome) \(merge.brought.count)")
      dump(merge.id, [("before", before), ("other", other), ("joined", vault)])
    }
    if !again.isEmpty { print(again.files, again.sources, again.given, again.listings) }
    let second = try merge(again, vault, other, answer)
    check(second.change == nil, "joining again changed something")
    let last = try vault.changes().first?.number ?? 0
    check(receipt.change ?? number == last, "there is a change too many")
    return isFine
  }

  private mutating func merge(
    _ plan: MergePlan, _ vault: Vault, _ other: Vault, _ answer: MergeAnswer
  ) throws -> Receipt {
    let answers = plan.disputes.map { Array(repeating: answer, count: $0.questions) }
    var life = karl
    defer { karl = life }
    return try vault.merge(plan, from: other, answers: answers, at: life.now(), who: "Ana") {
      life.newID()
    }
  }

  private func isInside(_ lines: [Given], _ all: [Given]) throws -> Bool {
    func counts(_ given: [Given]) -> [String: Int] {
      Dictionary(given.map { ("\($0.at) \($0.recipient)", 1) }, uniquingKeysWith: +)
    }
    let here = counts(all)
    return counts(lines).allSatisfy { here[$0.key] ?? 0 >= $0.value }
  }

  /// One undo takes the whole merge back, one more brings it back, and after an undo it can be made
  /// again with other answers.
  private mutating func checkUndo(_ answer: MergeAnswer) throws {
    let vault = try left.copied()
    let before = try vault.outsideBin()
    let sources = Set(try vault.sources())
    let plan = try vault.mergePlan(with: right)
    guard try merge(plan, vault, right, answer).change != nil else { return }
    let joined = try vault.now()
    let joinedSources = Set(try vault.sources())
    try vault.undo(at: evening)
    #expect(try vault.outsideBin() == before)
    #expect(Set(try vault.sources()) == sources)
    #expect(try vault.verify().isSound)
    let redone = try vault.copied()
    try redone.undo(at: evening)
    #expect(try redone.now() == joined)
    #expect(Set(try redone.sources()) == joinedSources)
    let again = try vault.mergePlan(with: right)
    #expect(again.disputes.count == plan.disputes.count)
    _ = try merge(again, vault, right, answer)
    // Second records have other identifiers this time.
    let (one, two) = (
      try Self.firstRecords(vault), joined.filter { $1.origin != "disputed" && !$1.isRemoved }
    )
    #expect(one == two)
    for id in Set(one.keys).union(two.keys).filter({ one[$0] != two[$0] }).prefix(2) {
      dump(id, [("left", left), ("right", right), ("joined", redone), ("again", vault)])
    }
    #expect(try vault.mergePlan(with: right).isEmpty)
    #expect(try vault.verify().isSound)
  }

  private static func firstRecords(_ vault: Vault) throws -> [RecordID: Said] {
    try vault.outsideBin().filter { $1.origin != "disputed" }
  }

  /// Shows what happened to a made-up record, to find out why a check failed.
  private func dump(_ id: RecordID, _ vaults: [(String, Vault)]) {
    for (name, vault) in vaults {
      print(name, id.text.suffix(6))
      let past = try? vault.queue.read { db in
        try PastReader.past(of: id, db, try PastMerges(db))
      }
      for entry in past?.entries ?? [] {
        let version = entry.version
        print(
          "  ", entry.change, entry.past.at.suffix(9), entry.past.command, entry.past.who ?? "",
          version.isRemoved ? "BIN" : "", version.isPrivate ? "private" : "",
          version.provenance.origin, entry.isTakenBack ? "TAKEN BACK" : "",
          version.attachments.map { $0.prefix(3) },
          version.fields.replacing("\n", with: ""))
      }
    }
  }
}
