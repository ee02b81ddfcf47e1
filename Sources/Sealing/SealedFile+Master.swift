/// Opening with the master key itself, where it is at hand: nothing is stretched or guessed.
extension SealedFile {
  /// Opens a vault with its master key. Fails with `wrongPassphrase` when it is another one.
  ///
  /// Both header copies changed by somebody look the same as another key. A passphrase tells the
  /// two apart: ask for it then.
  package static func open(
    at path: String, master: consuming Secret, mode: Mode = .write,
    lockTimeout: Duration = .seconds(5), through calls: FileCalls = .real
  ) throws(SealError) -> SealedFile {
    let place = try Place.open(
      path, writing: mode == .write, timeout: lockTimeout, through: calls)
    let copies = try unsafe HeaderCopies(reading: place.pointer)
    let (header, index) = try copies.openIfKey(master)
    return try open(
      place: place, copies: copies, master: master, header: header, headerIndex: index, slot: nil,
      mode: mode, calls: calls)
  }

  /// Opens another file with the master key of this one: a backup, a copy from elsewhere.
  ///
  /// Fails with `wrongPassphrase` when it has another one. A copy that was made before `rekey` has.
  package func openSibling(
    at path: String, mode: Mode = .read, lockTimeout: Duration = .seconds(5)
  ) throws(SealError) -> SealedFile {
    try Self.open(
      at: path, master: master.copy(), mode: mode, lockTimeout: lockTimeout, through: calls)
  }
}

extension HeaderCopies {
  /// As `open`, for a key that may be of another vault.
  fileprivate func openIfKey(_ master: borrowing Secret) throws(SealError) -> (Header, index: Int) {
    do {
      return try open(master: master)
    } catch .damaged {
      throw .wrongPassphrase
    }
  }
}

extension Secret {
  /// The same bytes once more, for a second owner.
  borrowing func copy() -> Secret {
    lend { Secret(copying: $0) }
  }
}
