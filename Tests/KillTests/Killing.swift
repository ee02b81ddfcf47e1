internal import Foundation
internal import KillStory
internal import Records
internal import Sealing
internal import TestSupport
internal import Testing
internal import Vault

/// One vault, and a worker after the other that is killed while it writes to it.
struct Killing {
  /// Where the kills landed, by the name of the step they interrupted.
  private(set) var landed: [String: Int] = [:]
  private(set) var acknowledged = 0
  private(set) var finishedAnyway = 0
  private(set) var leftOvers = 0
  private(set) var unfinishedTails = 0

  private let folder: URL
  private var vault: String { folder.appending(path: "a.vault").path }
  private var random: SplitMix
  private var model = Model()
  private var nextNote = 1

  struct Wrong: Error, CustomStringConvertible {
    let description: String
  }

  init(lane: Int) throws {
    random = SplitMix(seed: UInt64(lane) &+ 2026)
    folder = memory.appending(path: "netvault-kill-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// A vault with nothing in it but the person.
  mutating func begin() throws {
    try? FileManager.default.removeItem(atPath: vault)
    model = Model()
    let made = try Vault.create(
      at: vault, passphrase: Content.secret(Content.passphrase), person: Content.person,
      cost: .least, at: Content.now)
    try addQuickSlot(made)
    try made.close()
  }

  private mutating func addQuickSlot(_ vault: Vault) throws {
    let label = Model.label(Content.quickSlot)
    try vault.file?.addRecovery(Content.recovery(Content.quickSlot), label: label)
    model.apply(.addSlot(Content.quickSlot, isRecovery: true))
  }

  /// Starts a worker, kills it at a random moment, and looks at what it left.
  mutating func round(_ number: Int) throws {
    let victim = try Victim("kill-worker", [vault, "\(random.next() >> 1)", "\(nextNote)"])
    nextNote += 2000
    if Int.random(in: 0..<12, using: &random) == 0 {
      usleep(UInt32.random(in: 0..<60_000, using: &random))
    } else {
      victim.waitForWords()
      // Short waits are as likely as long ones: up to an eighth of a second.
      usleep(UInt32(pow(10, Double.random(in: 1.5..<5.1, using: &random))))
    }
    let (lines, wasAlive) = victim.kill()
    guard wasAlive else {
      throw Wrong(description: "the worker ended by itself: \(lines.suffix(3))")
    }

    var begun: Step?
    for line in lines {
      if line == "." {
        guard let step = begun else { throw Wrong(description: "an end without a beginning") }
        model.apply(step)
        acknowledged += 1
        begun = nil
      } else if line.hasPrefix("> ") {
        begun = Step(line: line.dropFirst(2))
      }
    }
    landed[lines.isEmpty ? "opening" : begun?.name ?? "no step", default: 0] += 1
    if try FileManager.default.contentsOfDirectory(atPath: folder.path).count > 1 { leftOvers += 1 }
    // Half of the time the next worker finds the file as the kill left it.
    try look(begun, mode: Bool.random(using: &random) ? .write : .read)
  }

  private mutating func look(_ begun: Step?, mode: SealedFile.Mode) throws {
    let opened = try open(mode)
    if (opened.file?.facts.unfinishedBytes ?? 0) > 0 { unfinishedTails += 1 }
    var after = model
    if let begun { after.apply(begun) }
    if let why = try difference(opened, from: model) {
      guard begun != nil, try difference(opened, from: after) == nil else {
        throw Wrong(description: "\(why), interrupted: \(begun?.line ?? "nothing")")
      }
      model = after
      finishedAnyway += 1
    }
    guard try opened.verify().isSound else { throw Wrong(description: "verify finds a fault") }
    if mode == .write {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      guard names == ["a.vault"] else { throw Wrong(description: "left over: \(names)") }
      let step = Step.add(nextNote, hasFile: false)
      nextNote += 1
      if !model.slots.contains(Model.label(Content.quickSlot)) { try addQuickSlot(opened) }
      try opened.apply(
        Change(
          "add", at: Content.now,
          steps: [.add(Content.record(nextNote - 1, version: 0, hasFile: false))]))
      model.apply(step)
    }
    try opened.close()
    if mode == .read, !model.slots.contains(Model.label(Content.quickSlot)) {
      let opened = try open(.write)
      try addQuickSlot(opened)
      try opened.close()
    }
  }

  /// Opens at once where it can, and with the passphrase, which is always valid, where it must.
  private func open(_ mode: SealedFile.Mode) throws -> Vault {
    do {
      return try Vault.open(
        try SealedFile.open(
          at: vault, recovery: Content.recovery(Content.quickSlot), mode: mode,
          lockTimeout: .zero))
    } catch SealError.wrongPassphrase {
      return try Vault.open(
        at: vault, passphrase: Content.secret(Content.passphrase), mode: mode,
        lockTimeout: .zero)
    }
  }

  /// What is not as the model says; nil when everything is.
  private func difference(_ vault: Vault, from model: Model) throws -> String? {
    var left = model.notes
    for record in try vault.everything() where record.kind == .note {
      guard let found = Content.numbers(of: record.words("text") ?? ""),
        let note = left.removeValue(forKey: found.note), !note.isRemoved
      else { return "a note that should not be there" }
      let wanted = Content.record(found.note, version: note.version, hasFile: note.hasFile)
      guard record.id == wanted.id, record.fields == wanted.fields,
        record.attachments == wanted.attachments
      else { return "note \(found.note) is another" }
    }
    for binned in try vault.bin() {
      guard let found = Content.numbers(of: binned.row.title),
        let note = left.removeValue(forKey: found.note), note.isRemoved,
        note.version == found.version
      else { return "something in the bin that should not be there" }
    }
    guard left.isEmpty else { return "missing notes: \(left.keys.sorted())" }
    let slots = Set(vault.file?.slots.map(\.label) ?? [])
    return slots == model.slots ? nil : "slots \(slots.sorted()), not \(model.slots.sorted())"
  }
}
