/// Where words go.
package enum TerminalStream: Sendable, Hashable {
  /// What was asked for: standard output.
  case answers
  /// What is said about it: standard error.
  case talk
  /// Questions: the terminal itself, wherever the other two go.
  case questions
}

/// The hardware below `Terminal`: the real one, or a script in a test.
package protocol TerminalDevice: AnyObject, Sendable {
  /// Takes bytes for a stream. What goes to `answers` may wait in a buffer.
  func write(_ bytes: [UInt8], to stream: TerminalStream)
  /// Sends on what waits. False when the answers could not be written in full.
  func flush() -> Bool
  /// One line that was typed, without its end; nil when nothing more will come.
  func readLine() -> [UInt8]?
  /// Lends one line that is typed without being shown, then erases it. False when none came.
  func readSecret(_ body: (UnsafeRawBufferPointer) -> Void) -> Bool
  /// A clock that only runs forward, for progress.
  func seconds() -> Double
  /// What is true if Ctrl-C is pressed from now on.
  func setStopped(_ state: Stopped)
}

/// What "stopped" means for the vault at this moment.
package enum Stopped: Sendable, Hashable {
  case nothingChanged
  case nothingSaved
  /// A part is done and stays.
  case someSaved

  package var words: String {
    switch self {
    case .nothingChanged: "Stopped. Nothing was changed."
    case .nothingSaved: "Stopped. Nothing was saved."
    case .someSaved: "Stopped. What was finished before stays saved."
    }
  }
}
