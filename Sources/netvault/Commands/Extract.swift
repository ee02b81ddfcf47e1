internal import ArgumentParser
internal import Console
internal import Glibc
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault extract`: writes files that are kept in the vault to a folder.
struct Extract: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the files of a record to a folder, as they came.",
    discussion: """
      Examples:
        netvault extract 3                       into this folder
        netvault extract lobectomy -o ~/papers   into another one
        netvault extract 3 --file 2 -o scan.jpg
        netvault extract --kept 1                by its number in netvault attach --list

      What is written is not locked: whoever can open the folder can read it.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("Only this file of the record.", valueName: "number"))
  var file: Int?

  @Option(
    help: ArgumentHelp("A file by its number in netvault attach --list.", valueName: "number"))
  var kept: Int?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where to write.", valueName: "file-or-folder"),
    completion: .file())
  var output: String?

  @Flag(help: "Write over a file that is there.")
  var replace = false

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let files = try chosen(vault, talk)
    let places = try places(for: files)
    guard !options.dryRun else {
      for (file, path) in zip(files, places) {
        talk.terminal.say(
          Styled("Would be written: \(path) (\(FileName.size(file.length)))."))
      }
      talk.terminal.say("Nothing was written.")
      return .done
    }
    let copying = CopyOut(vault: vault, talk: talk)
    for (file, path) in zip(files, places) {
      try copying.write(file, to: path, replacing: replace)
      talk.terminal.device.setStopped(.someSaved)
      talk.terminal.say(Styled("Written: \(path) (\(FileName.size(file.length)))."))
    }
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format,
          "files": .array(
            zip(files, places).map { file, path in
              [
                "path": .string(path), "sha256": .string(file.sha256),
                "length": .number(String(file.length)),
              ]
            }),
        ])
    }
    talk.terminal.say(
      "\(files.count == 1 ? "It is" : "They are") not locked. Delete what you do not need.")
    return .done
  }

  private func chosen(_ vault: Vault, _ talk: Talk) throws -> [Attachment] {
    guard let kept else {
      let record = try Choosing(talk: talk, vault: vault).record(what)
      return try RecordFiles(record, vault).chosen(file)
    }
    let all = try vault.attachments()
    guard !all.isEmpty else { throw Problem.nothingKept }
    guard all.indices.contains(kept - 1) else {
      throw Problem.noSuchFileNumber(kept, of: all.count, flag: "kept")
    }
    return [all[kept - 1]]
  }

  /// Where each file goes. Two of the same name get numbers.
  private func places(for files: [Attachment]) throws(Problem) -> [String] {
    var status = stat()
    if let output {
      let isFolder = unsafe stat(output, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      guard isFolder else {
        guard files.count == 1, !output.hasSuffix("/") else { throw .needsFolder(output) }
        return [output]
      }
    }
    let folder = output.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? ""
    var taken: Set<String> = []
    return files.map { file in
      let name = FileName.forOutput(file)
      var free = name
      var number = 2
      while !taken.insert(free).inserted {
        free = FileName.numbered(name, number)
        number += 1
      }
      return folder + free
    }
  }
}
