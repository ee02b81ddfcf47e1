internal import Foundation

/// A program that is started, listened to and killed.
final class Victim {
  private let id: pid_t
  private let pipe: Int32
  private var heard: [UInt8] = []
  private var isOver = false
  private static let birth = NSLock()
  private static let folder: URL = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: own).deletingLastPathComponent()
  }()

  struct NotStarted: Error {
    let result: Int32
  }

  /// A program beside this test. With an environment of its own its errors are listened to as well.
  init(_ program: String, _ arguments: [String], environment: [String] = []) throws {
    let program = Self.folder.appending(path: program).path
    var ends: [Int32] = [0, 0]
    // No other victim may be born with this pipe's ends.
    Self.birth.lock()
    defer { Self.birth.unlock() }
    guard unsafe Foundation.pipe(&ends) == 0 else { throw NotStarted(result: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    if !environment.isEmpty { unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 2) }
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { word in unsafe free(word) } }
    var settings = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe settings.forEach { setting in unsafe free(setting) } }
    var id: pid_t = 0
    let result = unsafe posix_spawn(&id, program, &actions, nil, &words, &settings)
    close(ends[1])
    pipe = ends[0]
    self.id = id
    guard result == 0 else {
      close(pipe)
      isOver = true
      throw NotStarted(result: result)
    }
  }

  /// Waits for its end, and gives what it said and its exit code.
  func finish() -> (lines: [String], code: Int32) {
    while read() {}
    let status = wait()
    return (said, status & 0x7f == 0 ? (status >> 8) & 0xff : -1)
  }

  private func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    isOver = true
    close(pipe)
    return status
  }

  /// Every whole line so far.
  private var said: [String] {
    // What follows the last line end is empty, or a line that was cut.
    String(decoding: heard, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { String($0) }
  }

  /// Waits until it has said something, or has ended.
  func waitForWords() {
    guard heard.isEmpty else { return }
    read()
  }

  /// Kills it and gives every whole line that it had said. False when it had ended by itself.
  func kill() -> (lines: [String], wasAlive: Bool) {
    Foundation.kill(id, SIGKILL)
    while read() {}
    let status = wait()
    return (said, status & 0x7f == SIGKILL)
  }

  @discardableResult
  private func read() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe Foundation.read(pipe, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && errno == EINTR }
    heard += buffer.prefix(count)
    return true
  }

  deinit {
    guard !isOver else { return }
    _ = kill()
  }
}
