import Glibc
import Synchronization
import Testing

@testable import Sealing

/// A key ring in memory, which may refuse.
private final class FakeKeys: KeyKeeper {
  struct State {
    var keys: [String: [UInt8]] = [:]
    var refusal: Int32 = 0
    var seconds: [UInt32] = []
  }
  let state = Mutex(State())

  init(refusing: Int32 = 0) { state.withLock { $0.refusal = refusing } }

  func put(_ name: String, _ key: borrowing Secret, seconds: UInt32) -> Int32 {
    let bytes = key.lend { key in (0..<key.count).map { key[$0] } }
    return state.withLock { state in
      guard state.refusal == 0 else { return state.refusal }
      state.keys[name] = bytes
      state.seconds.append(seconds)
      return 0
    }
  }

  func get(_ name: String, into key: borrowing Secret) -> Int32 {
    state.withLock { state in
      guard state.refusal == 0 else { return state.refusal }
      guard let bytes = state.keys[name], bytes.count == key.count else { return ENOKEY }
      unsafe key.withMutableBytes { target, count in
        for index in 0..<count { unsafe target[index] = bytes[index] }
      }
      return 0
    }
  }

  func remove(_ name: String) -> Int32 {
    state.withLock { state in
      guard state.refusal == 0 else { return state.refusal }
      return state.keys.removeValue(forKey: name) == nil ? ENOKEY : 0
    }
  }

  func removeAll(_ start: String) -> (errno: Int32, count: Int) {
    state.withLock { state in
      guard state.refusal == 0 else { return (state.refusal, 0) }
      let names = state.keys.keys.filter { $0.hasPrefix(start) }
      for name in names { state.keys[name] = nil }
      return (0, names.count)
    }
  }
}

@Suite struct `A key ring` {
  @Test func `opens a vault that is kept unlocked`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let keys = FakeKeys()
    let ring = KeyRing(keys)
    #expect(try SealedFile.open(at: workshop.path(), unlockedIn: ring) == nil)
    let file = try workshop.open()
    try file.keepUnlocked(in: ring, seconds: 900)
    try file.close()
    #expect(keys.state.withLock { $0.seconds } == [900])
    #expect(keys.state.withLock { Array($0.keys.keys) }.first?.hasPrefix("netvault:") == true)

    for mode in [SealedFile.Mode.read, .write] {
      let open = try #require(
        try SealedFile.open(at: workshop.path(), unlockedIn: ring, mode: mode))
      #expect(open.openedSlot == nil)
      #expect(try notes(open) == ["a", "b", "c"])
      try open.close()
    }
    #expect(try ring.holds(file.vaultID))
    #expect(try ring.forget(file.vaultID))
    #expect(try !ring.forget(file.vaultID))
    #expect(try SealedFile.open(at: workshop.path(), unlockedIn: ring) == nil)
  }

  @Test func `lets go of a key that fits no more`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let ring = KeyRing(FakeKeys())
    let file = try workshop.open()
    try file.keepUnlocked(in: ring, seconds: 900)
    try file.rekey(passphrase: secret("new"), cost: .least)
    try file.close()
    #expect(try ring.holds(file.vaultID))
    #expect(try SealedFile.open(at: workshop.path(), unlockedIn: ring) == nil)
    #expect(try !ring.holds(file.vaultID))
  }

  @Test func `keeps the key when a copy from before the re-keying does not open`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    try workshop.write(workshop.bytes(), "old.vault")
    let ring = KeyRing(FakeKeys())
    let file = try workshop.open()
    try file.rekey(passphrase: secret("new"), cost: .least)
    try file.keepUnlocked(in: ring, seconds: 900)
    try file.close()
    #expect(
      try SealedFile.open(at: workshop.path("old.vault"), unlockedIn: ring, isCopy: true) == nil)
    #expect(try ring.holds(file.vaultID))
  }

  @Test func `keeps one key for each vault, and forgets all at once`() throws {
    let workshop = try Workshop()
    let ring = KeyRing(FakeKeys())
    var ids: [[UInt8]] = []
    for name in ["a", "b"] {
      let file = try workshop.create(name)
      try file.keepUnlocked(in: ring, seconds: 60)
      try file.keepUnlocked(in: ring, seconds: 60)
      ids.append(file.vaultID)
      try file.close()
    }
    #expect(try ring.forgetAll() == 2)
    #expect(try ring.forgetAll() == 0)
    for id in ids { #expect(try !ring.holds(id)) }
  }

  @Test(
    arguments: [
      (EPERM, .notAllowed), (EACCES, .notAllowed), (ENOSYS, .notAllowed), (EDQUOT, .full),
      (EIO, .other(errno: EIO)),
    ] as [(Int32, KeyRing.Refusal)])
  func `says why it refuses`(number: Int32, refusal: KeyRing.Refusal) throws {
    let workshop = try Workshop()
    let ring = KeyRing(FakeKeys(refusing: number))
    let file = try workshop.create()
    #expect(throws: refusal) { try file.keepUnlocked(in: ring, seconds: 60) }
    #expect(throws: refusal) { try ring.holds(file.vaultID) }
    #expect(throws: refusal) { try ring.forget(file.vaultID) }
    #expect(throws: refusal) { try ring.forgetAll() }
    try file.close()
    // The vault then opens with its passphrase, as ever.
    #expect(try SealedFile.open(at: workshop.path(), unlockedIn: ring) == nil)
  }
}

@Suite struct `The kernel's key ring` {
  /// What the kernel says where these tests run: nil where it keeps keys.
  private static let refusal: KeyRing.Refusal? = {
    do throws(KeyRing.Refusal) {
      _ = try KeyRing.kernel.holds([UInt8](repeating: 0, count: 16))
      return nil
    } catch {
      return error
    }
  }()

  @Test(.enabled(if: refusal == nil, "this kernel keeps no keys for us"))
  func `keeps a key until it is forgotten`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    defer { _ = try? KeyRing.kernel.forget(file.vaultID) }
    #expect(try !KeyRing.kernel.forget(file.vaultID))
    try file.keepUnlocked(in: .kernel, seconds: 60)
    try file.keepUnlocked(in: .kernel, seconds: 30)
    try file.close()
    let open = try #require(try SealedFile.open(at: workshop.path(), unlockedIn: .kernel))
    #expect(try notes(open) == ["a", "b", "c"])
    try open.close()
    #expect(try KeyRing.kernel.forget(file.vaultID))
    #expect(try !KeyRing.kernel.holds(file.vaultID))
    #expect(try SealedFile.open(at: workshop.path(), unlockedIn: .kernel) == nil)
  }

  @Test(.enabled(if: refusal == nil, "this kernel keeps no keys for us"))
  func `forgets a key by itself`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    try file.keepUnlocked(in: .kernel, seconds: 1)
    try file.close()
    // However busy the computer is, a second ends some day.
    while try KeyRing.kernel.holds(file.vaultID) { usleep(50_000) }
    #expect(try SealedFile.open(at: workshop.path(), unlockedIn: .kernel) == nil)
  }
}
