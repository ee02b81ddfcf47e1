internal import Foundation
internal import Records
import Testing

/// The Tab key, in the shells that are here.
@Suite struct `Completions` {
  private let desk: Desk
  private let bash: String

  init() throws {
    desk = try Desk()
    bash = try desk.alone(["completions", "bash"]).out
    _ = try desk.write("netvault.bash", bash)
    // A program of the same name writes down that it was started.
    let fake = desk.folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: fake, withIntermediateDirectories: true)
    let program = fake.appending(path: "netvault").path
    try Data("#!/bin/sh\necho \"$@\" >> \(desk.path("started"))\n".utf8).write(
      to: URL(filePath: program))
    unsafe chmod(program, 0o700)
  }

  private var environment: [String: String] {
    desk.environment.merging(["PATH": "\(desk.path("bin")):/usr/bin:/bin"]) { $1 }
  }

  /// What bash offers after a line that was typed so far.
  private func offered(_ line: String) throws -> [String] {
    let script = """
      source \(desk.path("netvault.bash"))
      COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}
      read -ra COMP_WORDS <<< "$COMP_LINE"; [[ "$COMP_LINE" == *' ' ]] && COMP_WORDS+=('')
      COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
      _netvault netvault "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}" 2>/dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let outcome = try Program.run(
      "/bin/bash", ["--norc", "-c", script], environment: environment, in: desk.folder)
    #expect(outcome.code == 0, "\(outcome)")
    return outcome.out.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test(arguments: [
    ("netvault ", ["add", "list", "search", "completions", "key"], ["dates"]),
    ("netvault im", ["import"], ["list"]),
    ("netvault add ", ["diagnosis", "result", "follow-up"], ["import"]),
    (
      "netvault add result --", ["--value", "--laboratory", "--json", "--private"], ["--histology"]
    ),
    ("netvault add diagnosis --histology ", ["typical", "atypical", "unknown"], ["result"]),
    ("netvault key ", ["list", "add", "remove", "sheet", "rotate"], ["import"]),
    ("netvault completions ", ["bash", "zsh", "fish"], ["list"]),
    ("netvault list ", ["medicine", "results", "diagnosis"], ["import"]),
    ("netvault export --format ", ["html", "text", "ips"], ["result"]),
  ])
  func `in bash offer what may come next`(line: String, has: [String], hasNot: [String]) throws {
    let words = try offered(line)
    for word in has { #expect(words.contains(word), "\(line) offers \(words)") }
    for word in hasNot { #expect(!words.contains(word), "\(line) offers \(words)") }
  }

  @Test func `never start netvault, so they never open a vault`() throws {
    for line in [
      "netvault ", "netvault show ", "netvault edit ", "netvault add result --",
      "netvault --vault ",
    ] {
      _ = try offered(line)
    }
    for shell in ["bash", "zsh", "fish"] {
      let script = try desk.alone(["completions", shell])
      #expect(script.exit == .done, "\(script)")
      // The parser's way of asking the program is in no line that is used.
      let calls = script.out.split(separator: "\n").filter { $0.contains("---completion ") }
      #expect(calls.isEmpty, "\(shell): \(calls.prefix(3))")
    }
    #expect(!FileManager.default.fileExists(atPath: desk.path("started")))
  }

  @Test func `are read by each shell that is here`() throws {
    for (shell, path) in [
      ("bash", "/bin/bash"), ("zsh", "/usr/bin/zsh"), ("fish", "/usr/bin/fish"),
    ]
    where FileManager.default.isExecutableFile(atPath: path) {
      let script = try desk.write("script.\(shell)", try desk.alone(["completions", shell]).out)
      let outcome = try Program.run(
        path, ["-n", script], environment: environment, in: desk.folder)
      #expect(outcome.code == 0 && outcome.err.isEmpty, "\(shell)\n\(outcome)")
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/fish")))
  func `in fish offer what may come next`() throws {
    let script = try desk.write("netvault.fish", try desk.alone(["completions", "fish"]).out)
    for (line, has) in [
      ("netvault im", "import"), ("netvault add dia", "diagnosis"),
      ("netvault add result --val", "--value"),
      ("netvault add diagnosis --histology aty", "atypical"),
      ("netvault list --acc", "--accessible"), ("netvault add result --ver", "--version"),
    ] {
      let outcome = try Program.run(
        "/usr/bin/fish", ["-c", "source \(script); complete -C '\(line)'"],
        environment: environment, in: desk.folder)
      #expect(outcome.out.contains(has), "\(line)\n\(outcome)")
    }
    #expect(!FileManager.default.fileExists(atPath: desk.path("started")))
  }

  @Test func `know every flag of a kind`() throws {
    for kind in KindDescription.all {
      let flags = CommandList.all.first { $0.words == ["add", kind.kind.rawValue] }?.flags ?? []
      let missing = Set(kind.fields.map(\.flag)).subtracting(flags)
      #expect(missing.isEmpty, "\(kind.one): \(missing)")
    }
  }
}
