internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault team`: who helps, and how to reach them by day and by night.
struct Team: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show your doctors, nurses, pharmacy and family.",
    discussion: """
      Examples:
        netvault team
        netvault team add --name "Dr. Lee" --role "medical oncologist" --phone 555-0134
        netvault team edit okafor --phone-night 555-0199
        netvault team remove okafor
      """,
    subcommands: [TeamList.self, TeamAdd.self, TeamEdit.self, TeamRemove.self],
    defaultSubcommand: TeamList.self)
}

/// `netvault team list`, which need not be written out.
struct TeamList: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show everybody who helps, with phones day and night.",
    discussion: """
      Examples:
        netvault team list
        netvault team list --plain
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let people = try vault.records(of: .teamMember).filter { !$0.isRetracted }
    guard !people.isEmpty else { throw Problem.noneOfKind("team members", add: "team-member") }
    if options.json {
      talk.answer(json: RecordsJSON.list(people))
      return .done
    }
    TeamView(talk: talk).show(people, vault: try talk.location())
    return .done
  }
}

struct TeamAdd: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add somebody who helps.",
    usage: "netvault team add [--FIELD VALUE ...] [<options>]",
    discussion: """
      Examples:
        netvault team add
        netvault team add --name "Jonas" --relation son --phone 555-0111

      It asks the same as netvault add team-member, and takes the same flags.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    try await Passing.add(KindTags.TeamMember.self, arguments, options, talk)
  }
}

struct TeamEdit: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what is known of somebody who helps.",
    usage: "netvault team edit <who> [--FIELD VALUE ...] [<options>]",
    discussion: """
      Examples:
        netvault team edit okafor
        netvault team edit okafor --phone-night 555-0199
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    try await Passing.edit(.teamMember, arguments, options, talk)
  }
}

struct TeamRemove: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Put somebody who helps in the bin.",
    discussion: """
      Example:
        netvault team remove okafor
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "who"))
  var who: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    var remove = try Remove.parse([])
    remove.options = options
    remove.what = Passing.words(who, of: .teamMember)
    return try remove.perform(talk)
  }
}
