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
    /// The text as it was left, where it could not be read and the person did not want to go on:
    /// something to keep.
    case left(String)
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

  /// Opens the form; `text` is what was left of it another time.
  package func edit(
    _ form: RecordForm, with input: FieldInput, from text: String? = nil
  ) async throws(Problem) -> Outcome {
    sayUnknown()
    let before = form.text
    guard let folder = PrivateFolder.holding(text ?? before, in: folders) else {
      throw .noPrivateMemory
    }
    while true {
      let isWell = await run(on: folder.file)
      let now = folder.read()
      // The terminal was closed: what the editor had saved is all there is.
      if terminal.device.isStopped { return now.map { .left($0) } ?? .unchanged }
      guard isWell, let now else {
        guard let now, now != before, now.contains(where: { !$0.isWhitespace }) else {
          throw .editorFailed(choice.program)
        }
        for line in Problem.editorFailedKept(choice.program).lines {
          terminal.explain(Styled(line))
        }
        guard try opensAgain() else { return .left(now) }
        continue
      }
      guard now != before, now.contains(where: { !$0.isWhitespace }) else { return .unchanged }
      do throws(RecordForm.Mistake) {
        let fields = try form.read(now, with: input)
        return fields == form.before ? .unchanged : .changed(fields)
      } catch {
        // Asked before the editor opens again: a person who wants out must be able to get out.
        for line in error.problem.lines { terminal.explain(Styled(line)) }
        guard try opensAgain() else { return .left(now) }
        guard folder.write(RecordForm.marked(now, error)) else { return .left(now) }
      }
    }
  }

  /// Opens plain text, and gives it back as the person left it. Nil where it was emptied. What was
  /// typed is given back also where the editor broke off afterwards.
  package func edit(text: String) async throws(Problem) -> String? {
    sayUnknown()
    guard let folder = PrivateFolder.holding(text, in: folders) else { throw .noPrivateMemory }
    let isWell = await run(on: folder.file)
    guard let now = folder.read(), isWell || now != text else {
      throw .editorFailed(choice.program)
    }
    return now.contains { !$0.isWhitespace } ? now : nil
  }

  private func sayUnknown() {
    guard !choice.isKnown else { return }
    terminal.explain("netvault does not know this editor. It may keep copies of what it shows.")
  }

  /// False also when the person stops here: what was typed is kept either way.
  private func opensAgain() throws(Problem) -> Bool {
    do throws(Problem) {
      return try Prompt(terminal).yes("Open the form again?", flag: "note")
    } catch {
      guard error.endsTalk else { throw error }
      return false
    }
  }

  /// False when the editor ended with a fault, or did not start.
  private func run(on file: String) async -> Bool {
    _ = terminal.device.flush()
    terminal.device.endTyping()
    Interruption.ignoreStop(true)
    defer { Interruption.ignoreStop(false) }
    do {
      // An argument list, never a shell: no word of it is read as a command.
      let result = try await Subprocess.run(
        .path(Self.path(choice.program)), arguments: Arguments(choice.arguments + [file]),
        input: .currentStandardInput, output: .currentStandardOutput,
        error: .currentStandardError)
      return result.terminationStatus.isSuccess
    } catch {
      return false
    }
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
