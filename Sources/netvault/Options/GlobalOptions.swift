/// The flags that every command takes, before or after its name.
internal import ArgumentParser

struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The vault: a file, or the name of one of yours.", valueName: "name-or-file"),
    completion: .file(extensions: ["vault"])
  )
  var vault: String?

  @Option(
    help: ArgumentHelp("Read the passphrase from the first line of a file.", valueName: "file"),
    completion: .file())
  var passphraseFile: String?

  @Option(
    name: .customLong("passphrase-fd"),
    help: ArgumentHelp("Read the passphrase from an open file descriptor.", valueName: "number"))
  var passphraseDescriptor: Int32?

  @Option(
    help: ArgumentHelp(
      "Read the passphrase from what a program writes. No shell is used.", valueName: "command"))
  var passphraseCommand: String?

  @Flag(help: "Answer in JSON, for other programs.")
  var json = false

  @Flag(help: "One record per line, with tabs between.")
  var plain = false

  @Flag(help: "Ask nothing: say what is missing, and stop.")
  var noInput = false

  @Flag(help: "No colors.")
  var noColor = false

  @Flag(help: "For screen readers and braille: no columns, nothing redrawn.")
  var accessible = false

  @Flag(help: "Show long answers at once, not a screen at a time.")
  var noPager = false

  @Flag(name: .shortAndLong, help: "Say only what was asked for, and errors.")
  var quiet = false

  @Flag(name: [.customShort("n"), .long], help: "Say what would change, and change nothing.")
  var dryRun = false

  @Flag(help: "Answer yes to \"Save?\" and \"Add?\".")
  var yes = false

  @Flag(help: "Go on with a copy of the vault that is older, or that went its own way.")
  var acceptOlder = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who is typing; remembered on this computer.", valueName: "name"))
  var typist: String?

  @Option(help: .hidden)
  var today: String?
}
