/// What it costs to try one passphrase: the parameters of scrypt (RFC 7914).
///
/// Both bounds protect. Below the lower one a stolen file is guessed too fast; above the upper one
/// a file made by somebody else could ask for all the memory of this computer. The bounds are
/// looked at before any memory is asked for.
package struct KDFCost: Equatable, Sendable {
  /// The cost N is 2 to this power.
  package let logN: UInt8
  /// How many times in a row.
  package let parallel: UInt8

  /// The block size r, the same in every vault.
  package static let blockSize: UInt8 = 8
  /// Exponents of N that are accepted.
  package static let allowedLogN: ClosedRange<UInt8> = 14...20
  /// Values of p that are accepted.
  package static let allowedParallel: ClosedRange<UInt8> = 1...4

  /// About 0.4 seconds and 128 MiB.
  package static let standard = KDFCost(uncheckedLogN: 17, parallel: 1)
  /// The least that is accepted: for tests.
  package static let least = KDFCost(uncheckedLogN: 14, parallel: 1)

  /// Fails with `costNotAllowed` outside of the bounds.
  package init(logN: UInt8, parallel: UInt8 = 1) throws(SealError) {
    guard Self.allowedLogN.contains(logN), Self.allowedParallel.contains(parallel) else {
      throw .costNotAllowed
    }
    self.init(uncheckedLogN: logN, parallel: parallel)
  }

  init(uncheckedLogN logN: UInt8, parallel: UInt8) {
    self.logN = logN
    self.parallel = parallel
  }

  /// Bytes of memory that one derivation takes.
  package var memory: UInt64 {
    128 * UInt64(Self.blockSize) * ((1 << UInt64(logN)) + UInt64(parallel) + 2)
  }
}
