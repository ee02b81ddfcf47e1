/// The reminders of one vault that can be read without opening it: days and neutral words, and nothing
/// else. It is only there when the person asked for it.
///
///     netvault reminders 1
///     made 2026-11-21
///     2026-12-03 Health appointment
///     2026-12-10..2026-12-10 Health appointment
///
/// A day with `..` behind it and a second one is over after that one. What is not of this shape is not
/// read at all.
internal import CarePlan
internal import Console
internal import Glibc
internal import Records
internal import Sealing
internal import Vault

struct RemindersFile {
  struct Line: Hashable {
    /// The first day on which it may be done.
    let from: PartialDate
    /// After this day it is over. Nil for what stays due.
    let until: PartialDate?
    let words: String
  }

  /// Why a file is not read, in words that go on from "the file".
  enum Trouble: Error {
    case missing
    case unreadable(String)
  }

  let made: PartialDate
  /// True when somebody was told that it is old.
  var isSaidOld = false
  var lines: [Line]

  private static let magic = "netvault reminders 1"
  private static let longest = 1 << 16
  private static let mostLines = 500
  /// How far ahead it goes. A vault is opened more often than once in a year.
  private static let daysAhead = 366
  private static let words = Set(Upcoming.Topic.allCases.map(\.neutralWords))

  init(_ upcoming: [Upcoming], today: PartialDate) {
    made = today
    lines = upcoming.filter { $0.day.dayNumber - today.dayNumber <= Self.daysAhead }
      .map { one in
        let first = one.earliest.map { min($0, one.day) } ?? one.day
        // A visit is over with its day, and a window with its last one. The rest stays due.
        let isOver = one.topic == .visit || one.topic == .enrollment
        return Line(
          from: first, until: isOver ? (one.latest ?? one.day).lastDay : nil,
          words: one.topic.neutralWords)
      }
      .sorted { ($0.from, $0.words) < ($1.from, $1.words) }
    lines = Array(lines.prefix(Self.mostLines))
  }

  /// How many of its lines are due on a day.
  func due(on today: PartialDate) -> Int {
    lines.count { line in
      line.from.firstDay <= today && (line.until.map { $0.lastDay >= today } ?? true)
    }
  }

  func isOld(on today: PartialDate) -> Bool { today.dayNumber - made.dayNumber > 30 }

  // MARK: its text

  var text: String {
    var text = "\(Self.magic)\nmade \(made)\n"
    if isSaidOld { text += "said\n" }
    for line in lines {
      text += "\(line.from)\(line.until.map { "..\($0)" } ?? "") \(line.words)\n"
    }
    return text
  }

  init?(_ text: String) {
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard rest.popFirst() == Self.magic[...], let second = rest.popFirst(),
      second.hasPrefix("made "), let made = PartialDate(second.dropFirst(5)), made.day != nil,
      rest.popLast() == ""
    else { return nil }
    if rest.first == "said" {
      isSaidOld = true
      rest.removeFirst()
    }
    guard rest.count <= Self.mostLines else { return nil }
    var lines: [Line] = []
    for line in rest {
      guard let space = line.firstIndex(of: " ") else { return nil }
      let words = String(line[line.index(after: space)...])
      let days = line[..<space].components(".." as Substring)
      guard Self.words.contains(words), let from = PartialDate(days.first),
        days.second.map({ PartialDate($0) != nil }) ?? true
      else { return nil }
      lines.append(Line(from: from, until: days.second.flatMap { PartialDate($0) }, words: words))
    }
    self.made = made
    self.lines = lines
  }

  // MARK: on the disk

  private static let start = "reminders-"
  private static let practiceStart = "reminders-practice-"

  /// The file of a vault, named by its random number as the others of this computer's notes are. The
  /// practice vault has a name of its own, so that it is never counted with people's own.
  static func path(ofVault id: [UInt8], isPractice: Bool, _ environment: [String: String]) -> String
  {
    let start = isPractice ? practiceStart : start
    return "\(StateFolder(environment).path)/\(start)\(id.hex)"
  }

  /// The files of all vaults but the practice vault.
  static func all(_ environment: [String: String]) -> [String] {
    let folder = StateFolder(environment).path
    guard let handle = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      let id = name.dropFirst(start.count)
      if name.hasPrefix(start), id.count == 32, id.allSatisfy(\.isHexDigit) { names.append(name) }
    }
    return names.sorted().map { "\(folder)/\($0)" }
  }

  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Reads a file that is this person's own, small, and of the right shape. A link is not followed.
  static func read(_ path: String) throws(Trouble) -> RemindersFile {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw .missing
      case ELOOP: throw .unreadable("is a link")
      default: throw .unreadable("may not be read")
      }
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable("is not a file")
    }
    guard status.st_uid == geteuid() else { throw .unreadable("belongs to somebody else") }
    guard status.st_size <= longest else { throw .unreadable("is too large") }
    var bytes = [UInt8](repeating: 0, count: longest + 1)
    var count = 0
    while count < bytes.count {
      let read = unsafe bytes.withUnsafeMutableBytes { room in
        unsafe Glibc.read(file, room.baseAddress.map { unsafe $0 + count }, room.count - count)
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { break }
      count += read
    }
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    guard count <= longest, let reminders = RemindersFile(text) else {
      throw .unreadable("is damaged")
    }
    return reminders
  }

  func write(to path: String, _ environment: [String: String]) throws(Problem) {
    StateFolder(environment).make()
    try OutputFile.write(Array(text.utf8), to: path, replacing: true, durable: false)
  }

  @discardableResult
  static func remove(_ path: String) -> Bool { unsafe unlink(path) == 0 }
}

extension Substring {
  /// The words before and behind the first `mark`.
  fileprivate func components(_ mark: Substring) -> (first: Substring, second: Substring?) {
    guard let range = firstRange(of: mark) else { return (self, nil) }
    return (self[..<range.lowerBound], self[range.upperBound...])
  }
}
