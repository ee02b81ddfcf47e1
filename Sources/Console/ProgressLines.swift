/// Says that work goes on: one line at the start, one every ten seconds, one at the end.
///
/// Nothing is redrawn, so that it can be read aloud and kept in a log. Work that is over at once
/// is not talked about.
package struct ProgressLines {
  private static let pause = 10.0

  private let terminal: Terminal
  private let work: String
  private let isShown: Bool
  private let begun: Double
  private var last: Double

  /// Starts with "Reading export.json...". `work` is what is being done, without the dots.
  package init(_ work: String, on terminal: Terminal) {
    self.terminal = terminal
    self.work = work
    isShown =
      (terminal.settings.talkIsTerminal || terminal.settings.isAccessible)
      && !terminal.settings.isQuiet && !terminal.settings.json
    begun = terminal.device.seconds()
    last = begun
    if isShown { terminal.say("\(work)...") }
  }

  /// Tells how far it is. Called as often as one likes.
  package mutating func tick(_ done: Int, of total: Int? = nil) {
    guard isShown else { return }
    let now = terminal.device.seconds()
    guard now - last >= Self.pause else { return }
    last = now
    let part = total.map { "\(done) of \($0)" } ?? "\(done) so far"
    terminal.say("\(work): \(part), \(Int(now - begun)) seconds.")
  }

  /// Tells how far it is in words of one's own, such as "1.2 GB of 4.4 GB".
  package mutating func tick(_ part: () -> String) {
    guard isShown else { return }
    let now = terminal.device.seconds()
    guard now - last >= Self.pause else { return }
    last = now
    terminal.say("\(work): \(part()), \(Int(now - begun)) seconds.")
  }

  /// Says that it is done, where it took long enough to wonder.
  package func end(_ words: String = "Done.") {
    guard isShown, terminal.device.seconds() - begun >= 1 else { return }
    terminal.say(Styled(words))
  }
}
