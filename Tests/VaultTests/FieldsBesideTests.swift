internal import JSON
internal import Records
internal import Testing

@testable internal import Vault

@Suite struct `Fields read beside the rows` {
  private func batch(_ texts: [String]) -> FieldsBatch {
    var batch = FieldsBatch()
    for text in texts { batch.append(text, of: .note) }
    return batch
  }

  @Test func `are those of each batch, in the order of its records`() throws {
    let beside = FieldsBeside()
    for round in 0..<20 {
      beside.begin(batch((0..<50).map { #"{"text":"\#(round) \#($0)"}"# }))
      #expect(
        try beside.take().map { $0["text"] } == (0..<50).map { .text("\(round) \($0)") })
    }
  }

  @Test func `are refused where they cannot be read, and the next ones are read`() throws {
    let beside = FieldsBeside()
    beside.begin(batch(["{", "}"]))
    #expect(throws: VaultError.self) { try beside.take() }
    beside.begin(batch([#"{"text":"a"}"#]))
    #expect(try beside.take() == [["text": .text("a")]])
  }

  /// Also where nobody waits for them.
  @Test func `may be left`() { FieldsBeside().begin(batch([#"{"text":"a"}"#])) }

  @Test func `are those of their own records, also of thousands`() throws {
    let vault = try newVault()
    // Records of a few words, and some that fill a batch alone.
    let long = String(repeating: "word ", count: 150_000)
    let notes = (2..<1700).map { number in
      record(number, .note, ["text": .text(number % 600 == 0 ? "\(number) \(long)" : "\(number)")])
    }
    try vault.apply(Change("import", at: noon, steps: notes.map { .add($0) }))
    let read = try vault.records(of: .note)
    #expect(read.map(\.id) == notes.map(\.id))
    #expect(read.map(\.fields) == notes.map(\.fields))
  }
}
