/// `doctor --repair`: what a damaged vault still holds, saved into a new file beside it.
internal import Console
internal import Glibc
internal import JSON
internal import Records
internal import Sealing
internal import Vault

struct Repairing {
  let talk: Talk
  let path: String
  /// Where to save it; nil for a name beside the vault.
  let output: String?

  func run() throws -> Exit {
    let damaged = try talk.open(.salvage, at: path, comparing: false)
    guard let file = damaged.file else { throw Problem.noVaultYet }
    defer { try? damaged.close() }
    if try isSound(file) { throw Problem.nothingToRepair }
    let target = try freeName()
    try checkSpace()
    guard !talk.options.dryRun else {
      talk.terminal.say("What can be read would be saved to \(target). Nothing was changed.")
      return .done
    }
    let half = HalfFile(target)
    var progress = ProgressLines("Saving what can be read", on: talk.terminal)
    let report: RepairReport
    do {
      report = try Vault.repair(file, at: path, to: target, at: talk.now) { done, total in
        progress.tick(done, of: total)
      }
    } catch VaultError.file(.noSpace) {
      throw FreeSpace.problem(at: target)
    }
    progress.end()
    let saved = try Vault.open(try file.openSibling(at: half.path))
    let verified = try Verify.check(saved, "Checking what was saved", talk)
    try saved.close()
    guard verified.isSound else {
      unsafe unlink(target)
      throw Problem.internalError(report: nil)
    }
    talk.terminal.device.setStopped(.someSaved)
    tell(report, target)
    return report.isComplete ? .done : .partsSkipped
  }

  /// A vault in which everything can be read needs no repair.
  private func isSound(_ file: SealedFile) throws -> Bool {
    guard let whole = try? file.openSibling(at: path), let vault = try? Vault.open(whole) else {
      return false
    }
    defer { try? vault.close() }
    return try Verify.check(vault, "Looking for damage", talk).isSound
  }

  /// `ana.vault.repaired`: a name that no list of vaults shows.
  private func freeName() throws(Problem) -> String {
    if let given = output {
      var status = stat()
      guard unsafe lstat(given, &status) != 0 else { throw ExistingFile.problem(given) }
      return given
    }
    var number = 1
    while true {
      let name = "\(path).repaired" + (number == 1 ? "" : "-\(number)")
      var status = stat()
      if unsafe lstat(name, &status) != 0 { return name }
      number += 1
    }
  }

  private func checkSpace() throws(Problem) {
    var status = stat()
    let folder = Checkup.folder(of: output ?? path)
    guard unsafe stat(path, &status) == 0, let free = FreeSpace.bytes(in: folder) else { return }
    let needed = UInt64(status.st_size)
    guard free < needed else { return }
    throw .noSpace(
      free: FreeSpace.words(free), needed: FreeSpace.words(needed), again: "this", place: folder)
  }

  private func tell(_ report: RepairReport, _ target: String) {
    if talk.options.json { talk.answer(json: json(report, target)) }
    talk.terminal.say(
      "Saved: \(Listing.count(report.records, "record")) with "
        + "\(Listing.count(report.versions, "version")), and "
        + "\(Listing.count(report.files, "file")).")
    for line in lost(report) { talk.terminal.say(Styled(line)) }
    if report.isComplete, report.lostSaves == 0 { talk.terminal.say("Nothing is lost.") }
    talk.terminal.say("The saved vault is \(target). The damaged one was not touched.")
    talk.terminal.say("Look at it: netvault --vault \(target) list")
    talk.terminal.say("Put it in place: netvault --vault \(path) backup open \(target) --restore")
    if let day = LastBackup.day(ofVaultAt: path) {
      talk.terminal.say("Your last backup is from \(day). It may hold what is lost here.")
    }
  }

  /// What is lost, by kind and date.
  private func lost(_ report: RepairReport) -> [String] {
    var lines: [String] = []
    func list(_ records: [VerifyReport.DamagedRecord], _ words: String) {
      guard !records.isEmpty else { return }
      // Those of which no kind and no day is known are only counted.
      let named = records.filter { $0.kind != nil }
      var names = named.prefix(20).map { Verify.words($0) }
      let more = records.count - names.count
      if more > 0 { names.append(Listing.count(more, named.isEmpty ? "record" : "more record")) }
      lines.append("\(words): \(names.joined(separator: ", ")).")
    }
    list(report.lostRecords, "Lost")
    list(report.olderRecords, "Saved as they were before the last change")
    if report.lostVersions > 0 {
      lines.append("Lost: \(Listing.count(report.lostVersions, "older or newer version")).")
    }
    if report.missingSaves > 0 {
      lines.append(
        "The file is cut off. Saves that are missing at its end: \(report.missingSaves).")
    }
    if report.lostSaves > 0 {
      lines.append(
        "Saves that lost their mark: \(report.lostSaves). What they held was looked for, "
          + "and may not be complete.")
    }
    if report.lostFiles > 0 { lines.append("Lost: \(Listing.count(report.lostFiles, "file")).") }
    if report.lostChanges > 0 {
      lines.append(
        "Of \(Listing.count(report.lostChanges, "change")) the day is not known any more.")
    }
    if report.isOwnerLost {
      lines.append("Lost: whose vault it is. Write it: netvault edit person")
    }
    return lines
  }

  private func json(_ report: RepairReport, _ target: String) -> JSONValue {
    func list(_ records: [VerifyReport.DamagedRecord]) -> JSONValue {
      .array(
        records.map { record in
          [
            "kind": record.kind.map { .string($0.rawValue) } ?? .null,
            "date": record.date.map { .string($0) } ?? .null,
          ]
        })
    }
    return [
      "format": RecordsJSON.format, "saved": .string(target),
      "records": .number(String(report.records)), "versions": .number(String(report.versions)),
      "files": .number(String(report.files)), "lost": list(report.lostRecords),
      "older": list(report.olderRecords), "lostVersions": .number(String(report.lostVersions)),
      "lostFiles": .number(String(report.lostFiles)),
      "lostChanges": .number(String(report.lostChanges)),
      "lostSaves": .number(String(report.lostSaves)),
      "missingSaves": .number(String(report.missingSaves)),
      "ownerLost": .bool(report.isOwnerLost),
    ]
  }
}
