/// Making a recovery sheet for an open vault, in the order in which nothing can go missing.
internal import Console
internal import Sealing
internal import Vault

extension Talk {
  /// Makes new recovery words that open the vault, and removes those in `old`. Returns where the
  /// page was written, if it was.
  ///
  /// First the person has the words, then the vault takes them, then the page is written. Should
  /// the page fail, the vault lets go of them again.
  func makeSheet(
    for vault: Vault, _ file: SealedFile, output: String?, replacing old: [Int] = []
  ) throws -> String? {
    if let output { try RecoverySheet.requireFree(output) }
    guard terminal.settings.canAsk || output != nil else {
      throw Problem.needsAnswer(
        "Where should the sheet be written?", flag: "output", noInput: options.noInput)
    }
    let sheet = try RecoverySheet(talk: self)
    if terminal.settings.canAsk { try sheet.show() }
    let place = try sheet.place(output)
    // Two header updates at the most, and never a moment without a way in.
    if file.slots.count == 8, let first = old.first {
      try keyChange { () throws(SealError) in try file.removeSlot(first) }
    }
    let slot = try keyChange { () throws(SealError) in
      try file.addRecovery(sheet.words.secret, label: "")
    }
    terminal.device.setStopped(.someSaved)
    if let place {
      do {
        try sheet.write(
          to: place, owner: try vault.ownerName, vault: VaultLocation.name(of: try location()))
      } catch {
        try? file.removeSlot(slot)
        throw error
      }
    }
    for index in old where index != slot && file.slots.contains(where: { $0.index == index }) {
      try keyChange { () throws(SealError) in try file.removeSlot(index) }
    }
    return place
  }

  /// Changes key slots, and says what went wrong in words.
  func keyChange<Result>(
    _ body: () throws(SealError) -> Result
  ) throws(Problem) -> Result {
    do throws(SealError) {
      return try body()
    } catch .noFreeSlot {
      throw .noFreeWay
    } catch .io, .syncFailed, .noSpace {
      throw .keysUncertain
    } catch {
      throw SealWording.problem(error, path: try location())
    }
  }

  /// The sealed file of a vault that lies on a disk.
  func file(of vault: Vault) throws(Problem) -> SealedFile {
    guard let file = vault.file else { throw .internalError(report: nil) }
    return file
  }
}

/// One way to open the vault, in words.
enum WayWords {
  static func name(_ slot: SealedFile.Slot) -> String {
    switch slot.kind {
    case .passphrase: slot.label.isEmpty ? "passphrase" : "passphrase \"\(slot.label)\""
    case .recovery: slot.label.isEmpty ? "recovery sheet" : "recovery sheet \"\(slot.label)\""
    }
  }

  static func made(_ slot: SealedFile.Slot) -> String {
    Clock.spelled(Int(slot.created))
  }
}
