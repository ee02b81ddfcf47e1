/// Writes a file so that it is either not there or whole: a temporary file, synced, then renamed.
internal import Console
internal import Glibc

enum OutputFile {
  /// Writes `bytes` to `path`, readable by its owner only.
  ///
  /// An existing file is kept unless `replacing` is true; it is replaced in one step. What can be
  /// made again need not be `durable`: it is not waited for until it is on the disk.
  static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool, durable: Bool = true
  ) throws(Problem) {
    var status = stat()
    if !replacing, unsafe lstat(path, &status) == 0 { throw ExistingFile.problem(path) }
    let temporary = "\(path).\(getpid()).part"
    let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw CannotWrite.problem(path, errno) }
    if let failure = put(bytes, into: file, durable: durable) {
      close(file)
      unsafe unlink(temporary)
      throw CannotWrite.problem(path, failure)
    }
    close(file)
    if let failure = place(temporary, at: path, replacing: replacing) {
      unsafe unlink(temporary)
      if failure == EEXIST { throw ExistingFile.problem(path) }
      throw CannotWrite.problem(path, failure)
    }
    if durable { syncFolder(of: path) }
  }

  /// Says what is in the way before anybody is asked for anything.
  static func requireFree(_ path: String) throws(Problem) {
    var status = stat()
    if unsafe lstat(path, &status) == 0 { throw ExistingFile.problem(path) }
  }

  /// A link fails where the name is taken, a rename does not. USB sticks (FAT) have no links.
  /// Nil, or the error number of what did not work.
  static func place(_ temporary: String, at path: String, replacing: Bool) -> Int32? {
    if !replacing {
      if unsafe link(temporary, path) == 0 {
        unsafe unlink(temporary)
        return nil
      }
      guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno) else { return errno }
    }
    return unsafe rename(temporary, path) == 0 ? nil : errno
  }

  /// Nil, or the error number of what did not work.
  private static func put(_ bytes: [UInt8], into file: Int32, durable: Bool) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return !durable || fsync(file) == 0 ? nil : errno
  }

  static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let handle = unsafe open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }
}

/// Why a file could not be written, by the system's error number.
enum CannotWrite {
  static func problem(_ path: String, _ number: Int32) -> Problem {
    [ENOSPC, EDQUOT, EFBIG].contains(number)
      ? FreeSpace.problem(at: path) : .cannotWrite(path, instead: nil)
  }
}

/// What to say when the file is already there: from when it is, and how to keep both.
enum ExistingFile {
  static func problem(_ path: String) -> Problem {
    var status = stat()
    var when = "before"
    if unsafe lstat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return .outputIsFolder(path) }
      when = Clock.spelled(status.st_mtim.tv_sec)
    }
    let last = path.split(separator: "/").last ?? ""
    let ending = last.lastIndex(of: ".").map { String(last[$0...]) } ?? ""
    return .fileExists(path, when: when, keepBoth: "another-name\(ending)")
  }
}
