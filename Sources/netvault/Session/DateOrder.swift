/// How this computer's person writes dates in figures, as the settings file says it.
internal import Console
internal import FoundationEssentials
internal import Glibc

/// The line `dates = day-first` of `~/.config/netvault/config`.
struct DateOrder {
  let path: String

  /// XDG Base Directory Specification: XDG_CONFIG_HOME.
  init(_ environment: [String: String]) {
    let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    path = (folder ?? (environment["HOME"] ?? ".") + "/.config") + "/netvault/config"
  }

  private var lines: [String] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map { String($0) }
  }

  private static func isDates(_ line: String) -> Bool {
    line.split(separator: "=").first?.trimmingPrefix(while: \.isWhitespace)
      .split(separator: " ").first == "dates"
  }

  var order: DatePhrase.Order? {
    guard let line = lines.last(where: { Self.isDates($0) }),
      let value = line.split(separator: "=").dropFirst().first
    else { return nil }
    return DatePhrase.Order(rawValue: value.split(whereSeparator: \.isWhitespace).joined())
  }

  /// Remembers the order. That it cannot be written only means that it is asked again.
  func remember(_ order: DatePhrase.Order) {
    let kept = lines.filter { !Self.isDates($0) } + ["dates = \(order.rawValue)"]
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      unsafe mkdir(folder, 0o700)
    }
    try? OutputFile.write(
      Array((kept.joined(separator: "\n") + "\n").utf8), to: path, replacing: true, durable: false)
  }
}
