import Subprocess

/// The program that opens a file for the person: the desktop's, or one of their own.
package struct Opener: Sendable, Hashable {
  package let program: String
  package let arguments: [String]
  /// True for the desktop's own: it comes back at once, while the file is still shown.
  package let isDesktop: Bool

  /// `wished` is what NETVAULT_OPENER holds: words only, for no shell is started. `resolve` gives
  /// the file that a program's name leads to, or nil.
  package init?(wished: String?, resolve: (String) -> String?) {
    let words = (wished ?? "").split(separator: " ").map { String($0) }
    isDesktop = words.isEmpty
    let name = words.first ?? "xdg-open"
    guard let program = resolve(name) else { return nil }
    self.program = program
    arguments = Array(words.dropFirst())
  }

  /// Runs it on a file, and waits until it comes back. False when it could not open it.
  package func open(_ file: String) async -> Bool {
    // Ctrl-C is meant for a program that has the terminal.
    Interruption.ignoreStop(true)
    defer { Interruption.ignoreStop(false) }
    let result = try? await Subprocess.run(
      .path(Self.path(program)), arguments: Arguments(arguments + [file]),
      input: .currentStandardInput, output: .currentStandardError,
      error: .currentStandardError)
    return result?.terminationStatus.isSuccess ?? false
  }

  /// A path as Subprocess takes it, without a module imported for this one type.
  private static func path<Path: ExpressibleByStringLiteral>(_ text: String) -> Path
  where Path.StringLiteralType == String {
    Path(stringLiteral: text)
  }
}
