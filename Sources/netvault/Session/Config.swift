/// What a person has set for all their vaults on this computer: the file `~/.config/netvault/config`.
///
/// `key = value`, one a line; a line that begins with # is a remark. A line that nobody understands is
/// left alone. A flag is stronger than the environment, which is stronger than this file.
internal import Console
internal import FoundationEssentials
internal import Glibc
internal import Records

struct Config {
  enum Key: String, CaseIterable {
    case vault
    case typist = "as"
    case dates
    case accessible
    case color
    case lockAfter = "lock-after"
    case paper
    case largePrint = "large-print"
  }

  let path: String
  private(set) var lines: [String]

  /// XDG Base Directory Specification: XDG_CONFIG_HOME.
  init(_ environment: [String: String]) {
    let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    path = (folder ?? (environment["HOME"] ?? ".") + "/.config") + "/netvault/config"
    // A settings file is small; what is not is none.
    let data = FileManager.default.contents(atPath: path) ?? Data()
    lines =
      data.count > 1 << 16
      ? []
      : String(decoding: data, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { String($0) }
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// The two sides of a line, or nil for a remark.
  private static func parts(_ line: String) -> (key: String, value: String)? {
    guard let mark = line.firstIndex(of: "="), !line.trimmedSpaces.hasPrefix("#") else {
      return nil
    }
    let key = String(line[..<mark]).trimmedSpaces
    return (key, String(line[line.index(after: mark)...]).trimmedSpaces)
  }

  /// What the file says, as it stands there. The last line of a key counts.
  subscript(key: Key) -> String? {
    let value = lines.reversed().lazy.compactMap { Self.parts($0) }
      .first { $0.key == key.rawValue }?.value
    return value?.isEmpty == false ? value : nil
  }

  /// The keys in the file that netvault does not know.
  var unknownKeys: [String] {
    lines.compactMap { Self.parts($0)?.key }.filter { Key(rawValue: $0) == nil }
  }

  /// Sets a key, or with nil goes back to what is built in. Writes the file at once, in one step.
  mutating func set(_ key: Key, to value: String?) throws(Problem) {
    lines.removeAll { Self.parts($0)?.key == key.rawValue }
    if let value { lines.append("\(key.rawValue) = \(value)") }
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      unsafe mkdir(folder, 0o700)
    }
    let text = lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    try OutputFile.write(Array(text.utf8), to: path, replacing: true)
  }
}

// What the program takes from it. A value that cannot be read counts as none.
extension Config {
  var vault: String? { self[.vault] }
  var typist: String? { self[.typist] }
  var dates: DatePhrase.Order? {
    self[.dates].flatMap { DatePhrase.Order(rawValue: $0.lowercased()) }
  }
  var isAccessible: Bool? { self[.accessible].flatMap { Prompt.yesOrNo($0) } }
  var color: Bool? { self[.color].flatMap { Prompt.yesOrNo($0) } }
  var isLargePrint: Bool { self[.largePrint].flatMap { Prompt.yesOrNo($0) } ?? false }
  var paper: String? { self[.paper].flatMap { Self.papers[$0.lowercased()] } }

  /// In seconds. 0 where nothing is to be kept open.
  var lockAfter: Int? { self[.lockAfter].flatMap { Self.lockSeconds($0) } }

  static let papers = ["a4": "A4", "letter": "Letter"]

  static func lockSeconds(_ text: String) -> Int? {
    if text == "0" || text.lowercased() == "off" { return 0 }
    guard let seconds = SpokenDuration.seconds(text), (1...Unlocking.longest).contains(seconds)
    else { return nil }
    return seconds
  }
}

extension Config.Key {
  /// What the setting does, in one line.
  var about: String {
    switch self {
    case .vault: "Which vault is meant when none is named."
    case .typist: "Who is typing on this computer. It stands with every entry."
    case .dates: "How dates in figures are read."
    case .accessible: "For screen readers and braille: no columns, nothing redrawn."
    case .color: "Colors on the screen."
    case .lockAfter: "How long netvault unlock keeps a vault open."
    case .paper: "The paper that a summary is printed on."
    case .largePrint: "Larger letters in every summary."
    }
  }

  /// What is so when nobody set anything.
  var builtIn: String {
    switch self {
    case .vault: "the only one on this computer"
    case .typist: "the person whose vault it is"
    case .dates: "netvault asks"
    case .accessible, .largePrint: "no"
    case .color: "yes"
    case .lockAfter: "15 minutes"
    case .paper: "whatever the printer has"
    }
  }

  /// What can be set, for people.
  var choices: [String] {
    switch self {
    case .vault, .typist: []
    case .dates: DatePhrase.Order.allCases.map(\.rawValue)
    case .accessible, .color, .largePrint: ["yes", "no"]
    case .lockAfter: ["15 minutes", "1 hour", "off"]
    case .paper: ["A4", "Letter"]
    }
  }

  /// The value as it is kept, or nil for one that it cannot take.
  func normal(_ text: String) -> String? {
    switch self {
    case .vault, .typist: return text
    case .dates: return DatePhrase.Order(rawValue: text.lowercased())?.rawValue
    case .accessible, .color, .largePrint:
      return Prompt.yesOrNo(text).map { $0 ? "yes" : "no" }
    case .lockAfter:
      return Config.lockSeconds(text).map { $0 == 0 ? "off" : SpokenDuration.words($0) }
    case .paper: return Config.papers[text.lowercased()]
    }
  }
}
