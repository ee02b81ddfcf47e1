internal import Foundation

/// Why the harness itself could not do what a test asked.
struct HarnessError: Error, CustomStringConvertible {
  let description: String
}

/// One started program. It stands in a session of its own, so no test reaches a real terminal.
final class Child {
  /// A file that the program finds open as one of its standard streams.
  struct Stream {
    let number: Int32
    let path: String
    let flags: Int32
  }

  /// The flag POSIX_SPAWN_SETSID of glibc: the first terminal that it opens becomes its terminal.
  private static let ownSession: Int16 = 0x80

  let id: pid_t
  private var status: Int32?
  private(set) var peakMemory = 0

  init(
    _ program: String, _ arguments: [String], environment: [String: String], in folder: String,
    streams: [Stream]
  ) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for stream in streams {
      unsafe posix_spawn_file_actions_addopen(
        &actions, stream.number, stream.path, stream.flags, 0o600)
    }

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // Signals as at a fresh prompt, whatever the test runner ignores or blocks.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Self.ownSession | Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
    unsafe posix_spawnattr_setflags(&attributes, flags)

    // `env -C` starts it in the folder, and steps aside.
    let words = unsafe CStrings(["env", "-C", folder, program] + arguments)
    let settings = unsafe CStrings(environment.map { "\($0)=\($1)" })
    var id: pid_t = 0
    let result = unsafe posix_spawn(
      &id, "/usr/bin/env", &actions, &attributes, words.pointers, settings.pointers)
    guard result == 0 else {
      throw HarnessError(description: "\(program) did not start (\(result))")
    }
    self.id = id
  }

  deinit {
    guard status == nil else { return }
    kill(id, SIGKILL)
    var ignored: Int32 = 0
    unsafe waitpid(id, &ignored, 0)
  }

  /// True once the program has ended.
  func hasEnded() -> Bool {
    guard status == nil else { return true }
    var found: Int32 = 0
    var usage = rusage()
    guard unsafe wait4(id, &found, WNOHANG, &usage) == id else { return false }
    status = found
    peakMemory = Int(usage.ru_maxrss) / 1024
    return true
  }

  /// Waits for the end, at most that many seconds.
  func wait(seconds: Double) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while !hasEnded() {
      guard Date() < deadline else {
        throw HarnessError(description: "it was still running after \(seconds) seconds")
      }
      usleep(2_000)
    }
  }

  /// The exit code, or nil when it still runs or a signal ended it.
  var code: Int32? {
    guard let status, status & 0x7f == 0 else { return nil }
    return (status >> 8) & 0xff
  }

  /// True when the kernel wrote a core file, wherever it went.
  var leftCore: Bool { signal != nil && status.map { $0 & 0x80 != 0 } == true }

  /// The signal that ended it, or nil.
  var signal: Int32? {
    guard let status, status & 0x7f != 0 else { return nil }
    return status & 0x7f
  }
}

/// Strings as C wants them: a list that ends with nothing. Freed with the owner.
@unsafe
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    unsafe count = strings.count
    unsafe pointers = .allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() {
      unsafe (pointers + index).initialize(to: strdup(string))
    }
    unsafe (pointers + strings.count).initialize(to: nil)
  }

  deinit {
    for index in 0..<(unsafe count) { unsafe free(pointers[index]) }
    unsafe pointers.deallocate()
  }
}
