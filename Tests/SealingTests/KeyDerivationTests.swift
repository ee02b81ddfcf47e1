internal import Sealing
import Testing

@Suite struct `Key derivation` {
  private func bytes(_ secret: borrowing Secret) -> [UInt8] {
    secret.lend { span in span.indices.map { span[$0] } }
  }

  /// RFC 7914, section 12. The fourth vector takes a gigabyte, and is left to the slow tests.
  @Test(
    arguments: [
      (
        "", "", 16, 1, 1,
        """
        77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442\
        fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906
        """
      ),
      (
        "password", "NaCl", 1024, 8, 16,
        """
        fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162\
        2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640
        """
      ),
      (
        "pleaseletmein", "SodiumChloride", 16384, 8, 1,
        """
        7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2\
        d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887
        """
      ),
    ] as [(String, String, UInt64, UInt64, UInt64, String)])
  func `stretches as RFC 7914 says`(
    password: String, salt: String, n: UInt64, r: UInt64, p: UInt64, expected: String
  ) throws {
    let derived = try scrypt(
      secret(password), salt: Array(salt.utf8), n: n, r: r, p: p, count: 64)
    #expect(bytes(derived) == hex(expected))
  }

  /// RFC 5869, appendix A.1 and A.3.
  @Test(
    arguments: [
      (
        "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9",
        """
        3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865
        """
      ),
      (
        "", "",
        """
        8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8
        """
      ),
    ])
  func `derives as RFC 5869 says`(salt: String, info: String, expected: String) throws {
    let key = Secret(copying: [UInt8](repeating: 0x0b, count: 22).span)
    let derived = try hkdf(key, salt: hex(salt), info: hex(info), count: 42)
    #expect(bytes(derived) == hex(expected))
  }

  private struct Vectors: Decodable {
    struct Group: Decodable { let tests: [Vector] }
    struct Vector: Decodable {
      let tcId: Int
      let ikm: String
      let salt: String
      let info: String
      let size: Int
      let okm: String
      let result: String
    }
    let testGroups: [Group]
  }

  @Test func `agrees with Wycheproof's HKDF-SHA-256`() throws {
    guard let all = try vectors("wycheproof/hkdf_sha256_test.json", as: Vectors.self) else {
      return
    }
    for vector in all.testGroups.flatMap(\.tests) {
      let key = Secret(copying: hex(vector.ikm).span)
      var found: [UInt8]?
      do {
        let derived = try hkdf(
          key, salt: hex(vector.salt), info: hex(vector.info), count: vector.size)
        found = bytes(derived)
      } catch {
        found = nil
      }
      let expected = vector.result == "valid" ? hex(vector.okm) : nil
      #expect(found == expected, "vector \(vector.tcId)")
    }
  }
}
