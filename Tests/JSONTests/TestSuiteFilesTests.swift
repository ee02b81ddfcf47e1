internal import Foundation
internal import JSON
import Testing

/// The JSONTestSuite files: `y_` must be read, `n_` must not, `i_` may end either way.
@Suite struct `The JSONTestSuite` {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../shared/data/malformed/json")
    .appending(path: "test_parsing").standardizedFileURL

  private static let files: [URL] = {
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    if found == nil { print("SKIPPED: the JSONTestSuite is not beside this checkout") }
    return (found ?? []).sorted { $0.path < $1.path }
  }()

  @Test(.enabled(if: !files.isEmpty, "the JSONTestSuite is not beside this checkout"))
  func `is answered as it asks`() throws {
    for file in Self.files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let isRead = (try? JSONValue.parse(bytes)) != nil
      switch (file.lastPathComponent.prefix(2), isRead) {
      case ("y_", false) where !Self.namesTwice.contains(file.lastPathComponent):
        Issue.record("\(file.lastPathComponent) should be read")
      case ("n_", true): Issue.record("\(file.lastPathComponent) should be refused")
      default: break
      }
    }
  }

  /// RFC 8259 lets a name come twice; in a medical record one of the two would be lost.
  private static let namesTwice: Set = [
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
  ]
}
