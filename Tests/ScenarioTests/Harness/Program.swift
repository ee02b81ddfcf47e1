internal import Foundation

/// The built program that the scenarios run: the very file that stands beside the test bundle.
enum Program {
  static let path: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: own).deletingLastPathComponent().appending(path: "netvault").path
  }()

  /// How long a run may take. A debug build on a busy machine is slow; a hang is longer.
  static let patience = 120.0

  /// Runs the program to its end, without a terminal.
  static func run(
    _ arguments: [String], stdin: String = "", environment: [String: String], in folder: URL
  ) throws -> Outcome {
    try run(path, arguments, stdin: stdin, environment: environment, in: folder)
  }

  /// True when the program knows the command.
  static func hasCommand(_ name: String) -> Bool {
    let outcome = try? run(
      [name, "--help"], environment: [:], in: FileManager.default.temporaryDirectory)
    return outcome?.exit == .done
  }

  /// Runs any program to its end, without a terminal.
  static func run(
    _ program: String, _ arguments: [String], stdin: String = "", environment: [String: String],
    in folder: URL, patience: Double = Program.patience
  ) throws -> Outcome {
    let name = UUID().uuidString
    let files = ["in", "out", "err"].map { folder.appending(path: ".\(name).\($0)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try Data(stdin.utf8).write(to: files[0])
    let write = O_WRONLY | O_CREAT | O_TRUNC
    let child = try Child(
      program, arguments, environment: environment, in: folder.path,
      streams: [
        Child.Stream(number: 0, path: files[0].path, flags: O_RDONLY),
        Child.Stream(number: 1, path: files[1].path, flags: write),
        Child.Stream(number: 2, path: files[2].path, flags: write),
      ])
    try child.wait(seconds: patience)
    func text(_ file: URL) throws -> String {
      String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    return Outcome(
      code: child.code, signal: child.signal, out: try text(files[1]), err: try text(files[2]),
      peakMemory: child.peakMemory)
  }
}
