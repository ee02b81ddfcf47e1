/// netvault: a locked file of one person's medical records, and what to do with it.
internal import ArgumentParser
internal import Console
internal import FoundationEssentials
internal import Glibc
internal import Sealing

/// All of it runs on the main thread, which has the largest stack.
@main
@MainActor
enum Main {
  static func main() async {
    _ = hardenProcess()
    boundMemory()
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(await run(arguments).code)
  }

  /// Runs one command line, and says what went wrong in words. Nothing else writes errors.
  static func run(_ arguments: [String]) async -> Exit {
    if arguments == ["--experimental-dump-help"] { return CommandReference.write() }
    let terminal = Terminal.real(GlobalOptions.talking(arguments))
    do {
      let request = HelpRequest(arguments)
      if let request, request.topic == nil {
        terminal.greet()
        return try await show(try request.screen(), on: terminal)
      }
      var command = try Netvault.parseAsRoot(request?.topic ?? arguments)
      if let command = command as? any TalkingCommand {
        return try await command.perform()
      }
      try command.run()
      return .done
    } catch let problem as Problem {
      terminal.report(problem)
      return problem.exit
    } catch {
      return await explain(error, arguments, terminal)
    }
  }

  /// What the argument parser throws: help and version are answers, the others are problems.
  private static func explain(
    _ error: any Error, _ arguments: [String], _ terminal: Terminal
  ) async -> Exit {
    terminal.greet()
    do throws(Problem) {
      switch ParserAnswer(error, arguments) {
      case .help(let command):
        return try await show(HelpPages.screen(of: command), on: terminal)
      case .text(let text):
        terminal.answer(Styled(text))
        try terminal.finish()
        return .done
      case .problem(let problem): throw problem
      }
    } catch {
      terminal.report(error)
      return error.exit
    }
  }

  private static func show(
    _ screen: HelpScreen, on terminal: Terminal
  ) async throws(Problem) -> Exit {
    screen.write(to: terminal)
    await terminal.page(.of(ProcessInfo.processInfo.environment))
    try terminal.finish()
    return .done
  }
}

extension Pager {
  /// The pager that the environment names, looked for along PATH.
  static func of(_ environment: [String: String]) -> Pager? {
    Pager(environment: environment) { Editor.resolve($0, path: environment["PATH"] ?? "") }
  }
}

/// A command that talks. It returns how it ended; what goes wrong is thrown as a `Problem`.
protocol TalkingCommand: ParsableCommand {
  var options: GlobalOptions { get }
  func perform(_ talk: Talk) async throws -> Exit
}

extension TalkingCommand {
  func perform() async throws -> Exit {
    let talk = try Talk(options)
    talk.terminal.greet()
    let exit: Exit
    do throws(Problem) {
      exit = try await talk.explaining { try await perform(talk) }
    } catch {
      await talk.terminal.page(.of(talk.environment))
      // What was answered before it went wrong is shown, and above the words for it.
      _ = talk.terminal.device.flush()
      throw error
    }
    await talk.terminal.page(.of(talk.environment))
    try talk.terminal.finish()
    return exit
  }
}
