internal import Foundation

/// In memory where there is such a folder: a kill leaves what was written, synced or not.
let memory =
  FileManager.default.isWritableFile(atPath: "/dev/shm")
  ? URL(filePath: "/dev/shm") : FileManager.default.temporaryDirectory
