internal import Console
internal import Glibc

/// How much room is left where a file lies.
enum FreeSpace {
  static func problem(at path: String) -> Problem {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let place = folder.isEmpty ? "/" : folder
    return .noSpace(free: words(bytes(in: place) ?? 0), needed: nil, again: "this", place: place)
  }

  /// What this person may still write in a folder; nil when the system does not say.
  static func bytes(in folder: String) -> UInt64? {
    var status = statvfs()
    guard unsafe statvfs(folder, &status) == 0 else { return nil }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize)
  }

  static func words(_ bytes: UInt64) -> String {
    switch bytes {
    case ..<1_000_000: "\(bytes / 1000) KB"
    case ..<1_000_000_000: "\(bytes / 1_000_000) MB"
    default: "\(bytes / 1_000_000_000) GB"
    }
  }
}
