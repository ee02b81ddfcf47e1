internal import ArgumentParser
internal import CarePlan
internal import Console
internal import Records
internal import Sealing
internal import Vault

/// `netvault insurance print`: policies, last days, bills to ask about and calls on one sheet.
struct InsurancePrint: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Write policies, last days, bills and calls to a file.",
    discussion: """
      Examples:
        netvault insurance print
        netvault insurance print --large-print
        netvault insurance print --format text -o -

      Whoever helps with the papers can take it along. What is marked private stays out.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @OptionGroup(title: "The sheet") var sheet: SheetOptions

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let desk = try InsuranceDesk(talk: talk, vault: vault, withPrivate: false)
    guard !desk.policies.isEmpty || !desk.records(.claim).isEmpty else {
      throw Problem.noneOfKind("insurance policies", add: "coverage")
    }
    let handout = InsuranceSheet(desk).handout(owner: try vault.ownerName)
    return try sheet.write(handout, named: "insurance", talk)
  }
}
