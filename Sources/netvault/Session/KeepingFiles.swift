/// Files on their way into the vault: which are new, is there room, and how far it is.
internal import Console
internal import Records
internal import Sealing
internal import Vault

final class KeepingFiles {
  struct One {
    let file: FileToKeep
    /// Nil until its bytes were read.
    var sha256: String?
    /// True when the vault has it already, or an earlier file of this command is the same.
    var isKept = false
  }

  private(set) var files: [One]
  private let vault: Vault
  private let talk: Talk
  private var progress: ProgressLines
  private var done = 0
  private let total: Int

  /// Compares the files with what is kept. Only files that have the length of another one are read
  /// for that.
  init(_ files: [FileToKeep], _ vault: Vault, _ own: String, _ talk: Talk) throws {
    self.files = files.map { One(file: $0) }
    self.vault = vault
    self.talk = talk
    total = files.reduce(0) { $0 + $1.length }
    let name = files.count == 1 ? files.first?.name ?? "" : Listing.count(files.count, "file")
    progress = ProgressLines("Keeping \(name)", on: talk.terminal)
    var seen: Set<String> = []
    for (index, file) in files.enumerated() {
      let isLike = files.count { $0.length == file.length } > 1
      guard try isLike || vault.keepsFile(ofLength: file.length) else { continue }
      let sha256 = try file.sha256 { _ in }
      self.files[index].sha256 = sha256
      let isKept = try vault.attachment(sha256) != nil
      self.files[index].isKept = !seen.insert(sha256).inserted || isKept
    }
    try checkSpace(own)
  }

  /// The SHA-256 of every file that was read already.
  var known: [String] { files.compactMap(\.sha256) }

  /// Keeps what is new, and the record with it, in one step. What was read and did not fit leaves
  /// the vault as it was.
  func keep(with target: inout AttachTarget, as command: String = "attach") throws {
    let new = files.indices.filter { !files[$0].isKept }
    let incoming = new.map { index in
      files[index].file.incoming(sha256: files[index].sha256) { self.tick($0) }
    }
    DeferredStop.begin()
    defer { DeferredStop.end() }
    do {
      try vault.applyInParts(
        Change(command, at: talk.now, who: try talk.who(in: vault), files: incoming)
      ) { digests in
        for (index, sha256) in zip(new, digests) { files[index].sha256 = sha256 }
        for sha256 in known where !target.record.attachments.contains(sha256) {
          target.record.attachments.append(sha256)
        }
        return [target.isNew ? .add(target.record) : .update(target.record)]
      }
    } catch {
      if DeferredStop.isAsked { DeferredStop.stop() }
      throw files.lazy.compactMap(\.file.fault).first ?? error
    }
    talk.terminal.device.setStopped(.someSaved)
    if DeferredStop.isAsked { DeferredStop.stop() }
    progress.end()
  }

  private func tick(_ count: Int) {
    done += count
    progress.tick { "\(FileName.size(done)) of \(FileName.size(total))" }
  }

  /// What is new must fit beside the vault, with the frames around it.
  private func checkSpace(_ own: String) throws(Problem) {
    let new = files.filter { !$0.isKept }.reduce(0) { $0 + $1.file.length }
    let needed = UInt64(new + new / 64 + 1 << 20)
    let folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
    guard let free = FreeSpace.bytes(in: folder.isEmpty ? "/" : folder), free < needed else {
      return
    }
    throw .noSpace(
      free: FreeSpace.words(free), needed: FreeSpace.words(needed), again: "this",
      place: folder.isEmpty ? "/" : folder)
  }
}
