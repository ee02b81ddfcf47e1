import Glibc

/// Runs a program that gives a secret, such as a password manager. There is no shell between.
package enum SecretCommand {
  /// Why there is no secret.
  package enum Trouble: Error, Hashable, Sendable {
    /// It could not be started: the system's number.
    case notStarted(Int32)
    /// It ended with this code, or by a signal (nil).
    case ended(Int32?)
    /// It gave no line, or one that is too long.
    case nothing
  }

  /// Lends the first line that the program writes, then erases it. The rest of what it writes is
  /// not looked at. It sees the same keyboard, screen and errors as netvault.
  package static func run(
    _ words: [String], _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(Trouble) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw .notStarted(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child: pid_t
    do throws(Trouble) {
      child = try start(words, writingTo: ends[1])
      close(ends[1])
    } catch {
      close(ends[0])
      close(ends[1])
      throw error
    }
    let isRead = unsafe SecretLine.read(from: ends[0], body)
    drain(ends[0])
    close(ends[0])
    let status = wait(for: child)
    guard status == 0 else {
      throw .ended(status & 0x7F == 0 ? (status >> 8) & 0xFF : nil)
    }
    guard isRead else { throw .nothing }
  }

  private static func start(_ words: [String], writingTo end: Int32) throws(Trouble) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO)
    // netvault ignores a broken pipe, and a program would inherit that.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in 0..<words.count { unsafe free(arguments[index]) } }
    var child: pid_t = 0
    let result = unsafe posix_spawnp(
      &child, words[0], &actions, &attributes, &arguments, environ)
    guard result == 0 else { throw .notStarted(result) }
    return child
  }

  /// Reads to the end, so that the program can say all it has to say. Each piece is erased.
  private static func drain(_ file: Int32) {
    var bytes = [UInt8](repeating: 0, count: 512)
    while true {
      let count = unsafe read(file, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
    }
    Terminal.erase(&bytes)
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return status
  }
}
