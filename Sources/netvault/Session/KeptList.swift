/// `attach --list`: every file that is kept, and what it is kept with.
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

struct KeptList {
  let talk: Talk

  func show() throws -> Exit {
    let kept = try talk.open(.read).keptFiles()
    if talk.options.json {
      talk.answer(json: ["format": RecordsJSON.format, "files": .array(kept.map(json))])
      return .done
    }
    guard !kept.isEmpty else { throw Problem.nothingKept }
    var table = Table(["File", "Size", "With"].map { Table.Column($0) }, isNumbered: true)
    for one in kept {
      table.add([FileName.safe(one.file.name), FileName.size(one.file.length), Self.with(one)])
    }
    table.write(to: talk.terminal)
    let total = kept.reduce(0) { $0 + $1.file.length }
    talk.terminal.say(
      Styled("\(Listing.count(kept.count, "file")), \(FileName.size(total)) in all."))
    talk.terminal.say("Get one out: netvault extract --kept 1")
    return .done
  }

  private static func with(_ one: KeptFile) -> String {
    guard let first = one.holders.first else {
      return one.isSource ? "an import" : "nothing now"
    }
    let more = one.holders.count > 1 ? ", and \(one.holders.count - 1) more" : ""
    return "\(KindDescription.of(first.kind).one): \(first.title)\(more)"
  }

  private func json(_ one: KeptFile) -> JSONValue {
    [
      "name": .string(one.file.name), "length": .number(String(one.file.length)),
      "sha256": .string(one.file.sha256), "mediaType": .string(one.file.mediaType),
      "isSource": .bool(one.isSource),
      "records": .array(
        one.holders.map { ["id": .string($0.id.text), "kind": .string($0.kind.rawValue)] }),
    ]
  }
}
