internal import COpenSSL
internal import CPageLog

/// What each derived key is for. The text is the `info` of HKDF, and part of the format.
enum KeyLabel: String {
  case page = "netvault 1 page"
  case header = "netvault 1 header"
  case localState = "netvault 1 local state"
  case attachmentID = "netvault 1 attachment id"
  case passphraseSlot = "netvault 1 passphrase slot"
  case recoverySlot = "netvault 1 recovery slot"
}

/// One key from another, by HKDF-SHA-256 (RFC 5869).
func derive(
  _ label: KeyLabel, from key: borrowing Secret, salt: [UInt8]
) throws(SealError) -> Secret {
  try hkdf(key, salt: salt, info: Array(label.rawValue.utf8), count: Int(NV_KEY_SIZE))
}

/// HKDF-SHA-256 with every parameter open, as the known-answer tests need it.
package func hkdf(
  _ key: borrowing Secret, salt: [UInt8], info: [UInt8], count: Int
) throws(SealError) -> Secret {
  let out = Secret(count: count)
  let result = unsafe key.withBytes { bytes, size in
    unsafe out.withMutableBytes { derived, count in
      unsafe nv_hkdf(bytes, size, salt, salt.count, info, info.count, derived, count)
    }
  }
  guard result == NV_OK.int32 else { throw .engine }
  return out
}

/// scrypt (RFC 7914) within the bounds of `KDFCost`.
func stretch(
  _ passphrase: borrowing Secret, salt: [UInt8], cost: KDFCost
) throws(SealError) -> Secret {
  try scrypt(
    passphrase, salt: salt, n: 1 << UInt64(cost.logN), r: UInt64(KDFCost.blockSize),
    p: UInt64(cost.parallel), count: Int(NV_KEY_SIZE))
}

/// scrypt with every parameter open, as the known-answer tests need it.
package func scrypt(
  _ passphrase: borrowing Secret, salt: [UInt8], n: UInt64, r: UInt64, p: UInt64, count: Int
) throws(SealError) -> Secret {
  let out = Secret(count: count)
  // OpenSSL refuses more than 32 MiB unless it is told; its need is this and a little more.
  let most = 128 * r * p + 128 * r * (n + 2) + (1 << 20)
  let result = unsafe passphrase.withBytes { bytes, size in
    unsafe out.withMutableBytes { derived, count in
      unsafe bytes.withMemoryRebound(to: CChar.self, capacity: max(size, 1)) { text in
        unsafe EVP_PBE_scrypt(text, size, salt, salt.count, n, r, p, most, derived, count)
      }
    }
  }
  guard result == 1 else { throw .engine }
  return out
}
