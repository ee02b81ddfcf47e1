import Console
import Glibc
import Testing

/// The two ends of a pseudo-terminal: the device under test, and the person in front of it.
private struct Person {
  let hands: Int32
  let device: RealDevice

  init() throws {
    var (hands, eyes): (Int32, Int32) = (-1, -1)
    try #require(unsafe openpty(&hands, &eyes, nil, nil, nil) == 0)
    self.hands = hands
    device = RealDevice(terminal: "/proc/self/fd/\(eyes)")
    close(eyes)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.write(hands, bytes, bytes.count)
  }

  /// What is on the screen by now.
  func screen() -> String {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe Glibc.read(hands, &bytes, bytes.count)
    return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
  }

  func showsTyping() -> Bool {
    var now = termios()
    return unsafe tcgetattr(device.tty, &now) == 0 && now.c_lflag & tcflag_t(ECHO) != 0
  }
}

@Suite(.serialized) struct `The real terminal` {
  @Test func `reads lines one by one`() throws {
    let person = try Person()
    person.type("Ana Brandt\nnext\n")
    #expect(person.device.readLine() == Array("Ana Brandt".utf8))
    #expect(person.device.readLine() == Array("next".utf8))
  }

  @Test func `takes Ctrl-D as the end`() throws {
    let person = try Person()
    person.type("\u{4}")
    #expect(person.device.readLine() == nil)
  }

  @Test func `shows questions, and what is typed`() throws {
    let person = try Person()
    person.device.write(Array("Whose records? ".utf8), to: .questions)
    #expect(person.screen() == "Whose records? ")
    person.type("Ana\n")
    #expect(person.screen() == "Ana\r\n")
    close(person.hands)
  }

  @Test func `hides a passphrase, and shows typing again afterwards`() async throws {
    let person = try Person()
    #expect(person.showsTyping())
    // The line is typed once the echo is off: what was typed before the question is dropped.
    let typing = Task.detached {
      while person.showsTyping() { await Task.yield() }
      person.type("six plain words\n")
    }
    var secret: [UInt8] = []
    let isRead = unsafe person.device.readSecret { unsafe secret = Array($0) }
    await typing.value
    #expect(isRead)
    #expect(secret == Array("six plain words".utf8))
    #expect(person.showsTyping())
    #expect(person.screen() == "\r\n")
  }

  @Test func `has nobody to ask where there is no terminal`() {
    let device = RealDevice(terminal: "/nowhere/at/all")
    #expect(device.readLine() == nil)
    #expect(unsafe !device.readSecret { _ in })
  }

  @Test func `has a clock that runs forward`() throws {
    let device = RealDevice(terminal: "/nowhere/at/all")
    let first = device.seconds()
    #expect(device.seconds() >= first)
  }
}
