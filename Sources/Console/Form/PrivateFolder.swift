import FoundationEssentials
import Glibc

/// A folder in memory that only this person can open, with one file in it.
///
/// `/dev/shm` and `/run/user` are kept in memory by the kernel (tmpfs), so the form never reaches
/// the disk unless the computer swaps. The folder is removed with all that an editor left there.
struct PrivateFolder: ~Copyable {
  let path: String
  let file: String

  private init(path: String) {
    self.path = path
    file = path + "/form.txt"
    // From here on the folder is removed, also when the program is stopped from outside.
    Interruption.guardFile(file, in: path)
  }

  /// Nil when there is no folder in memory.
  static func holding(_ text: String, in parents: [String]) -> PrivateFolder? {
    for parent in parents where isInMemory(parent) {
      var template = Array("\(parent)/netvault-XXXXXX".utf8CString)
      // mkdtemp(3) makes it for its owner alone.
      guard let made = unsafe mkdtemp(&template) else { continue }
      let folder = PrivateFolder(path: unsafe String(cString: made))
      guard folder.write(text) else { return nil }
      return folder
    }
    return nil
  }

  /// True where the kernel's list of mounts, proc(5), says tmpfs for exactly this folder.
  static func isInMemory(_ path: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: "/proc/self/mounts") else { return false }
    let mounts = String(decoding: data, as: UTF8.self)
    // The last mount on a folder hides the ones before.
    let kind = mounts.split(separator: "\n").reversed().lazy
      .map { $0.split(separator: " ") }
      .first { $0.count > 2 && $0[1] == path }
    return kind?[2] == "tmpfs"
  }

  func write(_ text: String) -> Bool {
    let handle = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard handle >= 0 else { return false }
    defer { close(handle) }
    let bytes = Array(text.utf8)
    return unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.write(handle, buffer.baseAddress, buffer.count) == buffer.count
    }
  }

  func read() -> String? {
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  private static func remove(_ path: String) {
    // What cannot be removed is in memory, and gone when the computer is turned off.
    try? FileManager.default.removeItem(atPath: path)
  }

  deinit {
    Self.remove(path)
    Interruption.releaseFile()
  }
}
