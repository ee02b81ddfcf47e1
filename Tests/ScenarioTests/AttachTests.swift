internal import Foundation
internal import JSON
import Testing

/// Files are kept with records, looked at, taken out again and away.
@Suite struct `A file with a record` {
  private static let letter = Data("%PDF-1.4 dear Ana".utf8)

  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    let added = try desk.netvault("add", "note", "--text", "Lobectomy", "--no-input")
    #expect(added.exit == .done, "\(added)")
    return desk
  }

  private func files(_ desk: Desk) throws -> [JSONValue] {
    let list = try desk.netvault("attach", "--list", "--json")
    return try list.jsonWhenDone()["files"]?.array ?? []
  }

  @Test func `is kept as a new document or with one that is there, once`() throws {
    let desk = try desk()
    let path = try desk.write("letter.pdf", Self.letter)
    let tried = try desk.withoutChange("attach", path, "--dry-run", "--no-input")
    #expect(tried.exit == .done, "\(tried)")
    let made = try desk.netvault(
      "attach", path, "--title", "Discharge letter", "--date", "2026-03-02", "--from", "Dr. Lee",
      "--no-input", "--json")
    let json = try made.jsonWhenDone()
    #expect(json["isNew"] == .bool(true))
    #expect(json["kind"]?.string == "document")
    let document = try #require(try desk.records("document").first)
    #expect(document["fields"]?["title"]?.string == "Discharge letter")
    #expect(document["fields"]?["date"]?.string == "2026-03-02")

    let again = try desk.write("again.pdf", Self.letter)
    let scan = try desk.write("scan.txt", "a scan")
    let both = try desk.netvault("attach", again, scan, "--to", "lobectomy", "--no-input")
    #expect(both.exit == .done, "\(both)")
    #expect(both.err.contains("not a second time: again.pdf"), "\(both)")
    let kept = try files(desk)
    #expect(kept.compactMap { $0["name"]?.string } == ["letter.pdf", "scan.txt"])
    #expect(kept.first?["records"]?.array?.count == 2)
    #expect(kept.first?["mediaType"]?.string == "application/pdf")
    let shown = try desk.netvault("show", "lobectomy")
    #expect(shown.out.contains("letter.pdf (PDF, 17 bytes)"), "\(shown)")
    let accessible = try desk.netvault("--accessible", "attach", "--list")
    #expect(accessible.out.contains("scan.txt"), "\(accessible)")
    let verified = try desk.netvault("verify")
    #expect(verified.exit == .done, "\(verified)")
  }

  @Test func `comes out as it went in, and never over another file`() throws {
    let desk = try desk()
    let path = try desk.write("letter.pdf", Self.letter)
    _ = try desk.netvault("attach", path, "--to", "lobectomy", "--no-input")
    let folder = desk.path("out")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let out = try desk.withoutChange("extract", "lobectomy", "-o", folder)
    #expect(out.exit == .done, "\(out)")
    let written = folder + "/letter.pdf"
    #expect(try Data(contentsOf: URL(filePath: written)) == Self.letter)
    let mode = try FileManager.default.attributesOfItem(atPath: written)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try Data("mine".utf8).write(to: URL(filePath: written))
    let refused = try desk.withoutChange("extract", "lobectomy", "-o", folder)
    #expect(refused.exit == .answeredNo, "\(refused)")
    #expect(try Data(contentsOf: URL(filePath: written)) == Data("mine".utf8))
    let replaced = try desk.withoutChange("extract", "--kept", "1", "-o", written, "--replace")
    #expect(replaced.exit == .done, "\(replaced)")
    #expect(try Data(contentsOf: URL(filePath: written)) == Self.letter)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["letter.pdf"])
    let none = try desk.withoutChange("extract", "lobectomy", "--file", "2", "-o", folder)
    #expect(none.exit == .notFound, "\(none)")
  }

  @Test func `is taken away, brought back, and gone when the bin is emptied`() throws {
    let desk = try desk()
    let path = try desk.write("letter.pdf", Self.letter)
    _ = try desk.netvault("attach", path, "--to", "lobectomy", "--no-input")
    #expect(try desk.netvault("edit", "lobectomy", "--topic", "lung", "--no-input").exit == .done)
    #expect(try files(desk).first?["records"]?.array?.count == 1, "an edit keeps it")
    #expect(try desk.withoutChange("detach", "lobectomy", "--dry-run").exit == .done)
    #expect(try desk.netvault("detach", "lobectomy", "--no-input").exit == .done)
    #expect(try files(desk).first?["records"]?.array?.isEmpty == true)
    #expect(try desk.netvault("undo").exit == .done)
    #expect(try files(desk).first?["records"]?.array?.count == 1)
    #expect(try desk.netvault("detach", "lobectomy", "--no-input").exit == .done)
    let emptied = try desk.netvault("bin", "empty", "--confirm", "ana", "--no-input")
    #expect(emptied.exit == .done, "\(emptied)")
    #expect(emptied.err.contains("1 file taken away"), "\(emptied)")
    #expect(try files(desk).isEmpty)
    #expect(try desk.netvault("verify").exit == .done)
  }

  @Test func `that cannot be kept is named, and nothing is changed`() throws {
    let desk = try desk()
    let empty = try desk.write("empty.pdf", "")
    let pipe = desk.path("pipe")
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    for (path, words) in [
      (desk.folder.path, "is a folder"), (empty, "is empty"), (pipe, "not a file that can be kept"),
      ("/dev/zero", "not a file that can be kept"), (desk.path("none.pdf"), "There is no file"),
    ] {
      try desk.withoutChange("attach", path, "--no-input")
        .expectPlainWords(.notSupported, saying: words)
    }
    let itself = try desk.withoutChange("attach", desk.vault, "--no-input")
    #expect(itself.exit == .answeredNo, "\(itself)")
    let nobody = try desk.withoutChange("attach", empty, "--to", "x", "--title", "y", "--no-input")
    #expect(nobody.exit == .notUnderstood, "\(nobody)")
  }

  @Test func `that says where it was taken is named before it is kept`() throws {
    let desk = try desk()
    let words = #"<x exif:GPSLatitude="52,30N"/>"#
    let picture = try desk.write("photo.jpg", Data([0xFF, 0xD8, 0xFF, 0xE1]) + Data(words.utf8))
    let terminal = try desk.terminal(
      "attach", picture, "--to", "lobectomy", "--passphrase-file", desk.passphrase)
    try terminal.wait(for: "says where it was taken")
    try terminal.wait(for: "Keep it as it is?")
    terminal.type("no")
    #expect(try terminal.finish().exit == .answeredNo)
    #expect(try files(desk).isEmpty)
    let kept = try desk.netvault("attach", picture, "--to", "lobectomy", "--no-input", "--json")
    #expect(try kept.jsonWhenDone()["files"]?.array?.first?["namesPlace"] == .bool(true))
  }

  @Test func `is opened by the person's own program, and its copy is gone afterwards`() throws {
    let desk = try desk()
    let path = try desk.write("letter.pdf", Self.letter)
    _ = try desk.netvault("attach", path, "--to", "lobectomy", "--no-input")
    let opener = try desk.write(
      "opener",
      "#!/bin/sh\nstat -c '%a %n' \"$1\" \"${1%/*}\" > '\(desk.path("seen"))'\ncat \"$1\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: opener)
    var environment = desk.environment
    environment["NETVAULT_OPENER"] = opener
    let words = ["--vault", desk.vault, "--passphrase-file", desk.passphrase, "show", "lobectomy"]
    let opened = try Program.run(words + ["--open"], environment: environment, in: desk.folder)
    #expect(opened.exit == .done, "\(opened)")
    #expect(opened.err.contains("dear Ana"), "\(opened)")
    let seen = try desk.read("seen").split(separator: "\n")
    #expect(seen.first?.hasPrefix("600 ") == true, "\(seen)")
    #expect(seen.last?.hasPrefix("700 ") == true, "\(seen)")
    let copy = try #require(seen.first?.dropFirst(4))
    #expect(!FileManager.default.fileExists(atPath: String(copy)))

    environment["NETVAULT_OPENER"] = "/bin/false"
    let failed = try Program.run(words + ["--open"], environment: environment, in: desk.folder)
    #expect(failed.exit == .couldNot, "\(failed)")
    environment["NETVAULT_OPENER"] = "nothing-of-that-name"
    let none = try Program.run(words + ["--open"], environment: environment, in: desk.folder)
    none.expectPlainWords(.couldNot, saying: "netvault extract")
  }

  @Test func `that is large is stopped by Ctrl-C with nothing changed`() throws {
    let desk = try desk()
    let path = desk.path("disc.iso")
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let disc = try FileHandle(forWritingTo: URL(filePath: path))
    var block = Data(count: 1 << 20)
    for number in 0..<400 {
      block[0] = UInt8(truncatingIfNeeded: number)
      try disc.write(contentsOf: block)
    }
    try disc.close()
    let before = try desk.vaultBytes
    let terminal = try desk.terminal(
      "attach", path, "--to", "lobectomy", "--passphrase-file", desk.passphrase, "--accessible")
    try terminal.wait(for: "Keeping disc.iso...")
    let start = Date.now
    while try desk.vaultSize < before.count + (40 << 20), Date.now.timeIntervalSince(start) < 60 {
      usleep(10_000)
    }
    terminal.press(.controlC)
    let outcome = try terminal.finish()
    if outcome.exit == .stopped {
      #expect(try desk.vaultBytes == before, "\(outcome)")
      #expect(try files(desk).isEmpty)
    }
    #expect(try desk.netvault("verify").exit == .done)
  }
}

extension Desk {
  fileprivate var vaultSize: Int {
    get throws {
      try FileManager.default.attributesOfItem(atPath: vault)[.size] as? Int ?? 0
    }
  }
}
