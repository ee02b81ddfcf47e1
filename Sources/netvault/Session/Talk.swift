/// One command's surroundings: the terminal, the environment, the clock. Read once, here.
internal import Console
internal import FoundationEssentials
internal import JSON
internal import Records
internal import Vault

struct Talk {
  let options: GlobalOptions
  let environment: [String: String]
  let config: Config
  var terminal: Terminal
  let today: PartialDate
  /// An ISO 8601 instant in UTC, to the second.
  let now: String

  init(_ options: GlobalOptions) throws(Problem) {
    self.options = options
    environment = ProcessInfo.processInfo.environment
    config = Config(environment)
    terminal = Terminal.real(options.terminal(config))
    terminal.naming = CommandNaming(vault: options.vault)
    let clock = Clock.read()
    now = clock.now
    guard let given = options.today else {
      today = clock.today
      return
    }
    guard let date = PartialDate(given), date.day != nil else {
      throw .flagValue("today", example: "2026-11-21")
    }
    today = date
  }

  /// Who is typing: a name that was given or is remembered, or the person whose vault it is.
  func who(in vault: Vault) throws -> String {
    try Typist(talk: self, vault: vault).name(asking: true)
  }

  /// Runs `body` and says the vault's errors in words for people.
  func explaining<Result>(_ body: () async throws -> Result) async throws(Problem) -> Result {
    do {
      return try await body()
    } catch let problem as Problem {
      throw problem
    } catch let error as VaultError {
      throw VaultWording.problem(error, path: (try? location()) ?? "")
    } catch {
      throw .internalError(report: nil)
    }
  }

  /// Makes one change of the vault. From here on, Ctrl-C must not say that nothing was changed.
  @discardableResult
  func apply(_ change: Change, to vault: Vault) throws -> Receipt {
    terminal.device.setStopped(.someSaved)
    return try vault.apply(change)
  }

  /// Prints JSON and a line end.
  func answer(json value: JSONValue) {
    terminal.write(value.write() + [UInt8(ascii: "\n")])
  }
}

extension GlobalOptions {
  func terminal(_ config: Config) -> TerminalOptions {
    TerminalOptions(
      color: noColor ? false : nil, isAccessible: accessible ? true : nil, isQuiet: quiet,
      noInput: noInput, json: json, plain: plain, assumesYes: yes, noPager: noPager,
      configuredColor: config.color, configuredAccessible: config.isAccessible)
  }
}
