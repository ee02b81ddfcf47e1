/// The flags of every command that writes a sheet to print.
internal import ArgumentParser
internal import Console
internal import JSON
internal import Writing

struct SheetOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html
    case text
  }

  @Option(help: "A page for any browser in large type, or plain text.")
  var format = Format.html

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where to; - prints it.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that is already there.")
  var replace = false

  @Flag(help: "Still larger letters.")
  var largePrint = false

  /// Writes the sheet, and says where it is. The file's name says nothing of anybody.
  func write(_ handout: some Sheet, named name: String, _ talk: Talk) throws -> Exit {
    let path = output ?? "\(name)-\(talk.today).\(format == .html ? "html" : "txt")"
    let text = format == .html ? handout.page(isLargePrint: largePrint) : handout.text
    guard !talk.options.dryRun else {
      talk.terminal.say("\(path) would be written. Nothing was written.")
      return .done
    }
    if path == "-" {
      talk.terminal.write(Array(text.utf8))
      return .done
    }
    try OutputFile.write(Array(text.utf8), to: path, replacing: replace)
    if talk.options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "written": .string(path),
          "bytes": .number(String(text.utf8.count)),
        ])
    }
    talk.terminal.say("Written: \(path)")
    talk.terminal.say("This file is not locked. Anyone who has it can read it.")
    talk.terminal.say(
      format == .html ? "Next: open it in a browser and print it." : "Next: print it.")
    return .done
  }
}

/// What can be written as a page and as plain text.
protocol Sheet {
  func page(isLargePrint: Bool) -> String
  var text: String { get }
}

extension Handout: Sheet {}
