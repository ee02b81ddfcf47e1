import Console
import Testing

@Suite struct `The pager` {
  private func choose(_ environment: [String: String], has: Set<String> = ["less", "more", "most"])
    -> Pager?
  {
    Pager(environment: environment) { has.contains($0) ? "/usr/bin/\($0)" : nil }
  }

  @Test(arguments: [
    ([:], "/usr/bin/less", ["-FIRX"]), (["PAGER": "more"], "/usr/bin/more", []),
    (["NETVAULT_PAGER": "most -s", "PAGER": "more"], "/usr/bin/most", ["-s"]),
    (["PAGER": "less -p 'a b'"], "/usr/bin/less", ["-p", "a b"]),
  ])
  func `is the one that was asked for`(
    environment: [String: String], program: String, arguments: [String]
  ) {
    let pager = choose(environment)
    #expect(pager?.program == program)
    #expect(pager?.arguments == arguments)
  }

  @Test(arguments: [
    ["PAGER": "cat"], ["PAGER": ""], ["NETVAULT_PAGER": "", "PAGER": "less"],
    ["PAGER": "nowhere"], ["PAGER": "less 'unclosed"], ["PAGER": "less; rm -r x"],
  ])
  func `can be none, and is never a shell`(environment: [String: String]) {
    let pager = choose(environment)
    #expect(pager == nil || pager?.arguments == [";", "rm"])
  }

  @Test func `is not there where less is not`() {
    #expect(choose([:], has: []) == nil)
  }
}

@Suite struct `Answers kept for the pager` {
  private let script = ScriptedDevice(typing: ["yes"])

  private func device(rows: Int = 5) -> PagingDevice {
    PagingDevice(script, rows: rows, columns: 80)
  }

  private func write(_ text: String, _ stream: TerminalStream, to device: PagingDevice) {
    device.write(Array(text.utf8), to: stream)
  }

  @Test func `wait until they are whole, and what is said about them with them`() {
    let device = device()
    write("Reading...\n", .talk, to: device)
    write("one\n", .answers, to: device)
    _ = device.flush()
    write("1 record.\n", .talk, to: device)
    #expect(script.screen == "Reading...\n")
    device.release()
    #expect(script.screen == "Reading...\none\n1 record.\n")
  }

  @Test func `go on at once when something is asked`() {
    let device = device()
    write("one\n", .answers, to: device)
    write("Right? ", .questions, to: device)
    #expect(script.screen == "one\nRight? ")
    _ = device.readLine()
    write("two\n", .answers, to: device)
    #expect(script.screen.hasSuffix("two\n"))
  }

  @Test func `go on when they come in slowly`() {
    let device = device()
    write("one\n", .answers, to: device)
    script.wait(2)
    write("two\n", .answers, to: device)
    #expect(script.screen == "one\ntwo\n")
  }

  @Test func `are shown without a pager where there is none, or where one screen is enough`() async
  {
    for (rows, pager) in [
      (5, nil), (100, Pager(environment: ["PAGER": "x"]) { _ in "/bin/false" }),
    ] {
      let device = device(rows: rows)
      let terminal = Terminal(
        settings: TerminalSettings(
          options: TerminalOptions(), environment: [:],
          surroundings: TerminalSurroundings(
            answersAreTerminal: true, talkIsTerminal: true, canAsk: true)),
        device: device)
      for line in 1...9 { write("\(line)\n", .answers, to: device) }
      await terminal.page(pager)
    }
    #expect(script.answers == String(repeating: "1\n2\n3\n4\n5\n6\n7\n8\n9\n", count: 2))
  }

  @Test func `are not kept for programs, screen readers, and terminals without a cursor`() {
    func rows(_ options: TerminalOptions, _ environment: [String: String] = [:], out: Bool = true)
      -> Int?
    {
      TerminalSettings(
        options: options, environment: environment,
        surroundings: TerminalSurroundings(
          answersAreTerminal: out, talkIsTerminal: true, canAsk: true, columns: 80, rows: 24)
      ).pagerRows
    }
    #expect(rows(TerminalOptions()) == 24)
    #expect(rows(TerminalOptions(), out: false) == nil)
    #expect(rows(TerminalOptions(), ["TERM": "dumb"]) == nil)
    #expect(rows(TerminalOptions(), ["ACCESSIBLE": "1"]) == nil)
    #expect(rows(TerminalOptions(isAccessible: true)) == nil)
    #expect(rows(TerminalOptions(noInput: true)) == nil)
    #expect(rows(TerminalOptions(json: true)) == nil)
    #expect(rows(TerminalOptions(plain: true)) == nil)
    #expect(rows(TerminalOptions(noPager: true)) == nil)
  }
}
