internal import Foundation
internal import JSON
import Testing

/// Files that nobody here wrote. They are not part of the project; where they are not beside it,
/// these tests say so and are skipped.
@Suite(.enabled(if: HospitalFiles.areHere, "the files of others are not beside this checkout"))
struct `A file from elsewhere` {
  @Test(arguments: HospitalFiles.json(in: "synthea") + HospitalFiles.json(in: "ips"))
  func `is imported, counted, verified and exported`(file: String) throws {
    let path = HospitalFiles.folder.appending(path: file).path
    let desk = try Desk.withVault()
    let before = try desk.records().count
    let outcome = try desk.netvault("import", path, "--yes", "--no-input", "--json")
    guard outcome.exit != .needsAnswer else {
      #expect(outcome.err.contains("--patient"), "\(outcome)")
      return
    }
    #expect(outcome.exit == .done || outcome.exit == .someSkipped, "\(outcome)")
    let json = try outcome.json()
    let added = try #require(json["added"]?.int)
    #expect(added > 0, "\(outcome)")
    #expect(try desk.records().count == before + added)
    #expect((json["skipped"]?.array ?? []).allSatisfy { $0["reason"]?.string?.isEmpty == false })

    let again = try desk.netvault("import", path, "--yes", "--no-input", "--json")
    let second = try again.json()
    #expect(second["added"]?.int == 0, "\(again)")
    #expect(second["differs"]?.int == 0, "\(again)")
    #expect(try desk.records().count == before + added)

    #expect(try desk.netvault("verify").exit == .done)
    for format in ["html", "text", "ips"] {
      let exported = try desk.netvault(
        "export", "--for", "Dr. Lee", "--format", format, "-o", desk.path("summary.\(format)"),
        "--yes", "--no-input")
      #expect(exported.exit == .done, "\(exported)")
    }
  }
}

enum HospitalFiles {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../shared/data").standardizedFileURL

  static let areHere: Bool = {
    let found = FileManager.default.fileExists(atPath: folder.appending(path: "synthea").path)
    if !found { print("SKIPPED: files from elsewhere are not beside this checkout") }
    return found
  }()

  /// The JSON files below a folder, by their paths from `folder`.
  static func json(in subfolder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder.appending(path: subfolder).path)
    return (names?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".json") }.sorted().map { "\(subfolder)/\($0)" }
  }
}
