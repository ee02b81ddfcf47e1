internal import Testing

@testable internal import Vault

@Suite struct `A digest made beside the reading` {
  @Test(arguments: [0, 1, 5, 40]) func `is the same one`(_ count: Int) {
    let pieces = (0..<count).map { [UInt8](repeating: UInt8($0), count: 100_000 + $0) }
    let digest = DigestBeside()
    for piece in pieces { digest.update(piece) }
    #expect(digest.finish() == FileDigest.hex(of: pieces.flatMap { $0 }))
  }
}
