internal import Foundation
internal import JSON
import Testing

/// Words that stand for secrets go through everything that the program does, and then are looked
/// for everywhere.
@Suite struct `What a person wrote` {
  private let desk: Desk
  private let name = Canary("the name")
  private let secret = Canary("the passphrase")
  private let typed = Canary("a typed note")
  private let imported = Canary("an imported fact")
  private let attached = Canary("an attached letter")
  private let edited = Canary("a form")
  private let abandoned = Canary("an answer that was never saved")
  private let broken = Canary("a damaged file")
  private let hunt: CanaryHunt

  init() throws {
    desk = try Desk()
    hunt = CanaryHunt([name, secret, typed, imported, attached, edited, abandoned, broken])
    try Data("\(secret.word) plain words\n".utf8).write(to: URL(filePath: desk.passphrase))
  }

  private func run(_ words: String...) throws -> Outcome {
    let outcome = try desk.netvault(words)
    #expect(outcome.exit == .done, "\(outcome)")
    return outcome
  }

  private func makeVault() throws {
    _ = try run("init", "--name", "Ana \(name.word)", "--no-input", "--kdf-cost", "14")
  }

  /// The temporary folders of the system, the home and the folder of the vault.
  private func expectNowhere(
    _ hunt: inout CanaryHunt, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for folder in ["/tmp", "/var/tmp", "/dev/shm", desk.folder.path] {
      hunt.look(inFolder: folder)
    }
    #expect(hunt.found.isEmpty, sourceLocation: sourceLocation)
  }

  private func hospitalFile() throws -> String {
    let letter = Data("Dear Dr. Lee, \(attached.word)".utf8).base64EncodedString()
    let many = (0..<300).map {
      Fixture.marker(id: "m\($0)", date: "2025-05-12", value: "\($0)")
        .replacing("Chromogranin A", with: "Test \($0) \(imported.word)")
    }
    return Fixture.bundle(
      many + [
        Fixture.allergy(id: "a1", to: imported.word),
        #"{"resourceType":"DocumentReference","id":"d1","status":"current","#
          + #""type":{"text":"Letter"},"content":[{"attachment":{"contentType":"text/plain","#
          + #""title":"letter.txt","data":"\#(letter)"}}]}"#,
      ])
  }

  @Test func `is found nowhere in clear once the program has ended`() throws {
    var hunt = hunt
    try makeVault()
    let copy = desk.path("copy.vault")
    try FileManager.default.copyItem(atPath: desk.vault, toPath: copy)
    let file = try desk.write("hospital.json", try hospitalFile())
    hunt.known = [file, desk.passphrase]
    _ = try run("import", file, "--yes")
    _ = try run("add", "note", "--text", "about \(typed.word)")
    #expect(try run("search", typed.word).out.contains(typed.word), "the search index has it")
    _ = try run("list", "results")
    _ = try run("list", "--json")
    _ = try run("edit", typed.word, "--text", "now \(typed.word) and \(edited.word)")
    _ = try run("remove", edited.word, "--yes")
    _ = try run("undo")
    _ = try run("history")
    _ = try run("reminders", "on", "--yes")
    _ = try run("add", "visit", "--what", typed.word, "--date", "2099-01-01", "--no-input")
    _ = try run("checklist", "add", "travel", typed.word, "--owner", typed.word)
    _ = try run("checklist", "travel")
    _ = try run("due", "--within", "99y")
    _ = try run("calendar", "-o", desk.path("mine.ics"))
    // A summary is in clear by design; it is the person's to keep or to delete.
    let paper = desk.path("paper.html")
    _ = try run("export", "--for", "Dr. Lee", "--output", paper, "--yes")
    let page = try Data(contentsOf: URL(filePath: paper))
    #expect(imported.isIn(page) || name.isIn(page), "a page can be read")
    try FileManager.default.removeItem(atPath: paper)
    let elsewhere = try desk.alone([
      "--vault", copy, "--passphrase-file", desk.passphrase, "add", "note", "--text",
      "elsewhere \(typed.word)", "--accept-older", "--no-input",
    ])
    #expect(elsewhere.exit == .done, "\(elsewhere)")
    _ = try run("merge", copy, "--both", "--yes", "--accept-older")
    try FileManager.default.createDirectory(
      atPath: desk.path("stick"), withIntermediateDirectories: false)
    _ = try run("backup", desk.path("stick"))
    _ = try desk.netvault("doctor")
    _ = try run("verify")
    expectNowhere(&hunt)
    print("check: canaries: \(hunt.canaries.count) looked for in \(hunt.files) files: none found")
  }

  @Test func `does not get into errors about a damaged file`() throws {
    var hunt = hunt
    try makeVault()
    let file = try desk.write(
      "broken.json", String(try hospitalFile().dropLast(40)) + #""\#(broken.word)":{"#)
    hunt.known = [file, desk.passphrase]
    let outcome = try desk.netvault("import", file, "--yes")
    #expect(outcome.exit != .done)
    for canary in hunt.canaries {
      #expect(!canary.isIn(Data((outcome.out + outcome.err).utf8)), "\(outcome)")
    }
    expectNowhere(&hunt)
  }

  @Test func `lies in memory while an editor has it, and nowhere after that`() throws {
    var hunt = hunt
    try makeVault()
    _ = try run("add", "note", "--text", "about \(typed.word)")
    // It says where the form is, adds a line, and waits.
    let editor = try desk.write(
      "editor",
      "#!/bin/sh\nsed -i 's/\(typed.word)/& \(edited.word)/' \"$1\"\n"
        + "echo \"$1\" > \(desk.path("where"))\n"
        + "while [ ! -e \(desk.path("go-on")) ]; do sleep 0.05; done\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: editor)
    hunt.known = [editor, desk.passphrase]
    var environment = desk.environment
    environment["EDITOR"] = editor
    let terminal = try Terminal(
      [
        "--vault", desk.vault, "--passphrase-file", desk.passphrase, "edit", typed.word, "--editor",
      ],
      environment: environment, in: desk.folder)
    let place = try waitFor(desk.path("where")).trimmingCharacters(in: .newlines)
    #expect(place.hasPrefix("/dev/shm/"), "in memory: \(place)")
    #expect(typed.isIn(try Data(contentsOf: URL(filePath: place))))
    let attributes = try FileManager.default.attributesOfItem(atPath: place)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    for folder in ["/tmp", "/var/tmp", desk.folder.path] { hunt.look(inFolder: folder) }
    #expect(hunt.found.isEmpty, "only in memory while the editor is open")
    _ = try desk.write("go-on", "")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: place))
    expectNowhere(&hunt)
  }

  @Test func `is not in the files of the process, and a crash leaves no core file`() throws {
    var hunt = hunt
    hunt.known = [desk.passphrase]
    try makeVault()
    for number in [SIGSEGV, SIGABRT, SIGBUS, SIGKILL] {
      let words = [
        Program.path, "--vault", desk.vault, "--passphrase-file", desk.passphrase, "add", "note",
      ]
      // As large a core as the system gives, into this folder if the system's pattern says so.
      let terminal = try Terminal(
        ["-c", "ulimit -c unlimited; exec \"$@\"", "sh"] + words, environment: desk.environment,
        in: desk.folder, program: "/bin/sh")
      // From the second time on there is a draft of the first.
      if try terminal.wait(forAny: ["Choose [1]", "write down?"]) == 0 {
        terminal.type("throw it away")
        try terminal.wait(for: "write down?")
      }
      terminal.type(abandoned.word)
      try terminal.wait(for: abandoned.word)
      try terminal.wait(for: "?")
      #expect(hunt.look(inProcess: terminal.id) > 5)
      kill(terminal.id, number)
      let outcome = try terminal.finish()
      #expect(outcome.signal.map { $0 & 0x7f } == number, "\(outcome)")
      // The kernel sets 0x80 in the status when it wrote a core, wherever that went.
      #expect(!terminal.leftCore, "signal \(number)")
      // Nor does the runtime tell what was in memory.
      let last = outcome.out.components(separatedBy: abandoned.word).last ?? ""
      #expect(!last.contains("acktrace") && !last.contains("egisters"), "\(outcome)")
    }
    expectNowhere(&hunt)
    print("check: canaries in crashes: 4 signals, no core file; \(hunt.files) files looked through")
  }

  private func waitFor(_ path: String) throws -> String {
    let deadline = Date(timeIntervalSinceNow: 60)
    while Date() < deadline {
      if let text = try? String(contentsOfFile: path, encoding: .utf8), text.hasSuffix("\n") {
        return text
      }
      usleep(20_000)
    }
    throw HarnessError(description: "\(path) was not written")
  }
}
