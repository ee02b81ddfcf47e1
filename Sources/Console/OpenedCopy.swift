import FoundationEssentials
import Glibc

/// A copy of a kept file for another program to show: in memory, in a folder that only this person
/// can open, and gone afterwards, also after Ctrl-C.
package struct OpenedCopy: ~Copyable {
  /// The copy.
  package let path: String
  /// Open for writing.
  package let handle: Int32
  private let folder: String
  private static let prefix = "netvault-open-"

  /// Makes the place. Nil when there is no folder in memory. `parents` are tried in their order.
  package init?(named name: String, in parents: [String]) {
    for parent in parents where PrivateFolder.isInMemory(parent) {
      Self.removeLeftOvers(in: parent)
      // mkdtemp(3) makes it for its owner alone. The number says whose it is.
      var template = Array("\(parent)/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
      guard let made = unsafe mkdtemp(&template) else { continue }
      let folder = unsafe String(cString: made)
      let path = "\(folder)/\(name)"
      let handle = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard handle >= 0 else {
        unsafe rmdir(folder)
        continue
      }
      self.folder = folder
      self.path = path
      self.handle = handle
      Interruption.guardFile(path, in: folder)
      return
    }
    return nil
  }

  /// How many bytes may still be written there.
  package var free: UInt64? {
    var status = statvfs()
    guard unsafe statvfs(folder, &status) == 0 else { return nil }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize)
  }

  /// Removes what a program left behind that was killed: folders whose process is gone.
  private static func removeLeftOvers(in parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let number = name.dropFirst(prefix.count).prefix { $0.isNumber }
      guard let process = pid_t(number), process > 0, kill(process, 0) != 0, errno == ESRCH else {
        continue
      }
      try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
    }
  }

  deinit {
    close(handle)
    // What a program put beside it goes too.
    try? FileManager.default.removeItem(atPath: folder)
    Interruption.releaseFile()
  }
}
