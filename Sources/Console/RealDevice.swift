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
    var typed: ArraySlice<UInt8> = []
    /// True while keys are taken one by one.
    var isTyping = false
  }

  /// `/dev/tty`, or -1 when the process has no terminal.
  package let tty: Int32
  /// True where the terminal is one that can mark pasted text.
  private let marksPasted: Bool
  private let state = Mutex(State())
  private static let room = 1 << 16

  package init(terminal: String = "/dev/tty", marksPasted: Bool = false) {
    self.marksPasted = marksPasted
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
      if !state.isTyping { state.isTyping = beginTyping() }
      var line = TypedLine()
      while true {
        var shown: [UInt8] = []
        while let byte = state.typed.popFirst() {
          let event = line.take(byte, shown: &shown)
          switch event {
          case .more: continue
          case .line(let bytes):
            _ = Self.put(shown, to: tty)
            return bytes
          case .end: return nil
          }
        }
        _ = Self.put(shown, to: tty)
        guard waitForKeys() else { return nil }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe read(tty, &bytes, bytes.count)
        if count > 0 {
          state.typed = bytes[..<count]
        } else if count == 0 || errno != EINTR {
          return line.text.isEmpty ? nil : Array(line.text.utf8)
        }
      }
    }
  }

  /// Waits until something was typed. False when the program is to end.
  private func waitForKeys() -> Bool {
    while Interruption.pending == nil {
      var waiting = [
        pollfd(fd: tty, events: Int16(POLLIN), revents: 0),
        pollfd(fd: unsafe Interruption.state.pointee.woken, events: Int16(POLLIN), revents: 0),
      ]
      guard unsafe poll(&waiting, 2, -1) < 0 else { break }
      guard errno == EINTR else { break }
    }
    return Interruption.pending == nil
  }

  /// Takes keys one by one from here on, until the program ends or `endTyping`. The echo is netvault's
  /// own: what is typed ahead shows when its question is there.
  private func beginTyping() -> Bool {
    var now = termios()
    guard unsafe tcgetattr(tty, &now) == 0 else { return false }
    let before = now
    now.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL)
    now.c_iflag |= tcflag_t(ICRNL)
    // A read ends with the first byte, and waits for it: VMIN is number 6, VTIME 5.
    now.c_cc.6 = 1
    now.c_cc.5 = 0
    guard unsafe tcsetattr(tty, TCSANOW, &now) == 0 else { return false }
    Interruption.change(tty, from: before, to: now, marksPasted: marksPasted)
    if marksPasted { _ = Self.put(TypedLine.marksPasted, to: tty) }
    return true
  }

  package func endTyping() {
    state.withLock { state in
      guard state.isTyping else { return }
      state.isTyping = false
      Interruption.restoreTerminal()
    }
  }

  package func deferStops(_ isDeferred: Bool) { Interruption.deferStops(isDeferred) }

  package var isStopped: Bool { Interruption.pending != nil }

  package func readSecret(_ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
    guard tty >= 0 else { return false }
    endTyping()
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
    Interruption.change(tty, from: before, to: now, marksPasted: false)
    // TCSAFLUSH drops what was typed before the question could be seen.
    guard unsafe tcsetattr(tty, TCSAFLUSH, &now) == 0 else {
      unsafe Interruption.state.pointee.isChanged = false
      return nil
    }
    return { [tty] in
      var before = before
      unsafe _ = tcsetattr(tty, TCSANOW, &before)
      unsafe Interruption.state.pointee.isChanged = false
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
  package var columns: Int? { size?.columns }

  /// How many columns and rows the terminal says it has.
  var size: (columns: Int, rows: Int)? {
    var size = winsize()
    for file in [STDOUT_FILENO, STDERR_FILENO, tty]
    where unsafe ioctl(file, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return (Int(size.ws_col), Int(size.ws_row))
    }
    return nil
  }
}

extension Terminal {
  /// The terminal of this process. Below this line nothing reads the environment or a clock.
  package static func real(_ options: TerminalOptions) -> Terminal {
    let kind = unsafe getenv("TERM").map { unsafe String(cString: $0) } ?? "dumb"
    let device = RealDevice(marksPasted: kind != "dumb" && !kind.isEmpty)
    Interruption.install(terminal: device.tty)
    var environment: [String: String] = [:]
    for name in TerminalSettings.environmentNames {
      if let value = unsafe getenv(name) { environment[name] = unsafe String(cString: value) }
    }
    let size = device.size
    let settings = TerminalSettings(
      options: options, environment: environment,
      surroundings: TerminalSurroundings(
        answersAreTerminal: isatty(STDOUT_FILENO) == 1, talkIsTerminal: isatty(STDERR_FILENO) == 1,
        canAsk: device.tty >= 0, columns: size?.columns,
        rows: size.flatMap { $0.rows > 0 ? $0.rows : nil }))
    guard let rows = settings.pagerRows else { return Terminal(settings: settings, device: device) }
    return Terminal(
      settings: settings,
      device: PagingDevice(device, rows: rows, columns: size?.columns ?? settings.width))
  }
}
