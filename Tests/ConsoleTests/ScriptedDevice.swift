import Console
import Records
import Synchronization

/// A terminal made of a script: what is typed, and what could be read on the screen after it.
final class ScriptedDevice: TerminalDevice {
  private struct State {
    var typed: [String]
    var screen = ""
    var answers = ""
    var talk = ""
    var questions = ""
    var clock = 0.0
    var stopped = Stopped.nothingChanged
  }

  private let state: Mutex<State>
  private let isFull: Bool

  init(typing typed: [String] = [], isFull: Bool = false) {
    state = Mutex(State(typed: typed))
    self.isFull = isFull
  }

  /// All streams as they follow each other on a terminal, with what was typed.
  var screen: String { state.withLock { $0.screen } }
  var answers: String { state.withLock { $0.answers } }
  var talk: String { state.withLock { $0.talk } }
  var questions: String { state.withLock { $0.questions } }
  /// What nobody asked for.
  var left: [String] { state.withLock { $0.typed } }
  var stopped: Stopped { state.withLock { $0.stopped } }

  func write(_ bytes: [UInt8], to stream: TerminalStream) {
    let text = String(decoding: bytes, as: UTF8.self)
    state.withLock { state in
      state.screen += text
      switch stream {
      case .answers: state.answers += text
      case .talk: state.talk += text
      case .questions: state.questions += text
      }
    }
  }

  func flush() -> Bool { !isFull }

  func readLine() -> [UInt8]? {
    state.withLock { state in
      guard !state.typed.isEmpty else { return nil }
      let line = state.typed.removeFirst()
      state.screen += line + "\n"
      return Array(line.utf8)
    }
  }

  func readSecret(_ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
    let line = state.withLock { state -> String? in
      guard !state.typed.isEmpty else { return nil }
      state.screen += "\n"
      return state.typed.removeFirst()
    }
    guard let line else { return false }
    unsafe Array(line.utf8).withUnsafeBytes { unsafe body($0) }
    return true
  }

  func seconds() -> Double { state.withLock { $0.clock } }

  func wait(_ seconds: Double) { state.withLock { $0.clock += seconds } }

  func endTyping() {}

  func deferStops(_ isDeferred: Bool) {}

  var isStopped: Bool { false }

  var columns: Int? { nil }

  func setStopped(_ stopped: Stopped) { state.withLock { $0.stopped = stopped } }
}

/// A terminal of 72 columns with somebody in front of it.
struct Scene {
  let device: ScriptedDevice
  var terminal: Terminal

  init(
    typing typed: [String] = [], options: TerminalOptions = TerminalOptions(color: false),
    columns: Int = 72, canAsk: Bool = true, isTerminal: Bool = true, isFull: Bool = false
  ) {
    device = ScriptedDevice(typing: typed, isFull: isFull)
    terminal = Terminal(
      settings: TerminalSettings(
        options: options, environment: ["LANG": "en_US.UTF-8"],
        surroundings: TerminalSurroundings(
          answersAreTerminal: isTerminal, talkIsTerminal: isTerminal, canAsk: canAsk,
          columns: columns)),
      device: device)
  }
}

/// The problem that a call throws, or nil.
func problem(_ body: () throws(Problem) -> some Any) -> Problem? {
  do throws(Problem) {
    _ = try body()
    return nil
  } catch { return error }
}
