import CPageLog
import Foundation
import Glibc

/// A page log in a file of its own, without any header: the tests bring the anchor.
@safe final class LogFile {
  let folder: String
  let path: String
  static let pageSize: UInt32 = 4096
  static let frame = Int(pageSize) + Int(NV_FRAME_MORE)
  static let key = [UInt8](repeating: 7, count: Int(NV_KEY_SIZE))
  /// What the header would say. Tests change it.
  var anchor = LogFile.blank(id: 1)
  private(set) var log: OpaquePointer?

  init() throws {
    folder = NSTemporaryDirectory() + "netvault-log-" + UUID().uuidString
    path = folder + "/log"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// An anchor of an empty log.
  static func blank(id: UInt8) -> nv_anchor {
    var anchor = nv_anchor()
    unsafe withUnsafeMutableBytes(of: &anchor.aId) {
      for index in $0.indices { unsafe $0[index] = id }
    }
    anchor.szPage = pageSize
    anchor.iEnd = UInt64(NV_LOG_START)
    return anchor
  }

  /// A page as the tests write it: its number and a version, over and over.
  static func page(_ number: UInt32, version: Int) -> [UInt8] {
    let pattern = [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: version), 0x5a]
    return (0..<Int(pageSize)).map { pattern[$0 % 3] }
  }

  /// Makes the file, empty but for the room of the header, and opens it.
  func create() -> Int32 {
    var place: OpaquePointer?
    var reason: Int32 = 0
    let made = unsafe nv_place_create(nv_files_real(), path, &place, &reason)
    guard made == 0, let place = unsafe place else { return made }
    let header = [UInt8](repeating: 0, count: Int(NV_LOG_START))
    _ = unsafe nv_place_write(place, 0, header, header.count)
    return unsafe start(place, mode: NV_OPEN_WRITE)
  }

  func open(mode: Int32 = NV_OPEN_WRITE) -> Int32 {
    close()
    var place: OpaquePointer?
    var reason: Int32 = 0
    let opened = unsafe nv_place_open(
      nv_files_real(), path, mode == NV_OPEN_WRITE ? 1 : 0, 0, &place, &reason)
    guard opened == 0, let place = unsafe place else { return opened }
    return unsafe start(place, mode: mode)
  }

  @unsafe
  private func start(_ place: OpaquePointer, mode: Int32) -> Int32 {
    let result = unsafe nv_log_open(place, Self.key, &anchor, mode, &log)
    if result != 0 { unsafe nv_place_close(place) }
    return result
  }

  func close() {
    unsafe nv_log_free(log)
    unsafe log = nil
  }

  deinit {
    close()
    try? FileManager.default.removeItem(atPath: folder)
  }
}

extension LogFile {
  func write(_ number: UInt32, version: Int) -> Int32 {
    guard let log = unsafe log else { return NV_MISUSE.code }
    return unsafe nv_log_write(log, number, Self.page(number, version: version))
  }

  func resize(_ pages: UInt32) -> Int32 {
    guard let log = unsafe log else { return NV_MISUSE.code }
    return unsafe nv_log_resize(log, pages)
  }

  func commit() -> Int32 {
    guard let log = unsafe log else { return NV_MISUSE.code }
    return unsafe nv_log_commit(log)
  }

  func settle() -> Int32 {
    guard let log = unsafe log else { return NV_MISUSE.code }
    return unsafe nv_log_settle(log, &anchor)
  }

  /// A page's bytes, or the failure. Fails the caller when a failed read leaves bytes behind.
  func read(_ number: UInt32) -> (result: Int32, bytes: [UInt8]) {
    var bytes = [UInt8](repeating: 0xee, count: Int(Self.pageSize))
    guard let log = unsafe log else { return (NV_MISUSE.code, bytes) }
    let result = unsafe nv_log_read(log, number, 0, Self.pageSize, &bytes)
    return (result, bytes)
  }

  var pages: UInt32 {
    guard let log = unsafe log else { return 0 }
    return unsafe nv_log_pages(log)
  }

  var sequence: UInt64 {
    guard let log = unsafe log else { return 0 }
    return unsafe nv_log_last(log).sequence
  }

  var isMoved: Bool {
    guard let log = unsafe log else { return true }
    return unsafe nv_place_moved(nv_log_place(log)) != 0
  }

  var facts: nv_facts {
    guard let log = unsafe log else { return nv_facts() }
    return unsafe nv_log_facts(log)
  }

  func bytes() throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  func replace(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Changes bytes in place, and gives back what was there.
  @discardableResult
  func patch(_ bytes: [UInt8], at offset: Int) -> [UInt8] {
    let file = unsafe Glibc.open(path, O_RDWR)
    defer { _ = Glibc.close(file) }
    var before = [UInt8](repeating: 0, count: bytes.count)
    _ = unsafe pread(file, &before, before.count, offset)
    _ = unsafe pwrite(file, bytes, bytes.count, offset)
    return before
  }
}

extension nv_result {
  /// As the functions return it.
  var code: Int32 { Int32(rawValue) }
}

/// The versions of all pages after each commit, as `writeStory` writes them.
struct Story {
  /// By sequence; a page's version by its number, 0 for a page of zeros.
  var states: [[Int]] = [[]]
  /// Where the log ended after each commit.
  var ends: [Int] = [Int(NV_LOG_START)]

  /// Compares an open log with the state of its sequence. nil: all as it was, or refused.
  func mismatch(_ file: LogFile) -> String? {
    let sequence = Int(file.sequence)
    guard sequence < states.count else { return "sequence \(sequence)" }
    let state = states[sequence]
    guard file.pages == state.count else { return "\(file.pages) pages" }
    for (index, version) in state.enumerated() {
      let (result, bytes) = file.read(UInt32(index + 1))
      if result != 0 {
        guard result == NV_DAMAGED.code else { return "result \(result)" }
        guard isEqual(bytes, zeros) else { return "bytes after a failed read" }
      } else {
        let wanted = version == 0 ? zeros : pages[version][index]
        guard isEqual(bytes, wanted) else { return "other bytes in page \(index + 1)" }
      }
    }
    return nil
  }

  private let zeros = [UInt8](repeating: 0, count: Int(LogFile.pageSize))
  /// By version and page, made once: there are many comparisons.
  private let pages = (0...6).map { version in
    (1...5).map { LogFile.page(UInt32($0), version: version) }
  }
}

/// Array comparison is slow without optimisation, and its failure prints both.
func isEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
  guard first.count == second.count else { return false }
  return unsafe memcmp(first, second, first.count) == 0
}

extension LogFile {
  /// Six commits: new pages, rewritten ones, a shrink, a growth with a hole, one page alone.
  func writeStory() throws -> Story {
    var story = Story()
    let commits: [(writes: [UInt32], size: UInt32?)] = [
      ([1, 2, 3], nil), ([2], nil), ([3, 4, 5], nil), ([1], 2), ([1, 5], nil), ([2], nil),
    ]
    guard create() == 0 else { throw Failure() }
    for (version, step) in commits.enumerated() {
      var state = story.states[version]
      for number in step.writes {
        guard write(number, version: version + 1) == 0 else { throw Failure() }
        while state.count < Int(number) { state.append(0) }
        state[Int(number) - 1] = version + 1
      }
      if let size = step.size {
        guard resize(size) == 0 else { throw Failure() }
        state.removeLast(state.count - Int(size))
      }
      guard commit() == 0 else { throw Failure() }
      story.states.append(state)
      story.ends.append(Int(facts.nLiveByte + facts.nDeadByte) + Int(NV_LOG_START))
    }
    return story
  }

  struct Failure: Error {}
}
