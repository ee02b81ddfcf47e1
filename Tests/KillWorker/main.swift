// Works on a vault without an end, until it is killed:   kill-worker VAULT SEED FIRST
//
// It says "ready" when the vault is open, "> step" before each step, and "." once the step has
// returned. Whoever reads a "." may rely on it.

internal import Glibc
internal import KillStory
internal import Records
internal import Sealing
internal import TestSupport
internal import Vault

func say(_ words: String) {
  let bytes = Array((words + "\n").utf8)
  // A pipe takes so few bytes whole, or kills the writer when nobody reads.
  _ = unsafe write(STDOUT_FILENO, bytes, bytes.count)
}

struct Worker {
  private let path: String
  private var random: SplitMix
  private var nextNote: Int
  private var vault: Vault
  private var model = Model()
  /// True once a change of this worker is the last one.
  private var canUndo = false

  init(path: String, seed: UInt64, firstNote: Int) throws {
    self.path = path
    random = SplitMix(seed: seed)
    nextNote = firstNote
    vault = try Self.open(path)
    for record in try vault.everything() where record.kind == .note {
      guard let found = Content.numbers(of: record.words("text") ?? "") else { continue }
      model.notes[found.note] = Model.Note(
        version: found.version, isRemoved: false, hasFile: !record.attachments.isEmpty)
    }
    model.slots = Set(try file.slots.map(\.label))
  }

  private static func open(_ path: String) throws -> Vault {
    try Vault.open(
      try SealedFile.open(at: path, recovery: Content.recovery(Content.quickSlot)))
  }

  private var file: SealedFile {
    get throws {
      guard let file = vault.file else { throw VaultError.damaged }
      return file
    }
  }

  mutating func work() throws {
    while true {
      let step = choose()
      say("> \(step.line)")
      try perform(step)
      say(".")
      model.apply(step)
      switch step {
      case .add, .edit, .remove, .undo, .bringIn: canUndo = true
      case .emptyBin: canUndo = false
      case .compact, .rekey, .addSlot, .removeSlot, .reopen: break
      }
    }
  }

  private mutating func choose() -> Step {
    guard model.slots.contains(Model.label(Content.quickSlot)) else {
      return .addSlot(Content.quickSlot, isRecovery: true)
    }
    let present = model.notes.filter { !$0.value.isRemoved }.keys.sorted()
    if present.count > 90 { return .remove(present[0]) }
    let others = model.slots.compactMap { Int($0.dropFirst(5)) }.filter { $0 > 0 }.sorted()
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<25: return .add(note(1), hasFile: false)
    case 25..<35: return .add(note(1), hasFile: true)
    case 35..<55:
      guard let one = present.randomElement(using: &random), let found = model.notes[one] else {
        return .add(note(1), hasFile: false)
      }
      return .edit(one, version: found.version + 1)
    case 55..<62: return present.randomElement(using: &random).map { .remove($0) } ?? .compact
    case 62..<70: return canUndo ? .undo : .add(note(1), hasFile: false)
    case 70..<76: return .bringIn(first: note(12), count: 12)
    case 76..<80: return .emptyBin
    case 80..<86: return .compact
    case 86..<89: return .rekey
    case 89..<94:
      let isFree = others.count < 5
      guard isFree else { return .removeSlot(others[0]) }
      return .addSlot(note(1), isRecovery: Bool.random(using: &random))
    case 94..<96: return others.first.map { .removeSlot($0) } ?? .compact
    default: return .reopen
    }
  }

  private mutating func note(_ count: Int) -> Int {
    defer { nextNote += count }
    return nextNote
  }

  private mutating func perform(_ step: Step) throws {
    switch step {
    case .add(let note, let hasFile):
      let files =
        hasFile ? [IncomingFile(name: "f", mediaType: "x/y", bytes: Content.file(note))] : []
      let record = Content.record(note, version: 0, hasFile: hasFile)
      try vault.apply(Change("add", at: Content.now, steps: [.add(record)], files: files))
    case .edit(let note, let version):
      let record = Content.record(
        note, version: version, hasFile: model.notes[note]?.hasFile ?? false)
      try vault.apply(Change("edit", at: Content.now, steps: [.update(record)]))
    case .remove(let note):
      try vault.apply(Change("remove", at: Content.now, steps: [.remove(Content.id(note))]))
    case .undo: try vault.undo(at: Content.now)
    case .bringIn(let first, let count):
      let bytes = Content.imported(first)
      let records = (first..<first + count).map { Content.record($0, version: 0, hasFile: false) }
      try vault.apply(
        Change(
          "import", at: Content.now, steps: records.map { .add($0) },
          sources: [
            Source(
              sha256: FileDigest.hex(of: bytes), name: "file", kind: "FHIR", size: bytes.count,
              readAt: Content.now)
          ],
          files: [IncomingFile(name: "file", mediaType: "application/json", bytes: bytes)]))
    case .emptyBin: try vault.emptyBin(at: Content.now)
    case .compact: try file.compact()
    case .rekey: try file.rekey(passphrase: Content.secret(Content.passphrase), cost: .least)
    case .addSlot(let slot, let isRecovery):
      let label = Model.label(slot)
      if isRecovery {
        try file.addRecovery(Content.recovery(slot), label: label)
      } else {
        try file.addPassphrase(Content.secret("passphrase \(slot)"), label: label, cost: .least)
      }
    case .removeSlot(let slot):
      guard let found = try file.slots.first(where: { $0.label == Model.label(slot) }) else {
        throw VaultError.damaged
      }
      try file.removeSlot(found.index)
    case .reopen:
      try vault.close()
      vault = try Self.open(path)
    }
  }
}

let words = CommandLine.arguments
guard words.count == 4, let seed = UInt64(words[2]), let first = Int(words[3]) else { exit(64) }
var worker = try Worker(path: words[1], seed: seed, firstNote: first)
say("ready")
try worker.work()
