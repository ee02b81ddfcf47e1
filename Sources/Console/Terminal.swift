import Glibc

/// The talk with a person: answers, sentences, problems, and where questions are asked.
///
/// Answers go to standard output. Sentences about them ("Saved.", "Next: ...") and problems go to
/// standard error. Questions go to the terminal itself. Everything but `write` is made safe to
/// show first, so text from a hostile file can do nothing.
package struct Terminal: Sendable {
  package var settings: TerminalSettings
  package let device: any TerminalDevice
  /// The vault that every command that is shown must mean.
  package var naming: CommandNaming?

  package init(settings: TerminalSettings, device: any TerminalDevice) {
    self.settings = settings
    self.device = device
  }

  /// The same terminal after its window was made wider or narrower.
  func asWide(as columns: Int) -> Terminal {
    guard !settings.hasFixedWidth else { return self }
    var terminal = self
    terminal.settings.width = max(TerminalSettings.narrowest, columns)
    return terminal
  }

  /// A part of what was asked for.
  package func answer(_ text: Styled = "") {
    let text = settings.isAccessible ? text.spoken : text
    let lines = settings.answersAreTerminal ? text.wrapped(settings.textWidth) : [text]
    for line in lines { write(words: line.rendered(color: settings.colorsAnswers) + "\n") }
  }

  /// Words of an answer that are laid out and safe to show.
  func write(words: String) {
    let isPlain = settings.answersAreTerminal && !settings.hasUnicode
    device.write(Array((isPlain ? ASCIIText.of(words) : words).utf8), to: .answers)
  }

  /// The same in UTF-8.
  func write(laidOut bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    let isPlain = settings.answersAreTerminal && !settings.hasUnicode
    guard isPlain else { return device.write(bytes, to: .answers) }
    write(words: String(decoding: bytes, as: UTF8.self))
  }

  /// Bytes of an answer: JSON, or a file for another program. They go out as they are; JSON on a
  /// terminal, where a person reads it, is made safe to show.
  package func write(_ bytes: [UInt8]) {
    let isShown = settings.json && settings.answersAreTerminal
    device.write(isShown ? Printable.json(bytes) : bytes, to: .answers)
  }

  /// A sentence beside the answer. Not with `--quiet` or `--json`.
  package func say(_ text: Styled = "") {
    guard !settings.isQuiet, !settings.json else { return }
    put(text, to: .talk)
  }

  /// A sentence that is needed to answer the next question.
  package func explain(_ text: Styled = "") {
    put(text, to: .questions)
  }

  /// Shows lines that are secret: they go to the terminal itself, and the memory they came from is
  /// erased. The screen keeps them. What fills the buffer must be ASCII, and not longer than this.
  package func show(secret fill: (inout [UInt8]) -> Void) {
    _ = device.flush()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    fill(&bytes)
    if settings.isAccessible { Self.closeGaps(&bytes) }
    device.write(bytes, to: .questions)
    Self.erase(&bytes)
  }

  /// Takes out indents and second spaces where the bytes stand: no copy of a secret is made.
  private static func closeGaps(_ bytes: inout [UInt8]) {
    var count = 0
    var last = UInt8(ascii: "\n")
    for place in bytes.indices {
      let byte = bytes[place]
      if byte == 0x20, last == 0x20 || last == 0x0A { continue }
      bytes[count] = byte
      count += 1
      last = byte
    }
    for place in count..<bytes.count { bytes[place] = 0 }
    bytes.removeLast(bytes.count - count)
  }

  /// Overwrites bytes that nobody needs any more.
  package static func erase(_ bytes: inout [UInt8]) {
    unsafe bytes.withUnsafeMutableBytes { room in
      guard let start = room.baseAddress else { return }
      unsafe explicit_bzero(start, room.count)
    }
  }

  /// Words without a line break, for the end of a question.
  func prompt(_ text: String) {
    _ = device.flush()
    var text = Printable.text(text)
    if settings.isAccessible { text = Printable.spoken(text).trimmed + " " }
    device.write(Array((settings.hasUnicode ? text : ASCIIText.of(text)).utf8), to: .questions)
  }

  /// One problem: lines for a person, one line of JSON for a program. Also with `--quiet`.
  package func report(_ problem: Problem) {
    if settings.json {
      _ = device.flush()
      device.write(Array((problem.jsonLine + "\n").utf8), to: .talk)
    } else {
      for line in problem.lines { put(Styled(line), to: .talk) }
    }
  }

  /// Something a person must know although the command goes on. Also with `--quiet`.
  package func notice(_ problem: Problem) {
    guard settings.json else { return report(problem) }
    _ = device.flush()
    device.write(Array((problem.noticeLine + "\n").utf8), to: .talk)
  }

  /// Says that accessible mode is on. The program calls it once, first of all.
  package func greet() {
    if settings.isAccessible { say("Accessible mode is on.") }
  }

  /// Sends on what waits in the buffer, and tells when the answers could not all be written.
  package func finish() throws(Problem) {
    if !device.flush() { throw .answersNotWritten }
  }

  private func put(_ text: Styled, to stream: TerminalStream) {
    // What was answered so far must stand above what is said about it.
    _ = device.flush()
    let named = text.naming(naming)
    let text = settings.isAccessible ? named.spoken : named
    let isPlain = !settings.hasUnicode && (stream == .questions || settings.talkIsTerminal)
    for line in text.wrapped(settings.textWidth) {
      let words = line.rendered(color: settings.colorsTalk) + "\n"
      device.write(Array((isPlain ? ASCIIText.of(words) : words).utf8), to: stream)
    }
  }
}
