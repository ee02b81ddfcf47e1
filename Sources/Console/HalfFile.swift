/// A file that is being written. It is removed when the program is stopped before it is finished.
package struct HalfFile: ~Copyable {
  package let path: String

  package init(_ path: String) {
    self.path = path
    Interruption.guardFile(path)
  }

  deinit { Interruption.releaseFile() }
}
