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
  /// One line that was typed, without its end; nil when nothing more will come. There are line breaks
  /// in it where several lines were pasted.
  func readLine() -> [UInt8]?
  /// Lends one line that is typed without being shown, then erases it. False when none came.
  func readSecret(_ body: (UnsafeRawBufferPointer) -> Void) -> Bool
  /// A clock that only runs forward, for progress.
  func seconds() -> Double
  /// What is true if Ctrl-C is pressed from now on.
  func setStopped(_ state: Stopped)
  /// Gives the keyboard back as it was, for another program that has the terminal now.
  func endTyping()
  /// From now on a stop from outside (Ctrl-C, a terminal that is closed) does not end the program:
  /// nothing more is read, and `isStopped` says why.
  func deferStops(_ isDeferred: Bool)
  var isStopped: Bool { get }
  /// How wide the terminal is now.
  var columns: Int? { get }
}

/// What "stopped" means for the vault at this moment.
package enum Stopped: Sendable, Hashable {
  case nothingChanged
  case nothingSaved
  /// The answers are in the vault, to go on with. The command that goes on.
  case answersKept(String)
  /// A part is done and stays.
  case someSaved

  package var words: String {
    switch self {
    case .nothingChanged: "Stopped. Nothing was changed."
    case .nothingSaved: "Stopped. Nothing was saved."
    case .answersKept(let command):
      "Stopped. Your answers are kept as a draft.\nGo on with:  \(command)"
    case .someSaved: "Stopped. What was finished before stays saved."
    }
  }
}
