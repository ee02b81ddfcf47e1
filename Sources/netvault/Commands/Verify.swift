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
      Example:
        netvault verify

      Exit code 0: all is well. Exit code 13: damage was found.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    var progress = ProgressLines("Checking the vault", on: talk.terminal)
    let report = try vault.verify { _, done, total in progress.tick(done, of: total) }
    progress.end()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "ok": .bool(report.isSound),
          "records": .number(String(report.records)),
          "files": .number(String(report.files)),
        ])
    }
    guard report.isSound else { throw Self.problem(report) }
    talk.terminal.say(
      "All is well: \(Listing.count(report.records, "record")) and "
        + "\(Listing.count(report.files, "file")) read and checked.")
    return .done
  }

  /// What is damaged, by kind and year, and what is not.
  private static func problem(_ report: VerifyReport) -> Problem {
    guard !report.damagedRecords.isEmpty else { return .vaultAltered(lastBackup: nil) }
    let names = report.damagedRecords.prefix(5).map { record in
      let kind = record.kind.map { KindDescription.of($0).one } ?? "record"
      return record.date.map { "1 \(kind) (\($0.prefix(4)))" } ?? "1 \(kind)"
    }
    return .damagedVault(
      unreadable: report.damagedRecords.count, of: report.records,
      what: names.joined(separator: ", "), lastBackup: nil)
  }
}
