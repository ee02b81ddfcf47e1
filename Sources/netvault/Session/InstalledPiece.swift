/// One thing that `netvault reminders install` puts on a disk. What is there and is not as netvault writes
/// it is never overwritten and never removed.
internal import Console
internal import Glibc
internal import Writing

struct InstalledPiece {
  enum What {
    case file(String)
    case link(String)
    /// Lines between two marks in a file of the person's.
    case lines(String)
  }

  let path: String
  let what: What

  private static let first = "# Written by netvault reminders install; its mark: "
  private static let begin = "# netvault reminders: begin\n"
  private static let end = "# netvault reminders: end\n"

  /// The first line has a mark of all others: what was changed by hand is known by it.
  private static func marked(_ text: String) -> String {
    "\(first)\(ShortName.of(text))\n\(text)"
  }

  private static func isOurs(_ text: String) -> Bool {
    guard text.hasPrefix(first), let lineEnd = text.firstIndex(of: "\n") else { return false }
    let rest = String(text[text.index(after: lineEnd)...])
    return text[..<lineEnd].dropFirst(first.count) == ShortName.of(rest)[...]
  }

  /// True for what is there exactly as it would be written now.
  var isInPlace: Bool {
    switch what {
    case .file(let text): SmallFile.text(path) == Self.marked(text)
    case .link(let target): SmallFile.target(path) == target
    case .lines(let text): Self.lines(of: path).map { $0 == text } ?? false
    }
  }

  /// True for what `install` wrote, also by an older netvault, and nobody changed.
  var isOurs: Bool {
    switch what {
    case .file: SmallFile.text(path).map { Self.isOurs($0) } ?? false
    case .link(let target): SmallFile.target(path) == target
    case .lines: Self.lines(of: path) != nil
    }
  }

  /// True for something of that name that is not netvault's.
  var isInTheWay: Bool {
    switch what {
    case .file, .link: SmallFile.isThere(path) && !isOurs
    case .lines: SmallFile.isThere(path) && SmallFile.text(path) == nil
    }
  }

  /// What stands between the marks; nil where there are none.
  static func lines(of path: String) -> String? {
    guard let text = SmallFile.text(path), let start = text.firstRange(of: begin),
      let stop = text[start.upperBound...].firstRange(of: end)
    else { return nil }
    return String(text[start.upperBound..<stop.lowerBound])
  }

  private static func without(_ text: String) -> String {
    guard let start = text.firstRange(of: begin),
      let stop = text[start.upperBound...].firstRange(of: end)
    else { return text }
    return String(text[..<start.lowerBound] + text[stop.upperBound...])
  }

  func put() throws(Problem) {
    SmallFile.makeFolder(of: path)
    switch what {
    case .file(let text):
      try OutputFile.write(Array(Self.marked(text).utf8), to: path, replacing: true)
    case .link(let target):
      guard !isInPlace else { return }
      guard unsafe symlink(target, path) == 0 else { throw CannotWrite.problem(path, errno) }
    case .lines(let text):
      var whole = Self.without(SmallFile.text(path) ?? "")
      if !whole.isEmpty, !whole.hasSuffix("\n") { whole += "\n" }
      whole += Self.begin + text + Self.end
      try SmallFile.rewrite(path, whole)
    }
  }

  func take() throws(Problem) {
    switch what {
    case .file, .link:
      guard unsafe unlink(path) == 0 else { throw CannotWrite.problem(path, errno) }
    case .lines:
      guard let text = SmallFile.text(path) else { return }
      let rest = Self.without(text)
      // A file that held nothing else was made for it.
      if rest.isEmpty {
        guard unsafe unlink(path) == 0 else { throw CannotWrite.problem(path, errno) }
      } else {
        try SmallFile.rewrite(path, rest)
      }
    }
  }
}

/// Small text files of the person's settings.
enum SmallFile {
  private static let longest = 1 << 20

  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Nil for what is not there, is no file, is too large, or is no text.
  static func text(_ path: String) -> String? {
    guard let file = try? MappedFile(path), file.count <= longest else { return nil }
    let bytes = file.lend { span in (0..<span.count).map { span[$0] } }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Where a link points to.
  static func target(_ path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink(path, &bytes, bytes.count)
    guard count >= 0 else { return nil }
    return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Makes the folder that a file is to be in, and those above it.
  static func makeFolder(of path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      unsafe mkdir(folder, 0o700)
    }
  }

  /// Writes a file of the person's anew in one step. It may be a link to where it really is, and
  /// others may be allowed to read it: both stay as they were.
  static func rewrite(_ path: String, _ text: String) throws(Problem) {
    let resolved = unsafe realpath(path, nil)
    defer { unsafe free(resolved) }
    let real = unsafe resolved.map { unsafe String(cString: $0) } ?? path
    var status = stat()
    let isThere = unsafe stat(real, &status) == 0
    try OutputFile.write(Array(text.utf8), to: real, replacing: true)
    if isThere { unsafe chmod(real, status.st_mode & 0o777) }
  }
}
