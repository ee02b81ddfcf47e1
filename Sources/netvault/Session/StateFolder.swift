/// The folder where this computer keeps what is no record: what it saw of a vault last, and which
/// records the last list showed.
internal import Glibc

struct StateFolder {
  let path: String

  /// XDG Base Directory Specification: XDG_STATE_HOME.
  init(_ environment: [String: String]) {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    path = (state ?? (environment["HOME"] ?? ".") + "/.local/state") + "/netvault"
  }

  /// Makes the folder and those above it. That it cannot be made is no failure: what is kept in it
  /// is lost, and nothing else.
  func make() {
    var folder = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      folder += "/" + part
      unsafe mkdir(folder, 0o700)
    }
  }

  /// True when something can be kept in it.
  var isWritable: Bool { unsafe access(path, W_OK | X_OK) == 0 }
}
