/// The everyday commands on a large unlocked vault, beside `keepassxc-cli ls` on a small database.
///
/// All run in turn, in alternating order, so that what else the computer does hits all. The key comes
/// from the kernel's key ring. Where the kernel refuses it, the passphrase is given, its derivation
/// at the least cost is measured on an empty vault, and taken off.
internal import Foundation

struct Everyday {
  let program: String
  let folder: String
  let rounds: Int

  private static let commands = [
    [], ["list"], ["search", "flushing"], ["timeline"], ["results"],
    ["results", "chromogranin a"],
  ]

  private var passphrase: String { folder + "/passphrase-of-mixed" }

  init(program: String, folder: String, rounds: Int = 9) throws {
    self.program = program
    self.folder = folder
    self.rounds = rounds
    try Data("benchmark\n".utf8).write(to: URL(fileURLWithPath: passphrase))
  }

  func run(_ counts: [Int]) throws {
    for count in counts { try run(count) }
  }

  private func run(_ count: Int) throws {
    guard try Child([Child.itself, "mixed", String(count)]).status == 0 else {
      throw ChildError.notStarted("mixed")
    }
    let path = MixedVault.path(in: folder, records: count)
    let isUnlocked =
      try Child(open(path) + ["unlock", "--for", "1h", "--no-input"]).status == 0
    defer { _ = try? Child([program, "--vault", path, "lock"]) }
    let keepass = try KeePass(in: folder)
    let derivation = isUnlocked ? 0 : try derivation()
    let start = isUnlocked ? [program, "--vault", path] : open(path)
    let commands = Self.commands.filter { hasCommand($0) }

    var ours = [[Child]](repeating: [], count: commands.count)
    var theirs: [Child] = []
    for round in 0..<rounds {
      let places = round.isMultiple(of: 2) ? Array(commands.indices) : commands.indices.reversed()
      for place in places {
        let words = commands[place] + ["--today", "2026-11-21", "--no-input"]
        ours[place].append(try Child(start + words))
      }
      if let keepass { theirs.append(try Child(keepass.listing)) }
    }

    let words = isUnlocked ? "unlocked" : "no key ring here: less the derivation of the key"
    print("\(count) records, \(words)")
    let most = count <= 10_000 ? 80.0 : 250.0
    let ls = median(theirs.map(\.seconds)) * 1000
    for (command, children) in zip(commands, ours) {
      let time = (median(children.map(\.seconds)) - derivation) * 1000
      let least = ((children.map(\.seconds).min() ?? 0) - derivation) * 1000
      let processor = (median(children.map(\.processor)) - derivation) * 1000
      let failed = children.contains { $0.status != 0 }
      let name = (["netvault"] + command).joined(separator: " ")
      var more = "least \(Report.number(least)) ms, processor \(Report.number(processor)) ms"
      if keepass != nil { more += "; \(Report.number(time / ls)) x keepassxc-cli" }
      if failed { more += "; IT DID NOT END WELL" }
      Report.line(name, time, "ms", .atMost(most), more)
    }
    let peak = ours.joined().map(\.peak).max() ?? 0
    Report.line("largest memory of these", Double(peak) / 1e6, "MB", .atMost(120))
    if keepass == nil {
      print("keepassxc-cli is not here: nothing to compare with")
    } else {
      let more = "least \(Report.number((theirs.map(\.seconds).min() ?? 0) * 1000)) ms"
      Report.line("keepassxc-cli ls, a small database", ls, "ms", nil, more)
    }
  }

  private func open(_ path: String) -> [String] {
    [program, "--vault", path, "--passphrase-file", passphrase]
  }

  private func hasCommand(_ words: [String]) -> Bool {
    guard let name = words.first else { return true }
    return (try? Child([program, name, "--help"]))?.status == 0
  }

  /// What deriving the key takes, seen on a vault with nothing in it.
  private func derivation() throws -> Double {
    let empty = try MixedVault(in: folder, records: 0)
    var times: [Double] = []
    for _ in 0..<rounds {
      let opened = try Child(open(empty.path) + ["list", "--no-input"]).seconds
      times.append(opened - (try Child([program, "--version"]).seconds))
    }
    return median(times)
  }
}

/// A password database of KeePassXC with a few entries, opened with a key file, as fast as it can be.
private struct KeePass {
  let listing: [String]

  /// Nil where the program is not there.
  init?(in folder: String) throws {
    let (key, database) = (folder + "/small.key", folder + "/small.kdbx")
    let program = "keepassxc-cli"
    guard (try? Child([program, "--version"]))?.status == 0 else { return nil }
    try? FileManager.default.removeItem(atPath: database)
    try Data((0..<64).map { UInt8($0) }).write(to: URL(fileURLWithPath: key))
    // A tenth of a second for its key derivation is the least that it takes.
    let made = try Child([program, "db-create", "--set-key-file", key, "-t", "100", database])
    guard made.status == 0 else { return nil }
    for number in 0..<10 {
      _ = try Child([
        program, "add", "--no-password", "-k", key, database, "entry \(number)", "-u", "ana",
      ])
    }
    listing = [program, "ls", "--no-password", "-k", key, database]
  }
}
