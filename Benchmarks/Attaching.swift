/// Keeping a large file, beside `age -r` on the same file in the same run.
///
/// age (filippo.io/age) writes an encrypted copy and does not wait until it is on the disk. netvault
/// does, keeps the SHA-256 and can be stopped at any moment. Both are timed as a person would wait,
/// and age also with a sync of its copy, which is the same promise.
internal import Foundation

struct Attaching {
  let program: String
  let folder: String
  private let rounds = 3

  private var vault: String { folder + "/attach.vault" }
  private var passphrase: String { folder + "/passphrase" }
  private var file: String { folder + "/disc.img" }
  private var sealed: String { folder + "/disc.img.age" }

  init(program: String, folder: String) {
    self.program = program
    self.folder = folder
  }

  func run(megabytes: Int) throws {
    print("attach, a file of \(megabytes) MiB")
    try Data("for the benchmark only\n".utf8).write(to: URL(fileURLWithPath: passphrase))
    defer {
      for path in [vault, file, sealed] { try? FileManager.default.removeItem(atPath: path) }
    }
    try makeFile(megabytes: megabytes)
    let key = folder + "/age-key.txt"
    try? FileManager.default.removeItem(atPath: key)
    let hasAge = (try? Child(["age-keygen", "-o", key]).status) == 0
    var ours: [Double] = []
    var theirs: [Double] = []
    var synced: [Double] = []
    var peak = 0
    for _ in 0..<rounds {
      try? FileManager.default.removeItem(atPath: vault)
      _ = try netvault(["init", "--name", "Bench", "--no-input", "--kdf-cost", "14"])
      let opening = try netvault(["list", "--quiet"]).seconds
      let child = try netvault(["attach", file, "--title", "Disc", "--no-input", "--quiet"])
      guard child.status == 0 else { throw AttachingError.notKept }
      ours.append(child.seconds - opening)
      peak = max(peak, child.peak)
      guard hasAge, let recipient = try recipient(key) else { continue }
      try? FileManager.default.removeItem(atPath: sealed)
      let age = try Child(["age", "-r", recipient, "-o", sealed, file]).seconds
      theirs.append(age)
      synced.append(try age + Child(["sync", sealed]).seconds)
    }
    Report.line("  netvault attach", median(ours), "s", nil)
    if theirs.isEmpty {
      print("  age is not here: not compared (apt-get install age)")
    } else {
      Report.line("  age -r", median(theirs), "s", nil)
      Report.line("  age -r, then sync of its copy", median(synced), "s", nil)
      Report.line("  netvault : age", median(ours) / median(theirs), "", .atMost(1))
      Report.line("  netvault : age with sync", median(ours) / median(synced), "", nil)
    }
    // The least that scrypt takes here is 16 MiB, and it is given back before the file is read.
    Report.line("  peak memory", Double(peak) / 1_048_576, "MiB", .atMost(64))
  }

  /// Bytes that nothing can pack.
  private func makeFile(megabytes: Int) throws {
    _ = FileManager.default.createFile(atPath: file, contents: nil)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
    defer { try? handle.close() }
    let random = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/dev/urandom"))
    for _ in 0..<megabytes {
      try handle.write(contentsOf: try random.read(upToCount: 1 << 20) ?? Data())
    }
    try handle.synchronize()
  }

  private func recipient(_ key: String) throws -> String? {
    let text = try String(contentsOfFile: key, encoding: .utf8)
    return text.split(separator: "\n").first { $0.hasPrefix("# public key: ") }
      .map { String($0.dropFirst(14)) }
  }

  private func netvault(_ words: [String]) throws -> Child {
    try Child([program, "--vault", vault, "--passphrase-file", passphrase] + words)
  }
}

enum AttachingError: Error {
  case notKept
}
