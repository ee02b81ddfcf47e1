import Console
import Testing

@Suite struct `Lines of progress` {
  @Test func `are a line at the start, one every ten seconds, and one at the end`() {
    let scene = Scene()
    var progress = ProgressLines("Reading export.json", on: scene.terminal)
    for done in 1...100 {
      scene.device.wait(0.25)
      progress.tick(done, of: 100)
    }
    progress.end("41 new records.")
    #expect(
      scene.device.talk == """
        Reading export.json...
        Reading export.json: 40 of 100, 10 seconds.
        Reading export.json: 80 of 100, 20 seconds.
        41 new records.

        """)
  }

  @Test func `say no more than its start when it is over at once`() {
    let scene = Scene()
    var progress = ProgressLines("Opening the vault", on: scene.terminal)
    progress.tick(1)
    progress.end()
    #expect(scene.device.talk == "Opening the vault...\n")
  }

  @Test(arguments: [
    (TerminalOptions(), false, ""),
    (TerminalOptions(isQuiet: true), true, ""),
    (TerminalOptions(json: true), true, ""),
    (
      TerminalOptions(isAccessible: true), false,
      "Checking...\nChecking: 5 so far, 12 seconds.\nDone.\n"
    ),
  ])
  func `are only for people`(options: TerminalOptions, isTerminal: Bool, talk: String) {
    let scene = Scene(options: options, isTerminal: isTerminal)
    var progress = ProgressLines("Checking", on: scene.terminal)
    scene.device.wait(12)
    progress.tick(5)
    progress.end()
    #expect(scene.device.talk == talk)
  }
}
