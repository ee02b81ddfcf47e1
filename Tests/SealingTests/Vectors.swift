import Foundation

/// Bytes from hexadecimal digits.
func hex(_ text: String) -> [UInt8] {
  let digits = text.compactMap { $0.hexDigitValue.map(UInt8.init) }
  return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// A published set of test vectors beside the repository. nil, and a line that says so, when the
/// set is not on this computer.
func vectors<Set: Decodable>(_ name: String, as type: Set.Type) throws -> Set? {
  let path = "../shared/data/crypto/\(name)"
  guard let data = FileManager.default.contents(atPath: path) else {
    print("skipped: no \(path)")
    return nil
  }
  return try JSONDecoder().decode(type, from: data)
}
