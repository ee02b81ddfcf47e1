internal import Foundation

/// A word that stands nowhere else in the world, put where a secret would be, and looked for where
/// it must not be.
struct Canary {
  let name: String
  let word: String
  private let shapes: [[UInt8]]

  init(_ name: String) {
    self.name = name
    // Small letters only: a search index folds the others.
    let word = String((0..<18).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() ?? "q" })
    self.word = word
    let plain = Array(word.utf8)
    var shapes = [plain, Array(word.uppercased().utf8)]
    shapes.append(plain.flatMap { [$0, 0] })
    shapes.append(plain.map { String($0, radix: 16) }.flatMap { Array($0.utf8) })
    shapes.append(plain.map { "%" + String($0, radix: 16) }.flatMap { Array($0.utf8) })
    shapes.append(Array(plain.reversed()))
    // Base64 looks different for each of the three places in which a word can begin.
    for shift in 0..<3 {
      let data = Data([UInt8](repeating: 0x20, count: shift) + plain)
      shapes.append(Array(Array(data.base64EncodedString().utf8).dropFirst(4).prefix(16)))
    }
    self.shapes = shapes
  }

  /// True when the bytes hold the word in one of its shapes: UTF-8 in small or capital letters,
  /// UTF-16, hexadecimal, percent-encoded, backwards, Base64.
  func isIn(_ bytes: Data) -> Bool {
    unsafe bytes.withUnsafeBytes { haystack in
      shapes.contains { unsafe Self.find($0, in: haystack) }
    }
  }

  private static func find(_ shape: [UInt8], in bytes: UnsafeRawBufferPointer) -> Bool {
    guard var at = bytes.baseAddress, let first = shape.first else { return false }
    var left = bytes.count - shape.count + 1
    while left > 0, let hit = unsafe memchr(at, Int32(first), left) {
      if unsafe memcmp(hit, shape, shape.count) == 0 { return true }
      let next = unsafe UnsafeRawPointer(hit) + 1
      left -= unsafe next - at
      unsafe at = next
    }
    return false
  }
}

/// A search for canaries, and what it went through.
struct CanaryHunt {
  let canaries: [Canary]
  private(set) var files = 0
  private(set) var bytes = 0
  /// Which canary was found in which file.
  private(set) var found: [String] = []
  /// Files that hold canaries because the test put them there.
  var known: Set<String> = []
  private let start = Date()

  init(_ canaries: [Canary]) { self.canaries = canaries }

  mutating func look(inFile path: String) {
    let file = URL(filePath: path)
    let values = try? file.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
    guard values?.isRegularFile == true, let size = values?.fileSize, size < 200 << 20,
      let data = try? Data(contentsOf: file)
    else { return }
    files += 1
    bytes += data.count
    for canary in canaries where canary.isIn(data) { found.append("\(canary.name) in \(path)") }
  }

  /// Looks through a folder: every file in it that is not older than this hunt, and every name.
  mutating func look(inFolder path: String) {
    let all = FileManager.default.enumerator(
      at: URL(filePath: path),
      includingPropertiesForKeys: [
        .isRegularFileKey, .contentModificationDateKey,
      ])
    while let file = all?.nextObject() as? URL {
      guard isNew(file) else { continue }
      for canary in canaries where canary.isIn(Data(file.path.utf8)) {
        found.append("\(canary.name) in the name \(file.path)")
      }
      if !known.contains(file.standardizedFileURL.path) { look(inFile: file.path) }
    }
  }

  private func isNew(_ file: URL) -> Bool {
    let values = try? file.resourceValues(forKeys: [.contentModificationDateKey])
    return values?.contentModificationDate.map { $0 > start - 5 } ?? false
  }

  /// Looks through every file on a disk that a process has mapped or open.
  mutating func look(inProcess id: pid_t) -> Int {
    let maps = (try? String(contentsOfFile: "/proc/\(id)/maps", encoding: .utf8)) ?? ""
    var paths = Set(
      maps.split(separator: "\n").compactMap { line -> String? in
        guard let path = line.split(separator: " ", maxSplits: 5).last?.drop(while: { $0 == " " }),
          path.hasPrefix("/"), !path.hasPrefix("/dev/"), !path.hasPrefix("/memfd:")
        else { return nil }
        return String(path)
      })
    let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/fd")) ?? []
    for number in open {
      let link = "/proc/\(id)/fd/\(number)"
      guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link),
        path.hasPrefix("/"), !path.hasPrefix("/dev/")
      else { continue }
      paths.insert(path)
    }
    // A file that is older than the words cannot hold them.
    for path in paths.sorted() where isNew(URL(filePath: path)) { look(inFile: path) }
    return paths.count
  }
}
