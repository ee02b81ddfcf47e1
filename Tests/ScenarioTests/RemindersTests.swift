internal import Foundation
internal import JSON
import Testing

@Suite struct `Reminders without the passphrase` {
  private let canary = Canary("a visit")
  private let today = ["--today", "2026-11-21"]

  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      ["visit", "--what", canary.word, "--date", "2026-11-21 10:30", "--place", canary.word],
      ["follow-up", "--what", canary.word, "--due", "2026-11-02", "--asked-by", canary.word],
      ["follow-up", "--what", canary.word, "--due", "2026-12-20", "--asked-by", canary.word],
    ] {
      let added = try desk.netvault(["add"] + words + ["--no-input"] + today)
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  private func on(_ desk: Desk) throws -> String {
    let on = try desk.netvault(["reminders", "on", "--yes"] + today)
    #expect(on.exit == .done, "\(on)")
    return try #require(try files(desk).first)
  }

  private func files(_ desk: Desk) throws -> [String] {
    let folder = desk.path("home/.local/state/netvault")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("reminders-") }.sorted().map { "\(folder)/\($0)" }
  }

  /// No passphrase, and no vault is named.
  private func quiet(_ desk: Desk, _ day: String = "2026-11-21") throws -> Outcome {
    let outcome = try desk.alone(["due", "--quiet", "--today", day])
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.err == "", "\(outcome)")
    return outcome
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `are off, and nothing is written before somebody says yes`() throws {
    let desk = try desk()
    let shown = try desk.withoutChange("reminders")
    #expect(shown.exit == .done && shown.out.contains("off for this vault"), "\(shown)")
    #expect(try quiet(desk).out == "")
    let dry = try desk.withoutChange("reminders", "on", "--dry-run")
    #expect(dry.exit == .done, "\(dry)")
    try desk.withoutChange("reminders", "on", "--no-input")
      .expectPlainWords(.needsAnswer, saying: "--yes")
    let terminal = try desk.terminal("reminders", "on")
    try terminal.unlock()
    try terminal.wait(for: "Write this file?")
    #expect(terminal.screen.contains("not locked") && terminal.screen.contains("no illness"))
    terminal.type("no")
    #expect(try terminal.finish().exit == .answeredNo)
    #expect(try files(desk).isEmpty)
    try desk.withoutChange("reminders", "off").expectPlainWords(.answeredNo, saying: "are off")
  }

  @Test func `say days and neutral words, and nothing of any record`() throws {
    let desk = try desk()
    let path = try on(desk)
    #expect(
      try text(path) == """
        netvault reminders 1
        made 2026-11-21
        2026-11-02 Health appointment
        2026-11-21..2026-11-21 Health appointment
        2026-12-20 Health appointment

        """)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(!canary.isIn(try Data(contentsOf: URL(filePath: path))))
    _ = try desk.netvault(["calendar", "-o", desk.path("mine.ics")] + today)
    #expect(!canary.isIn(try Data(contentsOf: URL(filePath: desk.path("mine.ics")))))
    let shown = try desk.withoutChange("reminders", "--today", "2026-11-21")
    #expect(shown.out.contains("21 November 2026") && shown.err.contains("2 of 3 due today."))
    let json = try desk.netvault(["reminders", "--json"] + today).jsonWhenDone()
    #expect(json["lines"]?.array?.count == 3 && json["on"]?.bool == true)
    try desk.withoutChange("reminders", "on", "--yes")
      .expectPlainWords(.answeredNo, saying: "on already")
  }

  @Test func `are said without opening the vault, however the days go`() throws {
    let desk = try desk()
    _ = try on(desk)
    #expect(try quiet(desk).out == "2 things are due.\n")
    #expect(try quiet(desk, "2026-11-22").out == "1 thing is due.\n", "the visit is over")
    #expect(try quiet(desk, "2026-12-20").out == "2 things are due.\n")
    #expect(try quiet(desk, "2026-10-01").out == "")
    let old =
      "2 things are due.\nThe reminders are older than 30 days. For newer ones: netvault due\n"
    #expect(try quiet(desk, "2026-12-25").out == old)
    #expect(try quiet(desk, "2026-12-25").out == "2 things are due.\n", "that is said once")
    let json = try desk.alone(["due", "--quiet", "--json", "--today", "2026-11-21"]).jsonWhenDone()
    #expect(json["due"] == 2)
  }

  @Test func `follow every change of the vault, and never make it fail`() throws {
    let desk = try desk()
    let path = try on(desk)
    _ = try desk.netvault(
      ["add", "visit", "--what", canary.word, "--date", "2026-11-25", "--no-input"] + today)
    #expect(try text(path).contains("\n2026-11-25..2026-11-25 Health appointment\n"))
    _ = try desk.netvault(["undo"] + today)
    #expect(!(try text(path).contains("2026-11-25")))
    _ = try desk.netvault(
      ["edit", "visit:\(canary.word)", "--status", "kept", "--no-input"] + today)
    #expect(!(try text(path).contains("2026-11-21..")))
    // Looking does not make a file, nor does a change where they are off.
    _ = try desk.netvault(["reminders", "off"] + today)
    _ = try desk.netvault(["add", "note", "--text", "x"] + today)
    #expect(try files(desk).isEmpty)
    // Where nothing can be written, the change is saved all the same.
    _ = try on(desk)
    let folder = desk.path("home/.local/state/netvault")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false)
    let saved = try desk.netvault(["add", "note", "--text", "y"] + today)
    #expect(saved.exit == .done, "\(saved)")
    #expect(FileManager.default.fileExists(atPath: folder))
  }

  @Test func `of several vaults are counted together, and practice never with them`() throws {
    let desk = try desk()
    _ = try on(desk)
    let second = desk.path("dad.vault")
    let common = ["--vault", second, "--passphrase-file", desk.passphrase]
    for words in [
      ["init", "--name", "Dad", "--no-input", "--kdf-cost", "14"],
      ["add", "follow-up", "--what", "CT", "--due", "2026-11-01", "--no-input"] + today,
      ["reminders", "on", "--yes"] + today,
    ] {
      let outcome = try desk.alone(common + words)
      #expect(outcome.exit == .done, "\(outcome)")
    }
    #expect(try quiet(desk).out == "3 things are due.\n")
    let one = try desk.alone(["--vault", second, "due", "--quiet"] + today)
    #expect(one.out == "1 thing is due.\n", "\(one)")
    for words in [["practice"], ["--vault", "practice", "reminders", "on", "--yes"]] {
      let outcome = try desk.alone(words + today)
      #expect(outcome.exit == .done, "\(outcome)")
    }
    #expect(try files(desk).count == 3)
    #expect(try quiet(desk).out == "3 things are due.\n")
    let practice = try desk.alone(["--vault", "practice", "due", "--quiet"] + today)
    #expect(practice.out.contains("are due."), "\(practice)")
  }

  @Test(arguments: ["damaged", "large", "link", "folder", "closed"])
  func `that cannot be read are said to be so, and stop nothing`(how: String) throws {
    let desk = try desk()
    let path = try on(desk)
    let manager = FileManager.default
    switch how {
    case "damaged":
      try Data("netvault reminders 1\nmade 2026-11-21\n2026-11-02 \(canary.word)\n".utf8)
        .write(to: URL(filePath: path))
    case "large": try Data(repeating: 0x41, count: 1 << 20).write(to: URL(filePath: path))
    case "link":
      try manager.moveItem(atPath: path, toPath: path + ".real")
      try manager.createSymbolicLink(atPath: path, withDestinationPath: path + ".real")
    case "folder":
      try manager.removeItem(atPath: path)
      try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
    default: try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    }
    if how == "closed", geteuid() == 0 { return }
    #expect(
      try quiet(desk).out == "Some reminders cannot be read. See: netvault reminders\n")
    try desk.withoutChange("reminders").expectPlainWords(
      .notSupported, saying: "cannot be read")
    let saved = try desk.netvault(["add", "note", "--text", "y"] + today)
    #expect(saved.exit == .done, "\(saved)")
    guard how != "folder" else {
      let anew = try desk.withoutChange("reminders", "on", "--yes")
      #expect(anew.exit == .noRoom && anew.err.contains("Cannot write to"), "\(anew)")
      return
    }
    // A change of the vault makes a damaged file anew. What may be somebody else's is left alone.
    if how == "damaged" || how == "large" {
      #expect(try quiet(desk).out == "2 things are due.\n")
      return
    }
    let anew = try desk.netvault(["reminders", "on", "--yes"] + today)
    #expect(anew.exit == .done, "\(anew)")
    #expect(try quiet(desk).out == "2 things are due.\n")
    #expect(try desk.netvault("reminders", "off").exit == .done)
    #expect(try quiet(desk).out == "")
    if how == "link" {
      #expect(FileManager.default.fileExists(atPath: path + ".real"), "nothing is followed")
    }
  }
}

@Suite struct `A computer that looks by itself` {
  private func desk(_ more: [String: String] = [:]) throws -> (Desk, [String: String]) {
    let desk = try Desk()
    return (desk, desk.environment.merging(more) { $1 })
  }

  private func run(
    _ desk: Desk, _ environment: [String: String], _ words: String...
  ) throws -> Outcome {
    try Program.run(["reminders"] + words, environment: environment, in: desk.folder)
  }

  private func everything(_ desk: Desk) throws -> [String] {
    let home = desk.path("home")
    return (FileManager.default.enumerator(atPath: home)?.allObjects as? [String] ?? []).filter {
      let type = try? FileManager.default.attributesOfItem(atPath: "\(home)/\($0)")[.type]
      return type as? FileAttributeType != .typeDirectory
    }.sorted()
  }

  @Test func `gets a timer, and only what was written is taken away`() throws {
    let (desk, environment) = try desk()
    let dry = try run(desk, environment, "install", "--dry-run")
    #expect(dry.exit == .done, "\(dry)")
    #expect(try everything(desk).isEmpty)
    let made = try run(desk, environment, "install")
    #expect(made.exit == .done, "\(made)")
    let folder = ".config/systemd/user"
    #expect(
      try everything(desk) == [
        "\(folder)/netvault-due.service", "\(folder)/netvault-due.timer",
        "\(folder)/timers.target.wants/netvault-due.timer",
      ])
    let service = try desk.read("home/\(folder)/netvault-due.service")
    #expect(service.contains("due --quiet") && service.contains("Type=oneshot"))
    #expect(try desk.read("home/\(folder)/netvault-due.timer").contains("OnCalendar="))
    let again = try run(desk, environment, "install")
    again.expectPlainWords(.answeredNo, saying: "in place already")
    _ = try desk.write("home/\(folder)/other.timer", "mine")
    let gone = try run(desk, environment, "uninstall")
    #expect(gone.exit == .done, "\(gone)")
    #expect(try everything(desk) == ["\(folder)/other.timer"])
    try run(desk, environment, "uninstall").expectPlainWords(.answeredNo, saying: "nothing to take")
  }

  @Test func `keeps a file that somebody changed or made`() throws {
    let (desk, environment) = try desk()
    _ = try run(desk, environment, "install")
    let path = "home/.config/systemd/user/netvault-due.timer"
    let mine = try desk.read(path).replacing("09:00", with: "18:00")
    _ = try desk.write(path, mine)
    let gone = try run(desk, environment, "uninstall")
    #expect(gone.err.contains("Left as it is"), "\(gone)")
    #expect(try desk.read(path) == mine)
    try run(desk, environment, "install").expectPlainWords(
      .answeredNo, saying: "not as netvault writes it")
    #expect(try desk.read(path) == mine)
  }

  @Test func `gets lines in the file of its shell, and the rest stays as it was`() throws {
    let (desk, environment) = try desk(["SHELL": "/bin/bash"])
    let own = "alias ll='ls -l'\nno end of line"
    _ = try desk.write("home/.bashrc", own)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: desk.path("home/.bashrc"))
    let made = try run(desk, environment, "install", "--profile")
    #expect(made.exit == .done, "\(made)")
    let text = try desk.read("home/.bashrc")
    #expect(text.hasPrefix(own + "\n# netvault reminders: begin\nif [ -t 1 ]; then '"))
    #expect(text.hasSuffix(" due --quiet; fi\n# netvault reminders: end\n"))
    let mode = try FileManager.default.attributesOfItem(atPath: desk.path("home/.bashrc"))
    #expect(mode[.posixPermissions] as? Int == 0o644)
    try run(desk, environment, "install", "--profile")
      .expectPlainWords(.answeredNo, saying: "in place already")
    #expect(try run(desk, environment, "uninstall").exit == .done)
    #expect(try desk.read("home/.bashrc") == own + "\n")
    #expect(try everything(desk) == [".bashrc"])
  }

  @Test func `says what it found: the words of the timer are those of the shell`() throws {
    let (desk, environment) = try desk()
    _ = try run(desk, environment, "install")
    let service = try desk.read("home/.config/systemd/user/netvault-due.service")
    let line = try #require(service.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
    // As systemd reads it: "%%" is "%", "$$" is "$", a backslash keeps what follows.
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var isKept = false
    let plain = line.dropFirst(10).replacing("%%", with: "%").replacing("$$", with: "$")
    for letter in plain {
      if isKept {
        word = (word ?? "") + String(letter)
        isKept = false
      } else if letter == "\\" {
        isKept = true
      } else if letter == "\"" {
        isQuoted.toggle()
        word = word ?? ""
      } else if letter == " ", !isQuoted {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    if let done = word { words.append(done) }
    #expect(words.count == 5 && words[0] == "/bin/sh" && words[1] == "-c", "\(words)")
    let fake = try desk.write(
      "fake", "#!/bin/sh\n[ \"$*\" = \"due --quiet\" ] && echo '2 things are due.'\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: fake)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", words[2], "sh", fake]
    process.environment = ["PATH": "/bin:/usr/bin", "DISPLAY": "", "DBUS_SESSION_BUS_ADDRESS": ""]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    process.waitUntilExit()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said == "2 things are due.\n")
  }
}
