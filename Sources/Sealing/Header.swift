internal import CPageLog

/// One header copy: what is in clear, what is sealed, and a checksum over both.
///
///     0     magic "netvault"
///     8     format version u32
///    12     page size u32
///    16     header sequence u64
///    24     vault id 16
///    40     key slots, 8 x 128
///  1064     nonce 12
///  1076     sealed part, 7068 bytes of ciphertext; additional data: bytes 0 to 1063
///  8144     tag 16
///  8160     SHA-256 of bytes 0 to 8159
///
/// The checksum tells damage from a wrong passphrase; the tag authenticates every byte.
struct Header: Equatable {
  static let size = 8192
  static let version: UInt32 = 1
  static let magic = Array("netvault".utf8)

  private static let slotsStart = 40
  private static let clearCount = slotsStart + KeySlot.count * KeySlot.size
  private static let cipherStart = clearCount + 12
  private static let tagStart = size - 32 - 16
  private static let sumStart = size - 32

  var sequence: UInt64
  let vaultID: [UInt8]
  let pageSize: UInt32
  var slots: [KeySlot]
  /// What only the key opens.
  var sealed: SealedPart
}

extension Header {
  /// What can be read of a copy without any key.
  struct Clear {
    let sequence: UInt64
    let vaultID: [UInt8]
    let pageSize: UInt32
    let slots: [KeySlot]
    fileprivate let bytes: [UInt8]
  }

  /// Reads the clear part of a copy, which must have its checksum.
  static func readClear(_ copy: [UInt8]) throws(SealError) -> Clear {
    guard copy.count == size, copy.starts(with: magic) else { throw .notAVault }
    let found: UInt32 = copy.integer(at: 8)
    guard found <= version else { throw .newerFormat(found: found) }
    let sum = try sha256(copy[..<sumStart])
    guard found == version, sum == copy.bytes(at: sumStart, count: 32) else {
      throw .damaged(.header)
    }
    // Each update counts on by one: half of all numbers are never reached, and never run over.
    let sequence: UInt64 = copy.integer(at: 16)
    guard sequence <= SealedPart.most else { throw .damaged(.header) }
    let pageSize: UInt32 = copy.integer(at: 12)
    guard allowedPageSizes.contains(pageSize) else { throw .damaged(.header) }
    var slots: [KeySlot] = []
    for index in 0..<KeySlot.count {
      slots.append(
        try KeySlot.read(
          copy.bytes(at: slotsStart + index * KeySlot.size, count: KeySlot.size)))
    }
    return Clear(
      sequence: sequence, vaultID: copy.bytes(at: 24, count: 16),
      pageSize: pageSize, slots: slots, bytes: copy)
  }

  /// Page sizes that the format knows.
  static let allowedPageSizes: [UInt32] = [4096, 8192, 16384]

  /// Opens the sealed part. Fails with `damaged` if any byte of the copy was changed.
  static func open(_ clear: Clear, master: borrowing Secret) throws(SealError) -> Header {
    let key = try derive(.header, from: master, salt: clear.vaultID)
    let sealer = try Sealer(key: key)
    let plain = try sealer.open(
      Sealer.Sealed(
        nonce: clear.bytes.bytes(at: clearCount, count: 12),
        cipher: clear.bytes.bytes(at: cipherStart, count: tagStart - cipherStart),
        tag: clear.bytes.bytes(at: tagStart, count: 16)),
      data: clear.bytes.bytes(at: 0, count: clearCount))
    guard let plain else { throw .damaged(.header) }
    let sealed = SealedPart(reading: plain)
    guard sealed.isReachable else { throw .damaged(.header) }
    return Header(
      sequence: clear.sequence, vaultID: clear.vaultID, pageSize: clear.pageSize,
      slots: clear.slots, sealed: sealed)
  }

  /// The copy as it is written.
  func bytes(master: borrowing Secret) throws(SealError) -> [UInt8] {
    var copy = [UInt8](repeating: 0, count: Self.size)
    copy.put(Self.magic, at: 0)
    copy.put(Self.version, at: 8)
    copy.put(pageSize, at: 12)
    copy.put(sequence, at: 16)
    copy.put(vaultID, at: 24)
    for (index, slot) in slots.enumerated() {
      copy.put(slot.bytes, at: Self.slotsStart + index * KeySlot.size)
    }
    let key = try derive(.header, from: master, salt: vaultID)
    let sealer = try Sealer(key: key)
    let shut = try sealer.shut(
      sealed.bytes(count: Self.tagStart - Self.cipherStart),
      data: copy.bytes(at: 0, count: Self.clearCount))
    copy.put(shut.nonce, at: Self.clearCount)
    copy.put(shut.cipher, at: Self.cipherStart)
    copy.put(shut.tag, at: Self.tagStart)
    copy.put(try sha256(copy[..<Self.sumStart]), at: Self.sumStart)
    return copy
  }
}
