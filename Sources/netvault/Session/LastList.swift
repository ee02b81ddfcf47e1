/// Which records the last list showed, so that "show 3" means the third of them.
///
/// Holds random identifiers only, nothing of what the records say.
internal import Glibc
internal import Records

struct LastList {
  /// How many of a list are remembered.
  static let most = 10_000

  private let path: String
  private let folder: StateFolder

  init(vault path: String, _ environment: [String: String]) {
    folder = StateFolder(environment)
    let resolved = unsafe realpath(path, nil)
    defer { unsafe free(resolved) }
    let whole = unsafe resolved.map { unsafe String(cString: $0) } ?? path
    self.path = "\(folder.path)/last-list-\(Self.mark(of: whole))"
  }

  /// FNV-1a, 64 bits: a short name for a path, not a secret.
  private static func mark(of path: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 {
      hash ^= UInt64(byte)
      hash = hash &* 0x0000_0100_0000_01b3
    }
    return String(hash, radix: 16)
  }

  func remember(_ ids: [RecordID]) {
    let text = ids.prefix(Self.most).map { $0.text }.joined(separator: "\n")
    folder.make()
    unsafe unlink(path)
    // A list that cannot be remembered only costs the short numbers.
    try? OutputFile.write(Array(text.utf8), to: path, replacing: true, durable: false)
  }

  /// How many records the last list showed.
  var count: Int {
    var low = 0
    while id(low + 1) != nil { low += 1 }
    return low
  }

  func id(_ number: Int) -> RecordID? {
    guard number > 0, let file = unsafe fopen(path, "re") else { return nil }
    defer { unsafe fclose(file) }
    var line = [CChar](repeating: 0, count: 80)
    for place in 1...number {
      guard unsafe fgets(&line, 80, file) != nil else { return nil }
      guard place == number else { continue }
      let text = String(
        decoding: line.prefix { $0 > 32 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return text.count == 32 ? RecordID(text) : nil
    }
    return nil
  }
}
