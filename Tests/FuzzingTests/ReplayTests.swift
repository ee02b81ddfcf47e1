internal import Foundation
internal import FuzzTargets
internal import Testing

/// Everything that fuzzing once found, and the smallest inputs that reach every corner.
@Suite struct `The kept inputs of fuzzing` {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Fuzzing/corpus").standardizedFileURL

  @Test(arguments: FuzzTarget.allCases)
  func `stop nothing`(target: FuzzTarget) throws {
    let folder = Self.corpus.appending(path: target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count >= 3)
    for name in names {
      target.run([UInt8](try Data(contentsOf: folder.appending(path: name))))
    }
    print("check: fuzzing, \(target.rawValue): \(names.count) kept inputs were run again")
  }
}
