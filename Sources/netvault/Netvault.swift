internal import ArgumentParser
internal import Console

/// The root of all commands. Alone, it says where things stand.
struct Netvault: ParsableCommand, TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "netvault",
    abstract: "Keep medical records in one locked file of your own.",
    usage: "netvault [<command>] [<options>]",
    discussion: """
      Examples:
        netvault init                          make your vault
        netvault import hospital-file.json     bring in a file from a hospital
        netvault add result                    type in what no file knows
        netvault export --for "Dr. Lee"        write a summary for a new doctor

      Alone, netvault says where things stand. Nothing is ever sent anywhere.
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(name: "Start", subcommands: [Init.self, PracticeCommand.self]),
      CommandGroup(
        name: "Everyday",
        subcommands: [
          Add.self, List.self, Show.self, Edit.self, Remove.self, Restore.self, Search.self,
          Timeline.self, Undo.self, Bin.self,
        ]),
      CommandGroup(
        name: "Follow-up",
        subcommands: [
          Schedule.self, Results.self, Symptoms.self, Questions.self, Visit.self, Team.self,
          Plan.self, Checklists.self, DueCommand.self, CalendarCommand.self, Reminders.self,
        ]),
      CommandGroup(
        name: "Insurance and support", subcommands: [Insurance.self, SupportCommand.self]),
      CommandGroup(
        name: "Bring in, and give to a doctor",
        subcommands: [Import.self, Attach.self, Extract.self, Detach.self, Export.self]),
      CommandGroup(
        name: "Keep safe",
        subcommands: [Backup.self, Verify.self, History.self, Merge.self, Doctor.self]),
      CommandGroup(
        name: "Keys",
        subcommands: [Passphrase.self, Recover.self, Key.self, Unlock.self, Lock.self]),
      CommandGroup(
        name: "Settings and help",
        subcommands: [Vaults.self, Configure.self, Completions.self, VersionCommand.self]),
      CommandGroup(name: "Topics", subcommands: Topics.all),
    ])

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit { try Standing.show(talk) }
}

enum Version {
  static let number = "0.1.0"
  static let vaultFormat = 1
  static let text = "netvault \(number) (vault format \(vaultFormat))"
}
