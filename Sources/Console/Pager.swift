import Glibc
import Subprocess

/// The program that shows a long answer a screen at a time.
///
/// It is started without a shell and gets the answer as a file in memory that has no name: nothing is
/// written to a disk, and a pager that ends before it has read all leaves nobody behind who still
/// writes to it. `less` is told to keep no history, and to neither save, edit nor pass on what it
/// shows (less(1), LESSHISTFILE and LESSSECURE).
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
  func show(_ bytes: [UInt8]) async -> Bool {
    // Ctrl-C is meant for the pager.
    Interruption.ignoreStop(true)
    defer { Interruption.ignoreStop(false) }
    let environment = Environment.inherit.updating([
      "LESSHISTFILE": "-", "LESSSECURE": "1", "LESS": less,
    ])
    guard let file = Self.inMemory(bytes) else { return false }
    defer { close(file) }
    do {
      _ = try await Subprocess.run(
        .path(Self.path(program)), arguments: Arguments(arguments), environment: environment,
        input: .fileDescriptor(Self.descriptor(file), closeAfterSpawningProcess: false),
        output: .currentStandardOutput, error: .currentStandardError)
      return true
    } catch let error as SubprocessError {
      return error.code != .spawnFailed && error.code != .executableNotFound
    } catch {
      return true
    }
  }

  /// The bytes as a file in memory (shm_open(3)), ready to be read from its start. Its name is gone
  /// before a byte is in it. Nil when memory is short.
  ///
  /// Subprocess itself would write them to a pipe, and version 1.0.2 ends the program when the pager
  /// is gone before it could.
  private static func inMemory(_ bytes: [UInt8]) -> CInt? {
    let name = "/netvault-\(UInt64.random(in: .min ... .max))"
    let file = unsafe shm_open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    unsafe shm_unlink(name)
    guard write(bytes, to: file), lseek(file, 0, SEEK_SET) == 0 else {
      close(file)
      return nil
    }
    return file
  }

  private static func write(_ bytes: [UInt8], to file: CInt) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var rest = unsafe buffer[...]
      while unsafe !rest.isEmpty {
        let count = unsafe Glibc.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        unsafe rest = rest.dropFirst(count)
      }
      return true
    }
  }

  /// A descriptor as Subprocess takes it, without a module imported for this one type.
  private static func descriptor<Descriptor: RawRepresentable>(_ file: CInt) -> Descriptor
  where Descriptor.RawValue == CInt {
    guard let descriptor = Descriptor(rawValue: file) else {
      preconditionFailure("Every number is a descriptor.")
    }
    return descriptor
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
