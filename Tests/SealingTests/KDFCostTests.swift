internal import Sealing
import Testing

@Suite struct `The cost of a passphrase` {
  @Test(arguments: [(13, 1), (21, 1), (17, 0), (17, 5), (0, 1), (255, 255)] as [(UInt8, UInt8)])
  func `is refused out of bounds`(logN: UInt8, parallel: UInt8) {
    #expect(throws: SealError.costNotAllowed) { try KDFCost(logN: logN, parallel: parallel) }
  }

  @Test func `is 128 MiB by default`() throws {
    #expect(KDFCost.standard == (try KDFCost(logN: 17)))
    #expect(KDFCost.standard.memory >> 20 == 128)
  }

  @Test func `out of bounds in a file is refused before any memory is taken`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    var bytes = try workshop.bytes()
    for copy in 0..<2 {
      bytes[copy * 8192 + 41] = 40  // log2 N: a terabyte
      Checksum.fix(&bytes, copy: copy)
    }
    try workshop.write(bytes)
    #expect(throws: SealError.costNotAllowed) {
      try SealedFile.looksLikeVault(at: workshop.path())
    }
    #expect(throws: SealError.costNotAllowed) { try workshop.open() }
  }
}
