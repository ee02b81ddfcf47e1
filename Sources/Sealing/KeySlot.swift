/// One way to unlock: the master key, wrapped under a passphrase or a recovery secret.
///
///     0  kind u8 | log2 N u8 | r u8 | p u8 | zero x4
///     8  salt 32
///    40  nonce 12
///    52  wrapped master key 32
///    84  tag 16
///   100  zero x28
///
/// The additional data of the wrapping is the vault id, the slot's index, and bytes 0 to 39.
struct KeySlot: Equatable {
  static let size = 128
  static let count = 8

  enum Kind: UInt8 {
    case empty = 0
    case passphrase = 1
    case recovery = 2
  }

  let kind: Kind
  /// nil for a recovery slot, which is not stretched.
  let cost: KDFCost?
  let salt: [UInt8]
  let wrapped: Sealer.Sealed

  static let empty = KeySlot(
    kind: .empty, cost: nil, salt: [], wrapped: Sealer.Sealed(nonce: [], cipher: [], tag: []))

  /// Bytes 0 to 39: what the key is derived with.
  private var parameters: [UInt8] {
    guard kind != .empty else { return [UInt8](repeating: 0, count: 40) }
    let stretched: [UInt8] = cost.map { [$0.logN, KDFCost.blockSize, $0.parallel] } ?? [0, 0, 0]
    return [kind.rawValue] + stretched + [0, 0, 0, 0] + salt
  }

  /// The slot as it stands in a header copy.
  var bytes: [UInt8] {
    guard kind != .empty else { return [UInt8](repeating: 0, count: Self.size) }
    return parameters + wrapped.nonce + wrapped.cipher + wrapped.tag
      + [UInt8](repeating: 0, count: 28)
  }

  /// Reads a slot. Any byte that this format does not write is an error.
  static func read(_ bytes: [UInt8]) throws(SealError) -> KeySlot {
    guard bytes.count == size, let kind = Kind(rawValue: bytes[0]) else {
      throw .damaged(.header)
    }
    let slot: KeySlot
    switch kind {
    case .empty: slot = .empty
    case .passphrase, .recovery:
      slot = KeySlot(
        kind: kind,
        cost: kind == .recovery ? nil : try KDFCost(logN: bytes[1], parallel: bytes[3]),
        salt: Array(bytes[8..<40]),
        wrapped: Sealer.Sealed(
          nonce: Array(bytes[40..<52]), cipher: Array(bytes[52..<84]),
          tag: Array(bytes[84..<100])))
    }
    guard slot.bytes == bytes else { throw .damaged(.header) }
    return slot
  }
}

extension KeySlot {
  /// The fewest bytes a recovery secret may have: 128 bits.
  static let leastRecoverySecret = 16

  /// Wraps `master` under a new salt.
  static func wrap(
    _ master: borrowing Secret, under secret: borrowing Secret, as kind: Kind, cost: KDFCost?,
    vaultID: [UInt8], index: Int
  ) throws(SealError) -> KeySlot {
    guard secret.count >= (kind == .recovery ? leastRecoverySecret : 1) else {
      throw .secretNotAllowed
    }
    let unwrapped = KeySlot(
      kind: kind, cost: cost, salt: try randomBytes(32), wrapped: KeySlot.empty.wrapped)
    let key = try unwrapped.key(from: secret)
    let sealer = try Sealer(key: key)
    return KeySlot(
      kind: kind, cost: cost, salt: unwrapped.salt,
      wrapped: try sealer.shut(master, data: unwrapped.data(vaultID, index)))
  }

  /// The master key, or nil when the secret is not this slot's.
  func unwrap(
    under secret: borrowing Secret, vaultID: [UInt8], index: Int
  ) throws(SealError) -> Secret? {
    let key = try key(from: secret)
    let sealer = try Sealer(key: key)
    return try sealer.openSecret(wrapped, data: data(vaultID, index))
  }

  /// The key that wraps: scrypt and HKDF for a passphrase, HKDF alone for a recovery secret.
  private func key(from secret: borrowing Secret) throws(SealError) -> Secret {
    guard let cost else { return try derive(.recoverySlot, from: secret, salt: salt) }
    let normal = try normalForm(of: secret)
    let stretched = try stretch(normal, salt: salt, cost: cost)
    return try derive(.passphraseSlot, from: stretched, salt: salt)
  }

  private func data(_ vaultID: [UInt8], _ index: Int) -> [UInt8] {
    vaultID + [UInt8(index)] + parameters
  }
}
