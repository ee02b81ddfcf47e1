import Glibc

/// What must be put right when the program is stopped from outside: the echo of the terminal, and
/// a form with words from a record that must not be left behind.
///
/// A signal can come at any instruction, so the handler only calls what POSIX.1-2017 §2.4.3 lists
/// as safe, and only reads memory that was allocated before it was installed.
enum Interruption {
  /// All that the handler may look at.
  @unsafe struct State {
    var terminal: Int32 = -1
    var isEchoOff = false
    var saved = termios()
    /// The settings while nothing shows.
    var hidden = termios()
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

  /// Removes a file and its folder if the program is stopped before `releaseFile`.
  static func guardFile(_ path: String, in folder: String) {
    unsafe state.pointee.fileToRemove = strdup(path)
    unsafe state.pointee.folderToRemove = strdup(folder)
    unsafe state.pointee.isIgnored = true
  }

  /// Removes a file that is not finished if the program is stopped before `releaseFile`.
  static func guardFile(_ path: String) {
    unsafe state.pointee.fileToRemove = strdup(path)
  }

  static func releaseFile() {
    unsafe state.pointee.isIgnored = false
    let (file, folder) = unsafe (state.pointee.fileToRemove, state.pointee.folderToRemove)
    unsafe state.pointee.fileToRemove = nil
    unsafe state.pointee.folderToRemove = nil
    unsafe free(file)
    unsafe free(folder)
  }

  /// Ctrl-Z: gives the terminal back as it was, stops, and hides again what is typed when it goes on.
  private static func pause() {
    let isHidden = unsafe state.pointee.isEchoOff
    let terminal = unsafe state.pointee.terminal
    if isHidden { unsafe _ = tcsetattr(terminal, TCSANOW, &state.pointee.saved) }
    kill(getpid(), SIGSTOP)
    if isHidden { unsafe _ = tcsetattr(terminal, TCSANOW, &state.pointee.hidden) }
  }

  private static func handle(_ number: Int32) {
    if number == SIGINT, unsafe state.pointee.isIgnored { return }
    if unsafe state.pointee.isEchoOff {
      unsafe _ = tcsetattr(state.pointee.terminal, TCSANOW, &state.pointee.saved)
    }
    if let file = unsafe state.pointee.fileToRemove { unsafe _ = unlink(file) }
    if let folder = unsafe state.pointee.folderToRemove { unsafe _ = rmdir(folder) }
    if let message = unsafe state.pointee.message {
      unsafe _ = Glibc.write(STDERR_FILENO, message, state.pointee.messageLength)
    }
    _exit(128 + number)
  }
}
