/// The files that are kept with one record: their lines, and which one a person means.
internal import Console
internal import JSON
internal import Records
internal import Vault

struct RecordFiles {
  let files: [Attachment]
  private let kind: String

  init(_ record: Record, _ vault: Vault) throws {
    files = try record.attachments.compactMap { try vault.attachment($0) }
    kind = record.describing.one
  }

  /// A line for each, with the number by which it can be named.
  var lines: [(label: String, text: String)] {
    files.enumerated().map { index, file in
      (
        files.count == 1 ? "File" : "File \(index + 1)",
        "\(FileName.safe(file.name)) (\(FileName.kind(file.mediaType)),"
          + " \(FileName.size(file.length)))"
      )
    }
  }

  var json: JSONValue {
    .array(
      files.map { file in
        [
          "name": .string(file.name), "length": .number(String(file.length)),
          "sha256": .string(file.sha256), "mediaType": .string(file.mediaType),
        ]
      })
  }

  /// All of them, or the one of that number.
  func chosen(_ number: Int?) throws(Problem) -> [Attachment] {
    guard !files.isEmpty else { throw .noFilesKept(kind) }
    guard let number else { return files }
    guard files.indices.contains(number - 1) else {
      throw .noSuchFileNumber(number, of: files.count, flag: "file")
    }
    return [files[number - 1]]
  }

  /// One of them: the only one, the one of that number, or the one that is chosen at the terminal.
  func one(_ number: Int?, _ talk: Talk) throws(Problem) -> Attachment {
    let files = try chosen(number)
    if files.count == 1 { return files[0] }
    return files[
      try Prompt(talk.terminal).choice(
        "Which file?", files.map { FileName.safe($0.name) }, flag: "file")]
  }
}
