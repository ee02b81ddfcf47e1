internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault verify`: reads and checks everything, and changes nothing.
struct Verify: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check every record and attachment. Changes nothing.",
    discussion: """
      Examples:
        netvault verify                                    the vault
        netvault verify /media/usb/ana-2026-11-21.vault    a backup

      Exit code 0: all is well. Exit code 13: damage was found.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A backup. Without it: the vault.", valueName: "backup"))
  var backup: String?

  func perform(_ talk: Talk) throws -> Exit {
    let vault =
      try backup.map { try talk.open(.read, at: $0, comparing: false) } ?? talk.open(.read)
    let path = try backup ?? talk.location()
    let report = try Self.check(vault, "Checking the \(backup == nil ? "vault" : "backup")", talk)
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "ok": .bool(report.isSound),
          "records": .number(String(report.records)),
          "files": .number(String(report.files)),
          "damagedRecords": .number(String(report.damagedRecords.count)),
          "damagedFiles": .number(String(report.damagedFiles.count)),
          "damagedVersions": .number(String(report.damagedVersions)),
          "damagedPages": .number(String(report.damagedPages)),
        ])
    }
    guard report.isSound else { throw Self.problem(report, path) }
    talk.terminal.say(
      "All is well: \(Listing.count(report.records, "record")) and "
        + "\(Listing.count(report.files, "file")) read and checked.")
    return .done
  }

  /// Reads everything, and says how far it is.
  static func check(_ vault: Vault, _ work: String, _ talk: Talk) throws -> VerifyReport {
    var progress = ProgressLines(work, on: talk.terminal)
    let report = try vault.verify { _, done, total in progress.tick(done, of: total) }
    progress.end()
    return report
  }

  /// What is damaged, by kind and year, and what is not.
  static func problem(_ report: VerifyReport, _ path: String) -> Problem {
    let lastBackup = LastBackup.day(ofVaultAt: path)
    guard !report.damagedRecords.isEmpty else { return .vaultAltered(lastBackup: lastBackup) }
    let names = report.damagedRecords.prefix(5).map { words($0) }
    return .damagedVault(
      unreadable: report.damagedRecords.count, of: report.records,
      what: names.joined(separator: ", "), lastBackup: lastBackup)
  }

  /// A record by its kind and year.
  static func words(_ record: VerifyReport.DamagedRecord) -> String {
    let kind = record.kind.map { KindDescription.of($0).one } ?? "record"
    return record.date.map { "1 \(kind) (\($0.prefix(4)))" } ?? "1 \(kind)"
  }
}
