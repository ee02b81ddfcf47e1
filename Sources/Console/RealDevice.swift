import Glibc
import Synchronization

/// The streams of this process and its terminal.
package final class RealDevice: TerminalDevice {
  private struct State {
    var waiting: [UInt8] = []
    /// The reader went away, as `head` does: nothing more is written, and nothing is said.
    var isClosed = false
    var hasFailed = false
    /// What was typed after the line that was read last.
    var typed: [UInt8] = []
  }

  /// `/dev/tty`, or -1 when the process has no terminal.
  package let tty: Int32
  private let state = Mutex(State())
  private static let room = 1 << 16

  package init(terminal: String = "/dev/tty") {
    tty = unsafe open(terminal, O_RDWR | O_CLOEXEC | O_NOCTTY)
  }

  package func write(_ bytes: [UInt8], to stream: TerminalStream) {
    switch stream {
    case .answers:
      state.withLock { state in
        state.waiting += bytes
        if state.waiting.count >= Self.room { Self.flush(&state) }
      }
    case .talk: _ = Self.put(bytes, to: STDERR_FILENO)
    case .questions: _ = Self.put(bytes, to: tty >= 0 ? tty : STDERR_FILENO)
    }
  }

  package func flush() -> Bool {
    state.withLock { state in
      Self.flush(&state)
      return !state.hasFailed
    }
  }

  private static func flush(_ state: inout State) {
    guard !state.waiting.isEmpty else { return }
    if !state.isClosed, !state.hasFailed {
      switch put(state.waiting, to: STDOUT_FILENO) {
      case 0: break
      case EPIPE: state.isClosed = true
      default: state.hasFailed = true
      }
    }
    state.waiting.removeAll(keepingCapacity: true)
  }

  /// Writes all of it. Returns 0, or the system's number for what went wrong.
  private static func put(_ bytes: [UInt8], to file: Int32) -> Int32 {
    unsafe bytes.withUnsafeBytes { buffer in
      var rest = unsafe buffer[...]
      while unsafe !rest.isEmpty {
        let count = unsafe Glibc.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          let reason = errno
          if reason == EAGAIN {
            var room = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
            unsafe _ = poll(&room, 1, -1)
          }
          if reason == EINTR || reason == EAGAIN { continue }
          return reason
        }
        unsafe rest = rest.dropFirst(count)
      }
      return 0
    }
  }

  package func readLine() -> [UInt8]? {
    guard tty >= 0 else { return nil }
    return state.withLock { state in
      while true {
        if let end = state.typed.firstIndex(of: 0x0A) {
          let line = Array(state.typed[..<end])
          state.typed.removeSubrange(...end)
          return line
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe read(tty, &bytes, bytes.count)
        if count > 0 {
          state.typed += bytes[..<count]
        } else if count == 0 || errno != EINTR {
          // Ctrl-D after some words ends the line; alone, it ends the talk.
          defer { state.typed = [] }
          return state.typed.isEmpty ? nil : state.typed
        }
      }
    }
  }

  package func readSecret(_ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
    guard tty >= 0 else { return false }
    guard let restore = hideTyping() else { return false }
    defer { restore() }
    return unsafe SecretLine.read(from: tty, body)
  }

  /// Turns the echo off. Returns how to turn it on again, or nil when that cannot be done.
  private func hideTyping() -> (() -> Void)? {
    var now = termios()
    guard unsafe tcgetattr(tty, &now) == 0 else { return nil }
    let before = now
    now.c_lflag &= ~tcflag_t(ECHO)
    // The line break is still shown, so that what follows starts on a new line.
    now.c_lflag |= tcflag_t(ECHONL)
    unsafe Interruption.state.pointee.saved = before
    unsafe Interruption.state.pointee.hidden = now
    unsafe Interruption.state.pointee.isEchoOff = true
    // TCSAFLUSH drops what was typed before the question could be seen.
    guard unsafe tcsetattr(tty, TCSAFLUSH, &now) == 0 else {
      unsafe Interruption.state.pointee.isEchoOff = false
      return nil
    }
    return { [tty] in
      var before = before
      unsafe _ = tcsetattr(tty, TCSANOW, &before)
      unsafe Interruption.state.pointee.isEchoOff = false
    }
  }

  package func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  package func setStopped(_ stopped: Stopped) {
    Interruption.set(stopped)
  }

  /// How many columns the terminal says it has.
  var columns: Int? {
    var size = winsize()
    for file in [STDOUT_FILENO, STDERR_FILENO, tty]
    where unsafe ioctl(file, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return nil
  }
}

extension Terminal {
  /// The terminal of this process. Below this line nothing reads the environment or a clock.
  package static func real(_ options: TerminalOptions) -> Terminal {
    let device = RealDevice()
    Interruption.install(terminal: device.tty)
    var environment: [String: String] = [:]
    for name in TerminalSettings.environmentNames {
      if let value = unsafe getenv(name) { environment[name] = unsafe String(cString: value) }
    }
    return Terminal(
      settings: TerminalSettings(
        options: options, environment: environment,
        surroundings: TerminalSurroundings(
          answersAreTerminal: isatty(STDOUT_FILENO) == 1,
          talkIsTerminal: isatty(STDERR_FILENO) == 1, canAsk: device.tty >= 0,
          columns: device.columns)),
      device: device)
  }
}
