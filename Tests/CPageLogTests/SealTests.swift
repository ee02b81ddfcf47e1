import CPageLog
import Testing

@Suite struct `A seal` {
  /// A seal under a key of one byte repeated, lent to `body`.
  private func with(_ byte: UInt8, _ body: (OpaquePointer) -> Void) {
    let key = [UInt8](repeating: byte, count: Int(NV_KEY_SIZE))
    var seal: OpaquePointer?
    #expect(unsafe nv_seal_new(nv_files_real(), key, &seal) == 0)
    if let seal = unsafe seal { unsafe body(seal) }
    unsafe nv_seal_free(seal)
  }

  @Test func `leaves zeros behind when it does not open`() {
    unsafe with(1) { seal in
      let plain = [UInt8](repeating: 0x77, count: 100)
      var nonce = [UInt8](repeating: 0, count: 12)
      var tag = [UInt8](repeating: 0, count: 16)
      var cipher = [UInt8](repeating: 0, count: 100)
      #expect(unsafe nv_seal_shut(seal, [], 0, plain, 100, &nonce, &cipher, &tag) == 0)
      var out = [UInt8](repeating: 0xee, count: 100)
      #expect(unsafe nv_seal_open(seal, nonce, [], 0, cipher, 100, tag, &out) == 0)
      #expect(isEqual(out, plain))
      tag[3] ^= 1
      // OpenSSL has written all of the plaintext by the time it compares the tag.
      #expect(
        unsafe nv_seal_open(seal, nonce, [], 0, cipher, 100, tag, &out) == NV_WRONGKEY.code)
      #expect(out.allSatisfy { $0 == 0 })
    }
  }

  @Test func `goes on after a failure`() {
    unsafe with(2) { seal in
      var nonce = [UInt8](repeating: 0, count: 12)
      var tag = [UInt8](repeating: 0, count: 16)
      var cipher = [UInt8](repeating: 0, count: 3)
      var out = [UInt8](repeating: 0, count: 3)
      for _ in 0..<300 {
        #expect(unsafe nv_seal_shut(seal, [5], 1, [1, 2, 3], 3, &nonce, &cipher, &tag) == 0)
        #expect(
          unsafe nv_seal_open(seal, nonce, [6], 1, cipher, 3, tag, &out) == NV_WRONGKEY.code)
        #expect(unsafe nv_seal_open(seal, nonce, [5], 1, cipher, 3, tag, &out) == 0)
        #expect(out == [1, 2, 3])
      }
    }
  }
}
