internal import Console
internal import Glibc

/// How much room is left where a file lies.
enum FreeSpace {
  static func problem(at path: String) -> Problem {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    var status = statvfs()
    let place = folder.isEmpty ? "/" : folder
    let isKnown = unsafe statvfs(place, &status) == 0
    let free = isKnown ? UInt64(status.f_bavail) * UInt64(status.f_frsize) : 0
    return .noSpace(free: words(free), needed: nil, again: "this", place: place)
  }

  private static func words(_ bytes: UInt64) -> String {
    switch bytes {
    case ..<1_000_000: "\(bytes / 1000) KB"
    case ..<1_000_000_000: "\(bytes / 1_000_000) MB"
    default: "\(bytes / 1_000_000_000) GB"
    }
  }
}
