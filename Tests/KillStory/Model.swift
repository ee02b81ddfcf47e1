/// What a vault has to hold after some steps.
package struct Model: Equatable, Sendable {
  package struct Note: Equatable, Sendable {
    package var version: Int
    package var isRemoved: Bool
    package var hasFile: Bool

    package init(version: Int, isRemoved: Bool, hasFile: Bool) {
      self.version = version
      self.isRemoved = isRemoved
      self.hasFile = hasFile
    }
  }

  package var notes: [Int: Note] = [:]
  /// The labels of the slots, in no order. The passphrase's own has none.
  package var slots: Set<String> = [""]
  /// How the notes that the last change touched were before it: what `undo` puts back.
  package private(set) var before: [Int: Note] = [:]

  package init() {}

  package static func label(_ slot: Int) -> String { "slot \(slot)" }

  package mutating func apply(_ step: Step) {
    switch step {
    case .add(let note, let hasFile):
      change([note: Note(version: 0, isRemoved: false, hasFile: hasFile)])
    case .edit(let note, let version):
      guard var changed = notes[note] else { return }
      changed.version = version
      change([note: changed])
    case .remove(let note):
      guard var changed = notes[note] else { return }
      changed.isRemoved = true
      change([note: changed])
    case .undo: change(before)
    case .bringIn(let first, let count):
      var added: [Int: Note] = [:]
      for note in first..<first + count {
        added[note] = Note(version: 0, isRemoved: false, hasFile: false)
      }
      change(added)
    case .emptyBin:
      notes = notes.filter { !$0.value.isRemoved }
      before = [:]
    case .rekey: slots = [""]
    case .addSlot(let slot, _): slots.insert(Self.label(slot))
    case .removeSlot(let slot): slots.remove(Self.label(slot))
    case .compact, .reopen: break
    }
  }

  private mutating func change(_ changed: [Int: Note]) {
    var was: [Int: Note] = [:]
    for (number, note) in changed {
      // What was not there before goes to the bin when it is taken back.
      was[number] =
        notes[number] ?? Note(version: note.version, isRemoved: true, hasFile: note.hasFile)
      notes[number] = note
    }
    before = was
  }
}
