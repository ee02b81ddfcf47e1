import CPageLog
import Foundation
import Testing

@Suite struct `A place` {
  @Test func `is locked against another process`() throws {
    let flock = "/usr/bin/flock"
    guard FileManager.default.isExecutableFile(atPath: flock) else {
      print("skipped: no \(flock)")
      return
    }
    let file = try LogFile()
    _ = try file.writeStory()
    file.close()
    let other = Process()
    let output = Pipe()
    other.executableURL = URL(fileURLWithPath: flock)
    other.arguments = ["--exclusive", file.path, "sh", "-c", "echo held; read line"]
    let input = Pipe()
    other.standardInput = input
    other.standardOutput = output
    try other.run()
    #expect(output.fileHandleForReading.availableData.count == 5)
    #expect(file.open() == NV_INUSE.code)
    #expect(file.open(mode: NV_OPEN_READ) == NV_INUSE.code)
    try input.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
    other.waitUntilExit()
    #expect(file.open() == 0)
  }

  @Test func `is a file, and nothing else`() throws {
    let file = try LogFile()
    var place: OpaquePointer?
    var reason: Int32 = 0
    #expect(
      unsafe nv_place_open(nv_files_real(), file.folder, 0, 0, &place, &reason)
        == NV_NOTAFILE.code)
    #expect(
      unsafe nv_place_open(nv_files_real(), "/dev/null", 1, 0, &place, &reason)
        == NV_NOTAFILE.code)
    #expect(
      unsafe nv_place_open(nv_files_real(), file.path, 1, 0, &place, &reason)
        == NV_MISSING.code)
    #expect(unsafe place == nil)
  }

  @Test func `is readable by its owner alone`() throws {
    let file = try LogFile()
    #expect(file.create() == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `notices that another file took its name`() throws {
    let file = try LogFile()
    #expect(file.create() == 0)
    #expect(!file.isMoved)
    try FileManager.default.moveItem(atPath: file.path, toPath: file.path + ".old")
    #expect(file.isMoved)
  }
}
