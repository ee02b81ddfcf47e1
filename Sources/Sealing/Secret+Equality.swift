internal import COpenSSL

extension Secret {
  /// Whether two secrets are the same bytes. The time it takes does not say where they differ.
  package borrowing func isSame(as other: borrowing Secret) -> Bool {
    guard count == other.count else { return false }
    return unsafe withBytes { left, count in
      unsafe other.withBytes { right, _ in unsafe CRYPTO_memcmp(left, right, count) == 0 }
    }
  }
}
