internal import Glibc

/// A program that was run to its end: how long it took, and how much memory it held at most.
struct Child {
  let seconds: Double
  /// What it had of the processors, in seconds.
  let processor: Double
  /// Peak resident memory, in bytes.
  let peak: Int
  let status: Int32

  /// This program, for a part that is measured in a process of its own. What a child held at most
  /// counts what its parent held before it (getrusage(2): the largest of both programs).
  static let itself = "/proc/self/exe"

  /// Runs a program, with its output thrown away unless it is a part of the report.
  init(_ arguments: [String], isShown: Bool = false) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDOUT_FILENO, STDERR_FILENO] where !isShown {
      unsafe posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    let words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    let start = Self.now()
    var child: pid_t = 0
    guard unsafe posix_spawnp(&child, arguments[0], &actions, nil, words, environ) == 0 else {
      throw ChildError.notStarted(arguments[0])
    }
    var status: Int32 = 0
    var usage = rusage()
    guard unsafe wait4(child, &status, 0, &usage) == child else {
      throw ChildError.notStarted(arguments[0])
    }
    seconds = Self.now() - start
    processor =
      Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    peak = usage.ru_maxrss * 1024
    self.status = status
  }

  static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

enum ChildError: Error {
  case notStarted(String)
}
