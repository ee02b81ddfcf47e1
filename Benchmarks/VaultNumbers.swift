internal import Foundation
internal import Sealing
internal import Vault

/// What a vault of some size costs: to open, to edit, to compact, to verify.
struct VaultNumbers {
  let folder: String

  /// From opening with the master key, as an unlocked key ring gives it, to the first row of a list.
  func opening(_ counts: [Int]) throws {
    var medians: [Double] = []
    for count in counts {
      let vault = try BigVault("many", in: folder, records: count)
      let holder = try SealedFile.open(
        at: vault.path, passphrase: BigVault.passphrase, mode: .read)
      var times: [Double] = []
      for _ in 0..<15 {
        times.append(
          try seconds {
            let file = try holder.openSibling(at: vault.path, mode: .read)
            let open = try Vault.open(file)
            try open.eachListed(ListQuery()) { _ in false }
            try open.close()
          })
      }
      try holder.close()
      medians.append(median(times))
      let more = "\(vault.size >> 20) MiB, least \(Report.number((times.min() ?? 0) * 1000)) ms"
      Report.line(
        "open to the first row, \(count) records", median(times) * 1000, "ms",
        count == 100_000 ? .atMost(15) : nil, more)
    }
    if medians.count > 1 {
      Report.line("the same, last divided by first", medians[1] / medians[0], "x", .atMost(2))
    }
  }

  /// Single edits, each a transaction of its own, in one session.
  func editing(_ edits: Int) throws {
    let vault = try BigVault("edits", in: folder, records: 13_000)
    let open = try vault.open()
    let start = Child.now()
    var most = 0.0
    for index in 0..<edits {
      try open.apply(
        Change(
          "edit", at: BigVault.now,
          steps: [.update(BigVault.result(1 + index * 7919 % 13_000, version: 1 + index))]))
      if index % 50 == 0, let facts = open.file?.facts {
        let bound = 2 * Double(facts.liveBytes) + Double(4 << 20)
        most = max(most, Double(vault.size) / bound)
      }
    }
    let each = (Child.now() - start) / Double(edits)
    guard let facts = open.file?.facts else { return }
    let bound = 2 * Double(facts.liveBytes) + Double(4 << 20)
    Report.line(
      "size after \(edits) edits ÷ (2 x live + 4 MiB)", Double(vault.size) / bound, "",
      .atMost(1), "\(vault.size >> 20) MiB, live \(facts.liveBytes >> 20) MiB")
    Report.line(
      "largest of it during the session", most, "", .atMost(1),
      "\(Report.number(each * 1e6)) us an edit")
    try open.close()
    Report.line("after closing, MiB", Double(vault.size) / 1_048_576, "", nil)
  }

  /// Compaction, verification and, with the program, a backup of a vault of records and kept files.
  func copying(files: Int, program: String? = nil) throws {
    let vault = try BigVault("kept", in: folder, records: 1000, files: files)
    let open = try vault.open()
    guard let file = open.file else { return }
    var compact: [Double] = []
    var frames: [Double] = []
    var whole: [Double] = []
    for _ in 0..<5 {
      let megabytes = Double(file.facts.liveBytes) / 1e6
      compact.append(megabytes / (try seconds { try file.compact() }))
      frames.append(megabytes / (try seconds { _ = try file.checkEveryFrame() }))
      whole.append(megabytes / (try seconds { _ = try open.verify() }))
    }
    try open.close()
    let more = "\(vault.size / 1_000_000) MB"
    Report.line("compaction", median(compact), "MB/s", .atLeast(300), more)
    Report.line("every frame", median(frames), "MB/s", .atLeast(1000), more)
    Report.line("verify, all of it", median(whole), "MB/s", .atLeast(1000), more)
    guard let program else { return }
    let passphrase = folder + "/passphrase-of-kept"
    try Data("benchmark\n".utf8).write(to: URL(fileURLWithPath: passphrase))
    let target = folder + "/backups"
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    var backup: [Double] = []
    for _ in 0..<5 {
      let child = try Child([
        program, "--vault", vault.path, "--passphrase-file", passphrase, "backup", target,
        "--no-input",
      ])
      guard child.status == 0 else { throw ChildError.notStarted("backup") }
      backup.append(Double(vault.size) / 1e6 / child.seconds)
    }
    try FileManager.default.removeItem(atPath: target)
    Report.line(
      "backup, written and read back by the program", median(backup), "MB/s", .atLeast(300), more)
  }
}
