internal import CPageLog

extension SealedFile {
  /// One way to unlock the vault, as a person sees it.
  package struct Slot: Equatable, Sendable {
    package enum Kind: Sendable {
      case passphrase
      case recovery
    }
    /// 0 to 7. Stays the same as long as the slot is there.
    package let index: Int
    package let kind: Kind
    package let label: String
    /// Seconds since 1970, UTC.
    package let created: Int64
    /// nil for a recovery slot.
    package let cost: KDFCost?
  }

  /// The ways to unlock, in the order of their indices.
  package var slots: [Slot] {
    zip(header.slots, header.sealed.notes).enumerated().compactMap { index, pair in
      let (slot, note) = pair
      guard slot.kind != .empty else { return nil }
      return Slot(
        index: index, kind: slot.kind == .recovery ? .recovery : .passphrase, label: note.label,
        created: note.created, cost: slot.cost)
    }
  }

  /// Adds a passphrase. Returns its slot's index.
  @discardableResult
  package func addPassphrase(
    _ passphrase: borrowing Secret, label: String = "", cost: KDFCost = .standard
  ) throws(SealError) -> Int {
    try add(passphrase, as: .passphrase, cost: cost, label: label)
  }

  /// Adds a recovery secret of at least 128 random bits. Returns its slot's index.
  @discardableResult
  package func addRecovery(
    _ recovery: borrowing Secret, label: String = ""
  ) throws(SealError) -> Int {
    try add(recovery, as: .recovery, cost: nil, label: label)
  }

  /// Removes a slot, but never the last one.
  ///
  /// A copy of the file made before still opens with it. Only `rekey` really revokes.
  package func removeSlot(_ index: Int) throws(SealError) {
    guard mode == .write else { throw .readOnly }
    guard header.slots.indices.contains(index), header.slots[index].kind != .empty,
      header.slots.count(where: { $0.kind != .empty }) > 1
    else { throw .slotNotRemovable }
    try changeSlots { header in
      header.slots[index] = .empty
      header.sealed.notes[index] = .none
    }
    if openedSlot == index { openedSlot = nil }
  }

  /// Puts another passphrase in the place of a slot's. It keeps the label.
  ///
  /// One header update does both, so that a crash leaves the old one or the new one, never neither.
  package func replacePassphrase(
    _ index: Int, with passphrase: borrowing Secret, cost: KDFCost = .standard
  ) throws(SealError) {
    guard mode == .write else { throw .readOnly }
    guard header.slots.indices.contains(index), header.slots[index].kind == .passphrase else {
      throw .slotNotRemovable
    }
    let slot = try KeySlot.wrap(
      master, under: passphrase, as: .passphrase, cost: cost, vaultID: vaultID, index: index)
    let now = calls.now
    try changeSlots { header in
      header.slots[index] = slot
      header.sealed.notes[index].created = now
    }
  }

  private func add(
    _ secret: borrowing Secret, as kind: KeySlot.Kind, cost: KDFCost?, label: String
  ) throws(SealError) -> Int {
    guard mode == .write else { throw .readOnly }
    guard let index = header.slots.firstIndex(where: { $0.kind == .empty }) else {
      throw .noFreeSlot
    }
    let slot = try KeySlot.wrap(
      master, under: secret, as: kind, cost: cost, vaultID: vaultID, index: index)
    let note = SealedPart.SlotNote(created: calls.now, label: label)
    try changeSlots { header in
      header.slots[index] = slot
      header.sealed.notes[index] = note
    }
    return index
  }

  /// Rewrites both header copies, so that neither holds a slot that is gone.
  ///
  /// After a crash between the two the newer copy counts, and the next writer rewrites the other.
  private func changeSlots(_ change: (inout Header) -> Void) throws(SealError) {
    let before = header
    change(&header)
    do throws(SealError) {
      try writeHeader()
    } catch {
      header = before
      throw error
    }
    try writeHeader()
  }
}
