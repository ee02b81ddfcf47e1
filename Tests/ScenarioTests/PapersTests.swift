internal import Foundation
internal import Records
import Testing

/// What the papers promise is what the program does.
@Suite struct `The papers` {
  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../..").standardizedFileURL

  private static let papers = [
    "README.md", "SECURITY.md", "CHANGELOG.md", "CONTRIBUTING.md", "Documentation/README.md",
    "Documentation/practice.md", "Documentation/stories/README.md",
    "Documentation/architecture.md", "Documentation/exit-codes.md",
    "Documentation/threat-model.md", "Documentation/merge.md", "Documentation/keys.md",
    "Documentation/checklists.md", "Documentation/reminders.md",
    "Documentation/care-plan.md", "Documentation/insurance.md", "Documentation/schedule.md",
  ]

  private func text(_ paper: String) throws -> String {
    String(decoding: try Data(contentsOf: Self.project.appending(path: paper)), as: UTF8.self)
  }

  @Test(arguments: papers)
  func `point only to what is there`(paper: String) throws {
    for link in try text(paper).matches(of: /\]\(([^)#]+)[^)]*\)/) {
      let target = String(link.output.1)
      guard !target.hasPrefix("http") else { continue }
      let file = Self.project.appending(path: paper).deletingLastPathComponent()
        .appending(path: target)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(paper) points to \(target)")
    }
  }

  @Test func `show only commands that there are`() throws {
    var commands: Set<String> = []
    for paper in Self.papers {
      for found in try text(paper).matches(of: /(?:`|\$ )netvault ([a-z]+)/) {
        commands.insert(String(found.output.1))
      }
    }
    #expect(commands.count >= 10)
    for command in commands.sorted() where command != "help" {
      #expect(Program.hasCommand(command), "a paper names the command \(command)")
    }
  }

  @Test func `name the targets of make that there are, and those that matter`() throws {
    let makefile = try text("Makefile")
    var named: Set<String> = []
    for paper in Self.papers {
      for found in try text(paper).matches(of: /(?:`|\$ |\n)make ((?:[a-z-]+ ?)+)(?:`|  |\n|[A-Z])/)
      {
        named.formUnion(found.output.1.split(separator: " ").map { String($0) })
      }
    }
    for target in named.sorted() {
      #expect(makefile.contains("\n\(target):"), "a paper names make \(target)")
    }
    #expect(named.isSuperset(of: ["deps", "test", "check", "check-deps", "fuzz", "bench"]))
  }

  @Test func `list every exit code with its meaning`() throws {
    let desk = try Desk()
    let help = try desk.alone(["help", "exit-codes"])
    #expect(help.exit == .done, "\(help)")
    let table = try text("Documentation/exit-codes.md")
    let codes = help.out.matches(of: #/(?m)^ +([0-9]+) /#).map { String($0.output.1) }
    #expect(codes.count == 14)
    for code in codes { #expect(table.contains("| \(code) |"), "code \(code)") }
  }

  @Test func `say how many kinds of record there are`() throws {
    let kinds = Kind.allCases.count { $0 != .absence }
    #expect(try text("CHANGELOG.md").contains("for \(kinds) kinds of records"))
  }

  @Test func `explain every command of the program with an example`() throws {
    let desk = try Desk()
    let help = try desk.alone(["help", "commands"])
    #expect(help.exit == .done, "\(help)")
    for command in [
      "init", "practice", "add", "list", "show", "edit", "remove", "restore", "search", "undo",
      "import",
      "export", "backup", "verify", "history", "merge", "doctor", "passphrase", "recover", "key",
      "unlock", "lock", "timeline", "results", "symptoms",
      "questions", "visit", "team", "checklist", "due", "calendar", "reminders",
    ] {
      #expect(help.out.contains(command), "\(help)")
      let one = try desk.alone([command, "--help"])
      #expect(one.exit == .done, "\(one)")
      #expect(one.out.contains("  netvault \(command)"), "an example for \(command)\n\(one)")
    }
  }

  @Test func `and the manual have the same variables, files and codes`() throws {
    let manual = try text("Documentation/man/sections.mdoc")
    let desk = try Desk()
    let files = try desk.alone(["help", "files"]).out + desk.alone(["help", "accessibility"]).out
    let named = files.matches(of: /\b(?:NETVAULT_[A-Z]+|NO_COLOR|COLUMNS|XDG_[A-Z]+_HOME)\b/)
    #expect(named.count >= 6)
    for variable in named { #expect(manual.contains(variable.output), "\(variable.output)") }
    // The program reads no variable that the manual does not name.
    let read = try FileManager.default.contentsOfDirectory(
      at: Self.project.appending(path: "Sources/Console"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
    for name in read.flatMap({ $0.matches(of: /"(NETVAULT_[A-Z]+)"/) }).map(\.output.1) {
      #expect(manual.contains(name), "\(name)")
    }
  }
}
