internal import Foundation
import Testing

/// Long answers at a real terminal of 40 lines, with the pager that the person chose.
@Suite struct `A long answer` {
  /// A desk with a vault of 60 notes, and a pager that writes down what it was given.
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    let rows = (1...60).map { number in
      #"{"resource":{"resourceType":"Observation","id":"o\#(number)","status":"final","code":{"text":"Test \#(number)"},"effectiveDateTime":"2020-01-01","valueString":"fine","subject":{"reference":"Patient/p"}}}"#
    }
    let patient =
      #"{"resource":{"resourceType":"Patient","id":"p","name":[{"given":["Ana"],"family":"Brandt"}],"birthDate":"1961-06-14"}}"#
    let file = try desk.write(
      "many.json",
      #"{"resourceType":"Bundle","type":"collection","entry":[\#(([patient] + rows).joined(separator: ","))]}"#
    )
    let added = try desk.netvault("import", file, "--yes", "--no-input")
    #expect(added.exit == .done, "\(added)")
    return desk
  }

  private func pager(_ desk: Desk, _ body: String) throws -> String {
    let path = try desk.write("pager.sh", "#!/bin/sh\n\(body)\n")
    unsafe chmod(path, 0o700)
    return path
  }

  private func list(_ desk: Desk, _ words: [String], _ environment: [String: String]) throws
    -> Terminal
  {
    try Terminal(
      ["--vault", desk.vault, "--passphrase-file", desk.passphrase] + words,
      environment: desk.environment.merging(environment) { $1 }, in: desk.folder)
  }

  /// How many of the records were shown.
  private static func rows(_ outcome: Outcome) -> Int {
    outcome.out.matches(of: /Test [0-9]+/).count
  }

  @Test func `is given to the pager whole, and what is said about it stands below`() throws {
    let desk = try desk()
    let pager = try pager(
      desk, "cat > \(desk.path("seen.txt")); echo paged; env > \(desk.path("env.txt"))")
    let terminal = try list(desk, ["list"], ["NETVAULT_PAGER": pager, "PAGER": "/bin/false"])
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    let seen = try desk.read("seen.txt")
    #expect(seen.split(separator: "\n").count > 40, "\(seen)")
    let shown = outcome.out
    let (paged, said) = (shown.range(of: "paged"), shown.range(of: "See one: netvault show 1"))
    #expect(paged != nil && said != nil, "\(outcome)")
    if let paged, let said { #expect(paged.lowerBound < said.lowerBound) }
    let variables = try desk.read("env.txt").split(separator: "\n")
    #expect(variables.contains("LESSHISTFILE=-") && variables.contains("LESSSECURE=1"))
  }

  @Test func `needs no pager where it is short, asked for at once, heard, or for a program`() throws
  {
    let desk = try desk()
    let pager = try pager(desk, "touch \(desk.path("started")); cat")
    for words in [
      ["list", "medicine"], ["list", "--no-pager"], ["list", "--accessible"], ["list", "--json"],
      ["list", "--plain"], ["list", "--no-input"],
    ] {
      let outcome = try list(desk, words, ["NETVAULT_PAGER": pager]).finish()
      #expect(outcome.exit == (words == ["list", "medicine"] ? .notFound : .done), "\(outcome)")
      #expect(!FileManager.default.fileExists(atPath: desk.path("started")), "\(words)")
    }
    let none = try list(desk, ["list"], ["NETVAULT_PAGER": ""]).finish()
    #expect(Self.rows(none) > 40 && none.exit == .done, "\(none)")
    let missing = try list(desk, ["list"], ["PAGER": "no-such-pager"]).finish()
    #expect(Self.rows(missing) > 40 && missing.exit == .done, "\(missing)")
    let piped = try desk.netvault("list")
    #expect(Self.rows(piped) > 40)
    #expect(!FileManager.default.fileExists(atPath: desk.path("started")))
  }

  @Test func `may be left before its end`() throws {
    let desk = try desk()
    let pager = try pager(desk, "head -n 1")
    let outcome = try list(desk, ["list"], ["PAGER": pager]).finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(Self.rows(outcome) == 0, "\(outcome)")
  }

  @Test(arguments: [
    "exit 0", "sleep 0.2; exit 1", "head -c 10 >/dev/null; sleep 0.1", "kill -9 $$",
  ])
  func `may end without reading a word`(script: String) throws {
    let desk = try desk()
    let pager = try pager(desk, script)
    for _ in 1...5 {
      let outcome = try list(desk, ["list"], ["PAGER": pager]).finish()
      #expect(outcome.exit == .done, "\(outcome)")
    }
  }

  @Test func `is not stopped by Ctrl-C that is meant for the pager`() throws {
    let desk = try desk()
    let pager = try pager(
      desk, "trap 'echo stopped by the person; exit 0' INT; echo ready; while :; do sleep 0.1; done"
    )
    let terminal = try list(desk, ["list"], ["PAGER": pager])
    try terminal.wait(for: "ready")
    terminal.press(.controlC)
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("See one: netvault show 1"), "\(outcome)")
    #expect(!outcome.out.contains("Stopped."), "\(outcome)")
  }

  @Test func `that nobody reads any more ends quietly`() throws {
    let desk = try desk()
    let outcome = try Program.run(
      "/bin/sh",
      [
        "-c",
        "\(Program.path) --vault \(desk.vault) --passphrase-file \(desk.passphrase) list | head -n 1; exit 0",
      ],
      environment: desk.environment, in: desk.folder)
    #expect(outcome.code == 0, "\(outcome)")
    #expect(outcome.out.split(separator: "\n").count == 1)
    #expect(!outcome.err.contains("could not"), "\(outcome)")
  }

  @Test
  func `to a stream that is closed is a problem that is said, and nothing else is written to`()
    throws
  {
    let desk = try desk()
    let before = try desk.vaultBytes
    for closed in [">&-", "2>&- >&-", "<&- >&- 2>&-"] {
      let outcome = try Program.run(
        "/bin/sh",
        [
          "-c",
          "\(Program.path) --vault \(desk.vault) --passphrase-file \(desk.passphrase) list \(closed)",
        ], environment: desk.environment, in: desk.folder)
      #expect(outcome.signal == nil && outcome.code != 0, "\(closed) \(outcome)")
      #expect(try desk.vaultBytes == before, "\(closed)")
    }
  }
}
