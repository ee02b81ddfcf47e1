import Glibc
package import Records
import Subprocess

/// Edits a record as a form in the person's own editor.
///
/// A mistake opens the same text again, with the problem written above the line: nothing that was
/// typed is ever lost.
package struct Editor: Sendable {
  package enum Outcome: Sendable, Hashable {
    case changed([String: Value])
    /// Closed without a change, or emptied.
    case unchanged
  }

  let terminal: Terminal
  let choice: EditorChoice
  let folders: [String]

  package init(
    _ choice: EditorChoice, on terminal: Terminal, folders: [String] = ["/dev/shm"]
  ) {
    self.choice = choice
    self.terminal = terminal
    self.folders = folders
  }

  package func edit(_ form: RecordForm, with input: FieldInput) async throws(Problem) -> Outcome {
    if !choice.isKnown {
      terminal.explain("netvault does not know this editor. It may keep copies of what it shows.")
    }
    let before = form.text
    guard let folder = PrivateFolder.holding(before, in: folders) else { throw .noPrivateMemory }
    while true {
      try await run(on: folder.file)
      guard let text = folder.read() else { throw .editorFailed(choice.program) }
      guard text != before, text.contains(where: { !$0.isWhitespace }) else { return .unchanged }
      do throws(RecordForm.Mistake) {
        let fields = try form.read(text, with: input)
        return fields == form.before ? .unchanged : .changed(fields)
      } catch {
        try await again(text, error, in: folder)
      }
    }
  }

  /// Writes the problem into the form, and asks before the editor opens again: a person who wants
  /// out must be able to get out.
  private func again(
    _ text: String, _ mistake: RecordForm.Mistake, in folder: borrowing PrivateFolder
  ) async throws(Problem) {
    for line in mistake.problem.lines { terminal.explain(Styled(line)) }
    guard try Prompt(terminal).yes("Open the form again?", flag: "note") else { throw .declined }
    guard folder.write(RecordForm.marked(text, mistake)) else { throw .noPrivateMemory }
  }

  private func run(on file: String) async throws(Problem) {
    _ = terminal.device.flush()
    do {
      // An argument list, never a shell: no word of it is read as a command.
      let result = try await Subprocess.run(
        .path(Self.path(choice.program)), arguments: Arguments(choice.arguments + [file]),
        input: .currentStandardInput, output: .currentStandardOutput,
        error: .currentStandardError)
      if result.terminationStatus.isSuccess { return }
    } catch {
      throw .editorFailed(choice.program)
    }
    throw .editorFailed(choice.program)
  }

  /// A path as Subprocess takes it, without a module imported for this one type.
  private static func path<Path: ExpressibleByStringLiteral>(_ text: String) -> Path
  where Path.StringLiteralType == String {
    Path(stringLiteral: text)
  }

  /// The file that a program's name leads to, through `path` (the variable PATH) and links.
  package static func resolve(_ name: String, path: String) -> String? {
    let candidates =
      name.contains("/") ? [name] : path.split(separator: ":").map { "\($0)/\(name)" }
    for candidate in candidates where unsafe access(candidate, X_OK) == 0 {
      guard let real = unsafe realpath(candidate, nil) else { continue }
      defer { unsafe free(real) }
      return unsafe String(cString: real)
    }
    return nil
  }
}
