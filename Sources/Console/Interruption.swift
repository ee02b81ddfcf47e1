import Glibc

/// What must be put right when the program is stopped from outside: how the terminal takes keys, and
/// a form with words from a record that must not be left behind.
///
/// A signal can come at any instruction, so the handler only calls what POSIX.1-2017 §2.4.3 lists
/// as safe, and only reads memory that was allocated before it was installed.
enum Interruption {
  /// All that the handler may look at.
  @unsafe struct State {
    var terminal: Int32 = -1
    /// True while the terminal takes keys in another way than it did before.
    var isChanged = false
    var saved = termios()
    /// The settings while it is changed.
    var changed = termios()
    /// True where the terminal was asked to mark pasted text.
    var marksPasted = false
    /// True while answers are kept: a stop is told to the program, which ends by itself.
    var isDeferred = false
    /// The signal that came while stops were deferred, or 0.
    var pending: Int32 = 0
    /// The two ends of a pipe that a deferred signal writes into, or -1.
    var wakes: Int32 = -1
    var woken: Int32 = -1
    var message: UnsafePointer<CChar>?
    var messageLength = 0
    var fileToRemove: UnsafeMutablePointer<CChar>?
    var folderToRemove: UnsafeMutablePointer<CChar>?
    /// True while an editor has the terminal: Ctrl-C is meant for it.
    var isIgnored = false
  }

  nonisolated(unsafe) static let state: UnsafeMutablePointer<State> = {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    unsafe state.initialize(to: State())
    return unsafe state
  }()

  static func install(terminal: Int32) {
    unsafe state.pointee.terminal = terminal
    set(.nothingChanged)
    // However the program ends, the terminal takes keys as it did before.
    atexit { Interruption.restoreTerminal() }
    // A reader that goes away, as `head` does, is found out by the write that cannot be done.
    _ = signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { Interruption.handle($0) }
      unsafe _ = sigaction(number, &action, nil)
    }
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { _ in Interruption.pause() }
    // A read that waits goes on after the pause.
    action.sa_flags = SA_RESTART
    unsafe _ = sigaction(SIGTSTP, &action, nil)
  }

  static func set(_ stopped: Stopped) {
    let text = "\n" + stopped.words + "\n"
    // One of three short texts, and the handler may be reading the old one: it is never freed.
    unsafe state.pointee.message = unsafe UnsafePointer(strdup(text))
    unsafe state.pointee.messageLength = text.utf8.count
  }

  /// From now on a stop is told to the program, which has something to keep first. A second one ends
  /// it at once.
  static func deferStops(_ isDeferred: Bool) {
    if isDeferred, unsafe state.pointee.wakes < 0 {
      var ends: [Int32] = [-1, -1]
      // Without a pipe a stop still ends the program, only at once.
      guard unsafe pipe(&ends) == 0 else { return }
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
      unsafe state.pointee.woken = ends[0]
      unsafe state.pointee.wakes = ends[1]
    }
    unsafe state.pointee.isDeferred = isDeferred
  }

  /// The signal that wants the program to end, or nil.
  static var pending: Int32? {
    let number = unsafe state.pointee.pending
    return number == 0 ? nil : number
  }

  /// Takes keys in the way of `settings` until `restoreTerminal`.
  static func change(
    _ terminal: Int32, from before: termios, to settings: termios, marksPasted: Bool
  ) {
    unsafe state.pointee.terminal = terminal
    unsafe state.pointee.marksPasted = marksPasted
    unsafe state.pointee.saved = before
    unsafe state.pointee.changed = settings
    unsafe state.pointee.isChanged = true
  }

  /// Gives the terminal back as it was.
  static func restoreTerminal() {
    guard unsafe state.pointee.isChanged else { return }
    let terminal = unsafe state.pointee.terminal
    unsafe _ = tcsetattr(terminal, TCSANOW, &state.pointee.saved)
    if unsafe state.pointee.marksPasted {
      _ = unsafe Glibc.write(terminal, "\u{1B}[?2004l", 8)
    }
    unsafe state.pointee.isChanged = false
  }

  /// Removes a file and its folder if the program is stopped before `releaseFile`.
  static func guardFile(_ path: String, in folder: String) {
    unsafe state.pointee.fileToRemove = strdup(path)
    unsafe state.pointee.folderToRemove = strdup(folder)
  }

  /// Removes a file that is not finished if the program is stopped before `releaseFile`.
  static func guardFile(_ path: String) {
    unsafe state.pointee.fileToRemove = strdup(path)
  }

  /// While another program has the terminal, Ctrl-C is meant for it.
  static func ignoreStop(_ isIgnored: Bool) {
    unsafe state.pointee.isIgnored = isIgnored
  }

  static func releaseFile() {
    let (file, folder) = unsafe (state.pointee.fileToRemove, state.pointee.folderToRemove)
    unsafe state.pointee.fileToRemove = nil
    unsafe state.pointee.folderToRemove = nil
    unsafe free(file)
    unsafe free(folder)
  }

  /// Ctrl-Z: gives the terminal back as it was, stops, and hides again what is typed when it goes on.
  private static func pause() {
    let isChanged = unsafe state.pointee.isChanged
    let terminal = unsafe state.pointee.terminal
    let marksPasted = unsafe isChanged && state.pointee.marksPasted
    if isChanged { unsafe _ = tcsetattr(terminal, TCSANOW, &state.pointee.saved) }
    if marksPasted { _ = unsafe Glibc.write(terminal, "\u{1B}[?2004l", 8) }
    kill(getpid(), SIGSTOP)
    if isChanged { unsafe _ = tcsetattr(terminal, TCSANOW, &state.pointee.changed) }
    if marksPasted { _ = unsafe Glibc.write(terminal, "\u{1B}[?2004h", 8) }
  }

  private static func handle(_ number: Int32) {
    if number == SIGINT, unsafe state.pointee.isIgnored { return }
    if unsafe state.pointee.isDeferred, unsafe state.pointee.pending == 0 {
      unsafe state.pointee.pending = number
      unsafe _ = Glibc.write(state.pointee.wakes, &state.pointee.pending, 1)
      return
    }
    restoreTerminal()
    if let file = unsafe state.pointee.fileToRemove { unsafe _ = unlink(file) }
    if let folder = unsafe state.pointee.folderToRemove { unsafe _ = rmdir(folder) }
    if let message = unsafe state.pointee.message {
      unsafe _ = Glibc.write(STDERR_FILENO, message, state.pointee.messageLength)
    }
    _exit(128 + number)
  }
}
