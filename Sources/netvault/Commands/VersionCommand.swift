internal import ArgumentParser
internal import Console
internal import JSON

/// `netvault version`: the version, the file format, and whose work is in the program.
struct VersionCommand: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Show version, file format and licenses.",
    discussion: """
      Example:
        netvault version
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    if options.json {
      talk.answer(json: [
        "format": RecordsJSON.format, "version": .string(Version.number),
        "vaultFormat": .number(String(Version.vaultFormat)),
        "parts": .array(
          LicenseText.parts.map {
            ["name": .string($0.name), "license": .string($0.license), "by": .string($0.by)]
          }),
      ])
      return .done
    }
    let parts = LicenseText.parts.map { part -> HelpScreen.Part in
      .pair(name: part.name, words: "\(part.license), \(part.by)")
    }
    let screen =
      HelpScreen([.heading(Version.text)]) + HelpScreen(LicenseText.own) + HelpScreen(parts)
      + HelpScreen(LicenseText.where)
    screen.write(to: talk.terminal)
    return .done
  }
}
