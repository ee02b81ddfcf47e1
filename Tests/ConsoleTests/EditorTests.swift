import Console
import Foundation
import Records
import Testing

private func choice(_ editor: String?, visual: String? = nil, has: [String: String] = [:])
  -> EditorChoice?
{
  EditorChoice(visual: visual, editor: editor) { has[$0] }
}

@Suite struct `The choice of an editor` {
  @Test func `keeps vim from writing anything else`() {
    let vim = choice("vi", has: ["vi": "/usr/bin/vim.basic"])
    #expect(vim?.program == "/usr/bin/vim.basic")
    #expect(
      vim?.arguments == [
        "-n", "-i", "NONE", "--cmd", "set nomodeline", "-c",
        "set noswapfile nobackup nowritebackup noundofile nomodeline",
      ])
    #expect(vim?.isKnown == true)
  }

  @Test func `takes VISUAL before EDITOR, with its words`() {
    let found = choice("nano", visual: "code --wait", has: ["code": "/usr/bin/code"])
    #expect(found?.program == "/usr/bin/code")
    #expect(found?.arguments == ["--wait"])
    #expect(found?.isKnown == false)
  }

  @Test func `falls back on what is there`() {
    #expect(choice(nil, has: ["vim": "/usr/bin/vim"])?.program == "/usr/bin/vim")
    #expect(choice("")?.program == nil)
    #expect(choice("nano")?.program == nil)
  }

  @Test func `finds programs as a shell does, through links`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "netvault-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let link = folder.appending(path: "shell").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/bin/cat")
    let found = Editor.resolve("shell", path: "/nowhere:\(folder.path)")
    #expect(found?.hasSuffix("/cat") == true)
    #expect(Editor.resolve("shell", path: "/nowhere") == nil)
  }
}

@Suite(.serialized) struct `Editing as a form` {
  /// Where the editor notes the folder that the form was in.
  private let note = FileManager.default.temporaryDirectory.appending(path: "nv-\(UUID()).txt")

  /// An editor that is one `sed` command, written as a script.
  private func edit(
    _ script: String, typing typed: [String] = []
  ) async throws -> (Editor.Outcome, String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "nv-\(UUID()).sh")
    try "#!/bin/sh\ndirname \"$1\" > '\(note.path)'\n\(script)\n".write(
      to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
    defer { try? FileManager.default.removeItem(at: file) }
    defer { #expect(isFolderGone()) }
    let scene = Scene(typing: typed)
    let choice = try #require(EditorChoice(visual: nil, editor: "x") { _ in file.path })
    let form = RecordForm(.of(.vaccine), ["name": .text("flu")])
    let input = FieldInput(today: try #require(PartialDate("2026-11-21")))
    let outcome = try await Editor(choice, on: scene.terminal).edit(form, with: input)
    return (outcome, scene.device.screen)
  }

  /// Other tests have folders of their own there at the same time.
  private func isFolderGone() -> Bool {
    defer { try? FileManager.default.removeItem(at: note) }
    let folder = (try? String(contentsOf: note, encoding: .utf8)) ?? ""
    return folder.hasPrefix("/")
      && !FileManager.default.fileExists(
        atPath: folder.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  @Test func `gives what was changed, and leaves nothing behind`() async throws {
    let (outcome, screen) = try await edit(
      "sed -i 's/^Given by:/Given by: Dr. Roth/' \"$1\"; cp \"$1\" \"$1~\"")
    #expect(outcome == .changed(["name": .text("flu"), "who": .text("Dr. Roth")]))
    #expect(screen.contains("netvault does not know this editor."))
  }

  @Test func `opens again with the problem until it can be read`() async throws {
    let (outcome, screen) = try await edit(
      """
      if grep -q '^# >>' "$1"
      then sed -i 's/Martch/March/' "$1"
      else sed -i 's/^Date:/Date: Martch 2021/' "$1"
      fi
      """, typing: [""])
    #expect(
      outcome
        == .changed([
          "name": .text("flu"), "date": .when(When(try #require(PartialDate("2021-03")))),
        ]))
    #expect(screen.contains("Did you mean March 2021?"))
    #expect(screen.contains("Open the form again? [yes]"))
  }

  @Test func `is a folder that only its owner can open`() async throws {
    let (outcome, _) = try await edit(
      "sed -i \"s/^Given by:/Given by: $(stat -c %a \"$1\") $(stat -c %a $(dirname \"$1\"))/\" \"$1\""
    )
    #expect(outcome == .changed(["name": .text("flu"), "who": .text("600 700")]))
  }

  @Test func `that is closed or emptied changes nothing`() async throws {
    #expect(try await edit("true").0 == .unchanged)
    #expect(try await edit(": > \"$1\"").0 == .unchanged)
  }

  @Test func `says when the editor ends with a fault`() async throws {
    await #expect(throws: Problem.self) { try await edit("exit 3") }
  }

  @Test func `keeps what was typed when the editor ends with a fault`() async throws {
    let (outcome, screen) = try await edit(
      """
      if grep -q 'Dr. Roth' "$1"
      then exit 0
      else sed -i 's/^Given by:/Given by: Dr. Roth/' "$1"; kill -SEGV $$
      fi
      """, typing: [""])
    #expect(outcome == .changed(["name": .text("flu"), "who": .text("Dr. Roth")]))
    #expect(screen.contains("What you saved in it is still here."))
  }

  @Test func `gives the text back to who does not want to go on`() async throws {
    for script in ["exit 3", "exit 0"] {
      let (outcome, _) = try await edit(
        "sed -i 's/^Date:/Date: Martch 2021/' \"$1\"; \(script)", typing: ["no"])
      guard case .left(let text) = outcome else {
        Issue.record("\(outcome)")
        continue
      }
      #expect(text.contains("Date: Martch 2021"))
    }
  }
}
