/// What the worker does to a vault between two kills, as it tells the test in one line.
package enum Step: Hashable, Sendable {
  /// A new note; with a file of its own, or without.
  case add(Int, hasFile: Bool)
  /// The note's next version.
  case edit(Int, version: Int)
  case remove(Int)
  case undo
  /// Many notes and a file in one change, numbered from the first one on.
  case bringIn(first: Int, count: Int)
  case emptyBin
  case compact
  /// A new master key. Every slot but the passphrase's is gone.
  case rekey
  /// A recovery slot, or a passphrase slot, with a number for its label.
  case addSlot(Int, isRecovery: Bool)
  case removeSlot(Int)
  /// A clean close, and open again.
  case reopen

  /// The step in words that `init?(line:)` reads.
  package var line: String {
    switch self {
    case .add(let note, let hasFile): "add \(note) \(hasFile ? 1 : 0)"
    case .edit(let note, let version): "edit \(note) \(version)"
    case .remove(let note): "remove \(note)"
    case .undo: "undo"
    case .bringIn(let first, let count): "import \(first) \(count)"
    case .emptyBin: "bin"
    case .compact: "compaction"
    case .rekey: "rekey"
    case .addSlot(let slot, let isRecovery): "slot \(slot) \(isRecovery ? 1 : 0)"
    case .removeSlot(let slot): "unslot \(slot)"
    case .reopen: "reopen"
    }
  }

  package init?(line: some StringProtocol) {
    let words = line.split(separator: " ")
    let numbers = words.dropFirst().compactMap { Int($0) }
    switch (words.first, numbers.count) {
    case ("add", 2): self = .add(numbers[0], hasFile: numbers[1] == 1)
    case ("edit", 2): self = .edit(numbers[0], version: numbers[1])
    case ("remove", 1): self = .remove(numbers[0])
    case ("undo", 0): self = .undo
    case ("import", 2): self = .bringIn(first: numbers[0], count: numbers[1])
    case ("bin", 0): self = .emptyBin
    case ("compaction", 0): self = .compact
    case ("rekey", 0): self = .rekey
    case ("slot", 2): self = .addSlot(numbers[0], isRecovery: numbers[1] == 1)
    case ("unslot", 1): self = .removeSlot(numbers[0])
    case ("reopen", 0): self = .reopen
    default: return nil
    }
  }

  /// What a count of kills calls it.
  package var name: String {
    switch self {
    case .add, .edit, .remove, .undo: "commit"
    case .bringIn: "import"
    case .emptyBin, .compact: "compaction"
    case .rekey: "re-key"
    case .addSlot, .removeSlot: "slot edit"
    case .reopen: "close and open"
    }
  }
}
