import Glibc

/// Between `begin` and `end`, Ctrl-C and being told to end are only noted, for work that must end
/// itself: it asks now and then. A second Ctrl-C ends the program at once.
package enum DeferredStop {
  package static func begin() { Interruption.deferStops(true) }
  package static func end() { Interruption.deferStops(false) }

  package static var isAsked: Bool { Interruption.pending != nil }

  /// Ends the program as the signal that was noted would have: with its words and its exit code.
  package static func stop() -> Never {
    let number = Interruption.pending ?? SIGINT
    Interruption.restoreTerminal()
    if let message = unsafe Interruption.state.pointee.message {
      unsafe _ = Glibc.write(STDERR_FILENO, message, Interruption.state.pointee.messageLength)
    }
    _exit(128 + number)
  }
}
