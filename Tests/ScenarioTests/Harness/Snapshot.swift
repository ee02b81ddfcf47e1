internal import Foundation
import Testing

/// Compares a text with the one that was looked at and kept in `Snapshots`.
///
/// With `NETVAULT_WRITE_SNAPSHOTS=1` in the environment it is written instead: look at the
/// difference before it is kept.
func expectSnapshot(
  _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = snapshots.appending(path: name)
  if ProcessInfo.processInfo.environment["NETVAULT_WRITE_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return
  }
  let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  guard kept != text else { return }
  let (left, right) = (kept.split(separator: "\n"), text.split(separator: "\n"))
  let place = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }
  let line = place?.offset ?? min(left.count, right.count)
  Issue.record(
    """
    \(name) differs from what was kept, at line \(line + 1):
    kept: \(line < left.count ? left[line] : "(nothing)")
    now:  \(line < right.count ? right[line] : "(nothing)")
    To keep what is now:  make snapshots
    """, sourceLocation: sourceLocation)
}

/// The folder of what was kept.
let snapshots = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../Snapshots").standardizedFileURL
