internal import CPageLog

/// AES-256-GCM under one key, for the few things outside the page log.
@safe
package struct Sealer: ~Copyable {
  private let seal: OpaquePointer

  /// Sets the key up.
  package init(key: borrowing Secret) throws(SealError) {
    unsafe seal = try Self.make(key)
  }

  /// Everything that can fail, done before there is anything to destroy.
  @unsafe
  private static func make(_ key: borrowing Secret) throws(SealError) -> OpaquePointer {
    guard key.count == Int(NV_KEY_SIZE) else { throw .engine }
    var seal: OpaquePointer?
    let result = unsafe key.withBytes { bytes, _ in
      unsafe nv_seal_new(nv_files_real(), bytes, &seal)
    }
    guard result == NV_OK.int32, let seal = unsafe seal else { throw SealError(result) }
    return unsafe seal
  }

  /// Sealed bytes, the nonce they were sealed under, and their tag.
  package struct Sealed: Equatable {
    package var nonce: [UInt8]
    package var cipher: [UInt8]
    package var tag: [UInt8]

    package init(nonce: [UInt8], cipher: [UInt8], tag: [UInt8]) {
      self.nonce = nonce
      self.cipher = cipher
      self.tag = tag
    }
  }

  /// Seals under a random nonce.
  package borrowing func shut(_ plain: [UInt8], data: [UInt8]) throws(SealError) -> Sealed {
    var out = Sealed.empty(plain.count)
    let result = unsafe nv_seal_shut(
      seal, data, data.count, plain, plain.count, &out.nonce, &out.cipher, &out.tag)
    guard result == NV_OK.int32 else { throw SealError(result) }
    return out
  }

  /// Seals a secret under a random nonce.
  borrowing func shut(_ secret: borrowing Secret, data: [UInt8]) throws(SealError) -> Sealed {
    var out = Sealed.empty(secret.count)
    let result = unsafe secret.withBytes { bytes, count in
      unsafe nv_seal_shut(
        seal, data, data.count, bytes, count, &out.nonce, &out.cipher, &out.tag)
    }
    guard result == NV_OK.int32 else { throw SealError(result) }
    return out
  }

  /// Seals under a nonce that is given: for known-answer tests.
  package borrowing func shut(
    _ plain: [UInt8], data: [UInt8], nonce: [UInt8]
  ) throws(SealError) -> Sealed {
    var out = Sealed.empty(plain.count)
    out.nonce = nonce
    guard nonce.count == Int(NV_NONCE_SIZE) else { throw .engine }
    let result = unsafe nv_seal_shut_with(
      seal, nonce, data, data.count, plain, plain.count, &out.cipher, &out.tag)
    guard result == NV_OK.int32 else { throw SealError(result) }
    return out
  }

  /// Opens; nil when the key or any byte is not the one it was sealed with.
  package borrowing func open(_ sealed: Sealed, data: [UInt8]) throws(SealError) -> [UInt8]? {
    guard sealed.nonce.count == Int(NV_NONCE_SIZE), sealed.tag.count == Int(NV_TAG_SIZE) else {
      throw .engine
    }
    var plain = [UInt8](repeating: 0, count: sealed.cipher.count)
    let result = unsafe nv_seal_open(
      seal, sealed.nonce, data, data.count, sealed.cipher, sealed.cipher.count, sealed.tag,
      &plain)
    if result == NV_WRONGKEY.int32 { return nil }
    guard result == NV_OK.int32 else { throw SealError(result) }
    return plain
  }

  /// Opens a secret; nil as above.
  borrowing func openSecret(_ sealed: Sealed, data: [UInt8]) throws(SealError) -> Secret? {
    let secret = Secret(count: sealed.cipher.count)
    let result = unsafe secret.withMutableBytes { bytes, count in
      unsafe nv_seal_open(
        seal, sealed.nonce, data, data.count, sealed.cipher, count, sealed.tag, bytes)
    }
    if result == NV_WRONGKEY.int32 { return nil }
    guard result == NV_OK.int32 else { throw SealError(result) }
    return secret
  }

  deinit {
    unsafe nv_seal_free(seal)
  }
}

extension Sealer.Sealed {
  fileprivate static func empty(_ count: Int) -> Self {
    Self(
      nonce: [UInt8](repeating: 0, count: Int(NV_NONCE_SIZE)),
      cipher: [UInt8](repeating: 0, count: count),
      tag: [UInt8](repeating: 0, count: Int(NV_TAG_SIZE)))
  }
}
