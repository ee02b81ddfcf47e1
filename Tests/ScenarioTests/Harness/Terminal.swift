internal import Foundation

/// The program at a terminal of its own: a test reads what a person would see, and types.
final class Terminal {
  /// The keys that are not letters.
  enum Key: UInt8 {
    case controlC = 3
    case controlD = 4
    case controlZ = 26
    case controlBackslash = 28
    case enter = 13
  }

  /// Everything on the screen so far, echo included, with line ends as `\n`.
  private(set) var screen = ""
  private var seen = 0
  private let near: Int32
  /// Kept open so that the terminal's settings can be read after the program has ended.
  private let far: Int32
  private let child: Child

  /// True when a crash of it left a core file.
  var leftCore: Bool { child.leftCore }

  /// The program's process.
  var id: pid_t { child.id }

  init(
    _ arguments: [String], environment: [String: String], in folder: URL,
    program: String = Program.path
  ) throws {
    var (near, far): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    guard unsafe openpty(&near, &far, &name, nil, &size) == 0 else {
      throw HarnessError(description: "no pseudo-terminal could be had")
    }
    for descriptor in [near, far] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    (self.near, self.far) = (near, far)
    let path = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    child = try Child(
      program, arguments, environment: environment, in: folder.path,
      streams: [0, 1, 2].map { Child.Stream(number: $0, path: path, flags: O_RDWR) })
  }

  deinit {
    close(far)
    close(near)
  }

  /// Waits until the words stand on the screen, after what was waited for before.
  func wait(for words: String, seconds: Double = 30) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      let rest = screen.dropFirst(seen)
      if let range = rest.range(of: words) {
        seen = screen.distance(from: screen.startIndex, to: range.upperBound)
        return
      }
      let hasEnded = child.hasEnded()
      if !readSome(), hasEnded || Date() > deadline {
        throw HarnessError(description: "waited for \"\(words)\"; on the screen:\n\(screen)")
      }
    }
  }

  /// Waits until one of these stands on the screen, after what was waited for before. Says which came
  /// first.
  func wait(forAny words: [String], seconds: Double = 30) throws -> Int {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      let rest = screen.dropFirst(seen)
      let found = words.enumerated().compactMap { place, words in
        rest.range(of: words).map { (place, $0) }
      }
      if let (place, range) = found.min(by: { $0.1.lowerBound < $1.1.lowerBound }) {
        seen = screen.distance(from: screen.startIndex, to: range.upperBound)
        return place
      }
      let hasEnded = child.hasEnded()
      if !readSome(), hasEnded || Date() > deadline {
        throw HarnessError(description: "waited for one of \(words); on the screen:\n\(screen)")
      }
    }
  }

  /// Hands over long text as a terminal does: piece by piece, while the program shows it.
  func paste(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      send(Array(rest.prefix(512)))
      rest = rest.dropFirst(512)
      _ = readSome()
    }
  }

  /// Makes the window wider or narrower.
  func resize(columns: UInt16) {
    var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    unsafe _ = ioctl(near, UInt(TIOCSWINSZ), &size)
  }

  /// Types a line and Enter.
  func type(_ line: String) {
    send(Array(line.utf8) + [Key.enter.rawValue])
  }

  func press(_ key: Key) {
    send([key.rawValue])
  }

  /// Waits until what is typed does not show, then types a line and Enter.
  func typeHidden(_ line: String, seconds: Double = 30) throws {
    try waitUntil("what is typed shows", seconds: seconds) { !self.echoes }
    type(line)
  }

  /// Reads the screen until something is so.
  func waitUntil(_ trouble: String, seconds: Double = 30, _ isSo: () -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while !isSo() {
      guard Date() < deadline else {
        throw HarnessError(description: "\(trouble); on the screen:\n\(screen)")
      }
      _ = readSome()
    }
  }

  /// Sends the program a signal.
  func send(signal: Int32) { kill(child.id, signal) }

  /// True while the program is stopped, as by Ctrl-Z.
  var isStopped: Bool {
    let status = try? String(contentsOfFile: "/proc/\(child.id)/stat", encoding: .utf8)
    return status?.split(separator: ") ").last?.hasPrefix("T") ?? false
  }

  /// True while what is typed shows on the screen.
  var echoes: Bool {
    var settings = termios()
    unsafe tcgetattr(far, &settings)
    return settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Waits for the question, and types the passphrase of the desk's vault where it does not show.
  func unlock(seconds: Double = 30) throws {
    try wait(for: "assphrase")
    let deadline = Date(timeIntervalSinceNow: seconds)
    while echoes {
      guard Date() < deadline else { throw HarnessError(description: "what is typed shows") }
      usleep(2_000)
    }
    type(Desk.words)
  }

  /// Waits for the end of the program and gives what it left.
  func finish(seconds: Double = 30) throws -> Outcome {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while !child.hasEnded() {
      _ = readSome()
      guard Date() < deadline else {
        throw HarnessError(description: "it did not end; on the screen:\n\(screen)")
      }
    }
    while readSome() {}
    return Outcome(
      code: child.code, signal: child.signal, out: screen, err: screen,
      peakMemory: child.peakMemory)
  }

  private func send(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe write(near, buffer.baseAddress, buffer.count)
    }
  }

  /// Reads what has come, waiting a moment; false when nothing came.
  private func readSome() -> Bool {
    var ready = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&ready, 1, 20) > 0, ready.revents & Int16(POLLIN) != 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(near, &buffer, buffer.count)
    guard count > 0 else { return false }
    screen += String(decoding: buffer.prefix(count), as: UTF8.self).replacing("\r\n", with: "\n")
    return true
  }
}
