import Glibc
import Subprocess

/// The program that shows a long answer a screen at a time.
///
/// It is started without a shell and gets the answer through a pipe: no file is written. `less` is
/// told to keep no history, and to neither save, edit nor pass on what it shows
/// (less(1), LESSHISTFILE and LESSSECURE).
package struct Pager: Sendable, Hashable {
  package let program: String
  package let arguments: [String]
  /// What LESS holds for it: quit where one screen is enough, let colors through, leave the answer
  /// on the screen.
  let less: String

  package static let environmentNames = ["NETVAULT_PAGER", "PAGER", "PATH", "LESS"]

  /// The pager that NETVAULT_PAGER names, or PAGER, or `less`. Nil where there is none: a variable
  /// that is empty, or `cat`, turns it off. `resolve` gives the file that a name leads to.
  package init?(environment: [String: String], resolve: (String) -> String?) {
    let wished = environment["NETVAULT_PAGER"] ?? environment["PAGER"] ?? "less -FIRX"
    guard let words = CommandWords.split(wished), let name = words.first, name != "cat",
      let file = resolve(name)
    else { return nil }
    program = file
    arguments = Array(words.dropFirst())
    less = environment["LESS"] ?? "FIRX"
  }

  /// Shows bytes and waits until the person has read enough. False when it could not be started.
  ///
  /// A pager that is left before the end takes no more bytes: that is no trouble.
  func show(_ bytes: [UInt8]) async -> Bool {
    // Ctrl-C is meant for the pager.
    Interruption.ignoreStop(true)
    defer { Interruption.ignoreStop(false) }
    let environment = Environment.inherit.updating([
      "LESSHISTFILE": "-", "LESSSECURE": "1", "LESS": less,
    ])
    do {
      _ = try await Subprocess.run(
        .path(Self.path(program)), arguments: Arguments(arguments), environment: environment,
        input: .array(bytes), output: .currentStandardOutput, error: .currentStandardError)
      return true
    } catch let error as SubprocessError {
      return error.code != .spawnFailed && error.code != .executableNotFound
    } catch {
      return true
    }
  }

  /// A path as Subprocess takes it, without a module imported for this one type.
  private static func path<Path: ExpressibleByStringLiteral>(_ text: String) -> Path
  where Path.StringLiteralType == String {
    Path(stringLiteral: text)
  }
}

extension Terminal {
  /// Ends an answer: a long one is shown in the pager, where there is one. Called once, at the end.
  package func page(_ pager: Pager?) async {
    guard let device = device as? PagingDevice else { return }
    if let pager, let answer = device.takeLongAnswer(), await !pager.show(answer) {
      device.write(answer, to: .answers)
    }
    device.release()
  }
}
