/// netvault: a locked file of one person's medical records, and what to do with it.
internal import ArgumentParser
internal import Console
internal import Glibc
internal import Sealing

/// All of it runs on the main thread, which has the largest stack.
@main
@MainActor
enum Main {
  static func main() async {
    _ = hardenProcess()
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(await run(arguments).code)
  }

  /// Runs one command line, and says what went wrong in words. Nothing else writes errors.
  static func run(_ arguments: [String]) async -> Exit {
    let terminal = Terminal.real(GlobalOptions.talking(arguments))
    do {
      var command = try Netvault.parseAsRoot(arguments)
      if let command = command as? any TalkingCommand {
        return try await command.perform()
      }
      try command.run()
      return .done
    } catch let problem as Problem {
      terminal.report(problem)
      return problem.exit
    } catch {
      return explain(error, arguments, terminal)
    }
  }

  /// Errors of the argument parser: help and version are answers, the others are problems.
  private static func explain(
    _ error: any Error, _ arguments: [String], _ terminal: Terminal
  ) -> Exit {
    let code = Netvault.exitCode(for: error)
    if code.isSuccess {
      terminal.write(Array((Netvault.fullMessage(for: error) + "\n").utf8))
      try? terminal.finish()
      return .done
    }
    terminal.report(UsageProblem.of(Netvault.message(for: error), arguments))
    return .usage
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
    let exit = try await talk.explaining { try await perform(talk) }
    try talk.terminal.finish()
    return exit
  }
}
