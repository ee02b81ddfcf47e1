internal import COpenSSL

/// The SHA-256 of bytes that come piece by piece (FIPS 180-4), by which the vault names a file.
@safe
package struct FileDigest: ~Copyable {
  private let context: OpaquePointer

  package init() {
    guard let context = unsafe EVP_MD_CTX_new(),
      unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    else { fatalError("libcrypto has no SHA-256 or no memory: nothing was written yet.") }
    unsafe self.context = context
  }

  package mutating func update(_ bytes: [UInt8]) {
    let result = unsafe bytes.withUnsafeBytes {
      unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count)
    }
    precondition(result == 1, "A digest in memory does not fail.")
  }

  /// In hexadecimal.
  package consuming func finish() -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    let result = unsafe bytes.withUnsafeMutableBufferPointer {
      unsafe EVP_DigestFinal_ex(context, $0.baseAddress, nil)
    }
    precondition(result == 1, "A digest in memory does not fail.")
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Of bytes that are in memory.
  package static func hex(of bytes: [UInt8]) -> String {
    var digest = FileDigest()
    digest.update(bytes)
    return digest.finish()
  }
}
