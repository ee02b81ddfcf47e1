import Foundation
import Testing

/// Compares a text with the one that was looked at and kept in `Snapshots`.
///
/// With `NETVAULT_WRITE_SNAPSHOTS=1` in the environment it is written instead: look at the
/// difference before it is kept.
func expectSnapshot(
  _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots/\(name)")
  if ProcessInfo.processInfo.environment["NETVAULT_WRITE_SNAPSHOTS"] == "1" {
    try Data(text.utf8).write(to: file)
    return
  }
  let kept = try String(contentsOf: file, encoding: .utf8)
  guard kept != text else { return }
  let pairs = zip(kept.split(separator: "\n"), text.split(separator: "\n"))
  let place = pairs.enumerated().first { $0.element.0 != $0.element.1 }
  Issue.record(
    "\(name) differs from the kept text at line \((place?.offset ?? pairs.underestimatedCount) + 1)",
    sourceLocation: sourceLocation)
}

/// Writes a text to the folder that `NETVAULT_CHECK_FOLDER` names, where checkers that are not
/// part of the tests can look at it.
func keepForCheckers(_ text: String, named name: String) throws {
  guard let folder = ProcessInfo.processInfo.environment["NETVAULT_CHECK_FOLDER"] else { return }
  try Data(text.utf8).write(to: URL(filePath: folder).appending(path: name))
}
