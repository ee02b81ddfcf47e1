internal import Sealing
import Testing

@Suite struct `A sealer` {
  private struct Vectors: Decodable {
    struct Group: Decodable {
      let ivSize: Int
      let keySize: Int
      let tagSize: Int
      let tests: [Vector]
    }
    struct Vector: Decodable {
      let tcId: Int
      let key: String
      let iv: String
      let aad: String
      let msg: String
      let ct: String
      let tag: String
      let result: String
    }
    let testGroups: [Group]
  }

  @Test func `agrees with Wycheproof's AES-256-GCM`() throws {
    guard let all = try vectors("wycheproof/aes_gcm_test.json", as: Vectors.self) else { return }
    let groups = all.testGroups.filter {
      $0.ivSize == 96 && $0.keySize == 256 && $0.tagSize == 128
    }
    for vector in groups.flatMap(\.tests) {
      let sealer = try Sealer(key: Secret(copying: hex(vector.key).span))
      let sealed = Sealer.Sealed(
        nonce: hex(vector.iv), cipher: hex(vector.ct), tag: hex(vector.tag))
      let isValid = vector.result == "valid"
      let opened = try sealer.open(sealed, data: hex(vector.aad))
      #expect(opened == (isValid ? hex(vector.msg) : nil), "vector \(vector.tcId)")
      let shut = try sealer.shut(
        hex(vector.msg), data: hex(vector.aad), nonce: hex(vector.iv))
      #expect((shut == sealed) == isValid, "vector \(vector.tcId)")
    }
  }

  /// NIST's GCM test case 13: nothing sealed under a key of zeros.
  @Test func `seals nothing as NIST does`() throws {
    let sealer = try Sealer(key: Secret(copying: [UInt8](repeating: 0, count: 32).span))
    let shut = try sealer.shut([], data: [], nonce: [UInt8](repeating: 0, count: 12))
    #expect(shut.tag == hex("530f8afbc74536b9a963b4f1c4cb738b"))
  }

  @Test func `draws another nonce each time`() throws {
    let sealer = try Sealer(key: Secret.random(count: 32))
    var nonces: Set<[UInt8]> = []
    // More than one batch.
    for _ in 0..<600 { nonces.insert(try sealer.shut([1], data: []).nonce) }
    #expect(nonces.count == 600)
  }

  @Test func `opens only what was sealed`() throws {
    let sealer = try Sealer(key: Secret.random(count: 32))
    let sealed = try sealer.shut([1, 2, 3], data: [9])
    #expect(try sealer.open(sealed, data: [9]) == [1, 2, 3])
    #expect(try sealer.open(sealed, data: [8]) == nil)
    var changed = sealed
    changed.cipher[0] ^= 1
    #expect(try sealer.open(changed, data: [9]) == nil)
    changed = sealed
    changed.tag[15] ^= 1
    #expect(try sealer.open(changed, data: [9]) == nil)
    changed = sealed
    changed.nonce[0] ^= 1
    #expect(try sealer.open(changed, data: [9]) == nil)
  }

  @Test func `takes no key of another size`() {
    #expect(throws: SealError.engine) { _ = try Sealer(key: secret("short")) }
  }
}
