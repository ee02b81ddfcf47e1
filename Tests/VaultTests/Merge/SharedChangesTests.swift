internal import Records
internal import Testing

@testable internal import Vault

@Suite struct `Changes that two copies share` {
  /// Two copies of a vault with one note in it.
  private func twoCopies() throws -> (here: Vault, there: Vault) {
    let here = try newVault()
    try here.add(note(2, "common"))
    return (here, try here.copied())
  }

  private func join(_ vault: Vault, _ other: Vault) throws -> MergePlan {
    let plan = try vault.mergePlan(with: other)
    let answers = plan.disputes.map { Array(repeating: MergeAnswer.both, count: $0.questions) }
    try vault.merge(plan, from: other, answers: answers, at: evening) { id(99) }
    #expect(try vault.verify().isSound)
    return plan
  }

  @Test func `are not two that happened at the same second`() throws {
    let (here, there) = try twoCopies()
    try here.add(note(3, "here"), at: evening)
    try there.add(note(4, "there"), at: evening)
    let plan = try join(here, there)
    #expect(plan.new == [.note: 1])
    #expect(plan.toBin + plan.backInBin == 0)
    #expect(try here.records(of: .note).map(\.title) == ["common", "here", "there"])
  }

  @Test func `tell what was emptied here from what is new there`() throws {
    let (here, there) = try twoCopies()
    try here.apply(Change("remove", at: noon, steps: [.remove(id(2))]))
    try here.emptyBin(at: noon)
    try there.add(note(4, "there"), at: evening)
    let plan = try join(here, there)
    #expect(plan.backInBin == 1)
    #expect(try here.records(of: .note).map(\.title) == ["there"])
    #expect(try here.bin().map(\.row.title) == ["common"])
    #expect(try here.mergePlan(with: there).isEmpty)
    // And again, once the bin was emptied a second time.
    try here.emptyBin(at: evening)
    #expect(try join(here, there).backInBin == 1)
  }

  @Test func `tell what was emptied there from what is new here`() throws {
    let (here, there) = try twoCopies()
    try here.add(note(3, "here"), at: evening)
    try there.apply(Change("remove", at: noon, steps: [.remove(id(2))]))
    try there.emptyBin(at: noon)
    let plan = try join(here, there)
    #expect(plan.toBin == 1)
    #expect(try here.records(of: .note).map(\.title) == ["here"])
    #expect(try here.bin().map(\.row.title) == ["common"])
  }

  @Test func `are also those that a merge brought`() throws {
    let (here, there) = try twoCopies()
    try there.add(note(4, "there"), at: evening)
    _ = try join(here, there)
    try here.apply(Change("remove", at: evening, steps: [.remove(id(4))]))
    try here.emptyBin(at: evening)
    #expect(try join(here, there).backInBin == 1)
    #expect(try here.records(of: .note).map(\.title) == ["common"])
  }

  @Test func `bring back as it is there what was emptied here and changed there`() throws {
    let (here, there) = try twoCopies()
    try here.apply(Change("remove", at: noon, steps: [.remove(id(2))]))
    try here.emptyBin(at: noon)
    try there.apply(Change("edit", at: evening, steps: [.update(note(2, "changed"))]))
    #expect(try join(here, there).new == [.note: 1])
    #expect(try here.records(of: .note).map(\.title) == ["changed"])
  }
}
