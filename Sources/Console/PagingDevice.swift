import Synchronization

/// Keeps an answer back until it is whole, so that a long one can be read a screen at a time.
///
/// What is asked, and what takes long, ends the keeping: then everything goes on as it comes. What
/// is said after an answer waits with it, and stands below it.
package final class PagingDevice: TerminalDevice {
  private struct State {
    var answers: [UInt8] = []
    var talk: [UInt8] = []
    var isKeeping = true
    var since: Double?
  }

  private let device: any TerminalDevice
  private let rows: Int
  private let width: Int
  private let state = Mutex(State())

  /// A person who sees nothing for longer than this wonders, in seconds.
  private static let patience = 1.0

  package init(_ device: any TerminalDevice, rows: Int, columns: Int) {
    self.device = device
    self.rows = rows
    width = columns
  }

  package func write(_ bytes: [UInt8], to stream: TerminalStream) {
    if stream == .questions { release() }
    let now = device.seconds()
    let isKept = state.withLock { state in
      guard state.isKeeping, stream == .answers || !state.answers.isEmpty else { return false }
      if stream == .answers { state.answers += bytes } else { state.talk += bytes }
      state.since = state.since ?? now
      return true
    }
    guard isKept else { return device.write(bytes, to: stream) }
    if isSlow(now) { release() }
  }

  /// True where the answer comes in slowly and is not longer than the screen so far.
  private func isSlow(_ now: Double) -> Bool {
    state.withLock { state in
      guard let since = state.since, now - since > Self.patience else { return false }
      return !isLong(state.answers)
    }
  }

  /// True where the bytes need more lines than the screen has.
  private func isLong(_ bytes: [UInt8]) -> Bool {
    var lines = 1
    var letters = 0
    for byte in bytes {
      letters += 1
      if byte == UInt8(ascii: "\n") || letters > width * 2 {
        lines += 1
        letters = 0
        if lines > rows { return true }
      }
    }
    return false
  }

  /// Hands on what was kept, and keeps nothing any more.
  package func release() {
    let kept = state.withLock { state in
      let kept = (state.answers, state.talk)
      state = State(isKeeping: false)
      return kept
    }
    if !kept.0.isEmpty { device.write(kept.0, to: .answers) }
    if !kept.1.isEmpty {
      _ = device.flush()
      device.write(kept.1, to: .talk)
    }
  }

  /// Takes the answer out when it is too long for the screen, and leaves what is said below it.
  func takeLongAnswer() -> [UInt8]? {
    state.withLock { state in
      guard state.isKeeping, isLong(state.answers + state.talk) else { return nil }
      let answer = state.answers
      state.answers = []
      return answer
    }
  }

  package func flush() -> Bool {
    let isKept = state.withLock { $0.isKeeping && !$0.answers.isEmpty }
    return isKept || device.flush()
  }

  package func readLine() -> [UInt8]? {
    release()
    return device.readLine()
  }

  package func readSecret(_ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
    release()
    return unsafe device.readSecret(body)
  }

  package func seconds() -> Double { device.seconds() }

  package func setStopped(_ state: Stopped) { device.setStopped(state) }

  package func endTyping() {
    release()
    device.endTyping()
  }

  package func deferStops(_ isDeferred: Bool) { device.deferStops(isDeferred) }

  package var isStopped: Bool { device.isStopped }

  package var columns: Int? { device.columns }
}
