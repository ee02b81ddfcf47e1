internal import COpenSSL

/// Little-endian integers at offsets of a byte array, as everywhere in the vault file.
extension [UInt8] {
  func integer<Integer: FixedWidthInteger>(at offset: Int) -> Integer {
    var value: Integer = 0
    for index in (0..<Integer.bitWidth / 8).reversed() {
      value = value << 8 | Integer(truncatingIfNeeded: self[offset + index])
    }
    return value
  }

  func bytes(at offset: Int, count: Int) -> [UInt8] {
    Array(self[offset..<offset + count])
  }

  mutating func put<Integer: FixedWidthInteger>(_ value: Integer, at offset: Int) {
    for index in 0..<Integer.bitWidth / 8 {
      self[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
    }
  }

  mutating func put(_ bytes: [UInt8], at offset: Int) {
    replaceSubrange(offset..<offset + bytes.count, with: bytes)
  }
}

/// Random bytes that are not secret: salts, ids.
func randomBytes(_ count: Int) throws(SealError) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  guard unsafe RAND_bytes(&bytes, Int32(count)) == 1 else { throw .engine }
  return bytes
}

/// SHA-256, against accidents and not against anybody.
func sha256(_ bytes: ArraySlice<UInt8>) throws(SealError) -> [UInt8] {
  let bytes = Array(bytes)
  var digest = [UInt8](repeating: 0, count: 32)
  guard unsafe SHA256(bytes, bytes.count, &digest) != nil else { throw .engine }
  return digest
}

/// Overwrites values that were a part of a secret. The optimizer does not leave it out.
func wipe<Value: BitwiseCopyable>(_ values: inout [Value]) {
  unsafe values.withUnsafeMutableBytes { bytes in
    unsafe OPENSSL_cleanse(bytes.baseAddress, bytes.count)
  }
}
