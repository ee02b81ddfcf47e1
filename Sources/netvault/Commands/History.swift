internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault history`: every change, or every version of one record.
struct History: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show every change: when, what changed, where it came from.",
    discussion: """
      Examples:
        netvault history               every change, newest first
        netvault history lobectomy     every version of one record
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    guard what.isEmpty else {
      return try show(try Choosing(talk: talk, vault: vault).record(what), vault, talk)
    }
    let changes = try vault.changes()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "changes": .array(changes.map { Self.json($0) }),
          "given": .array(try vault.given().map { Self.json($0) }),
        ])
      return .done
    }
    var table = Table(["When", "What", "Who"].map { Table.Column($0) })
    for change in changes {
      table.add([Self.day(change.at), Self.words(change), change.who ?? ""])
    }
    table.write(to: talk.terminal)
    let given = try vault.given()
    if !given.isEmpty {
      talk.terminal.answer()
      talk.terminal.answer(Styled("Given to others", .bold))
      var table = Table(["When", "To", "As"].map { Table.Column($0) })
      for one in given { table.add([Self.day(one.at), one.recipient, one.format]) }
      table.write(to: talk.terminal)
    }
    talk.terminal.say("Take back the last one: netvault undo")
    return .done
  }

  private func show(_ record: Record, _ vault: Vault, _ talk: Talk) throws -> Exit {
    let entries = try vault.history(of: record.id)
    if options.json {
      let versions: [JSONValue] = entries.map { entry in
        var object = RecordsJSON.object(entry.record)
        object["version"] = .number(String(entry.version))
        object["command"] = .string(entry.command)
        object["at"] = .string(entry.at)
        object["who"] = entry.who.map { .string($0) } ?? .null
        return .object(object)
      }
      talk.answer(json: ["format": RecordsJSON.format, "versions": .array(versions)])
      return .done
    }
    let links = Links(vault: vault)
    for entry in entries {
      let who = entry.who.map { ", by \($0)" } ?? ""
      talk.terminal.answer(
        Styled("Version \(entry.version), \(Self.day(entry.at)): \(entry.command)\(who)", .bold))
      Listing.show(Listing.lines(try links.named(entry.record)), talk)
      talk.terminal.answer()
    }
    talk.terminal.say("An older version back: netvault restore WHAT --version-number 1")
    return .done
  }

  private static func day(_ instant: String) -> String {
    Moment(instant)?.spelled ?? instant
  }

  private static func words(_ change: PastChange) -> String {
    var parts: [String] = []
    if change.added > 0 { parts.append("\(change.added) added") }
    if change.updated > 0 { parts.append("\(change.updated) changed") }
    if change.removed > 0 { parts.append("\(change.removed) to the bin") }
    if change.restored > 0 { parts.append("\(change.restored) brought back") }
    if !change.sources.isEmpty { parts.append("from \(change.sources.joined(separator: ", "))") }
    if change.merge != nil { parts.append("in the other copy") }
    let what = ([change.command] + parts).joined(separator: ", ")
    return change.isUndone ? what + " (taken back)" : what
  }

  private static func json(_ given: Given) -> JSONValue {
    [
      "at": .string(given.at), "to": .string(given.recipient), "as": .string(given.format),
      "parts": .array(given.parts.map { .string($0) }),
      "sha256": given.sha256.map { .string($0) } ?? .null,
    ]
  }

  private static func json(_ change: PastChange) -> JSONValue {
    [
      "number": .number(String(change.number)), "at": .string(change.at),
      "command": .string(change.command), "who": change.who.map { .string($0) } ?? .null,
      "added": .number(String(change.added)), "updated": .number(String(change.updated)),
      "removed": .number(String(change.removed)), "restored": .number(String(change.restored)),
      "undone": .bool(change.isUndone),
      "undoes": change.undoes.map { .number(String($0)) } ?? .null,
      "merge": change.merge.map { .number(String($0)) } ?? .null,
      "sources": .array(change.sources.map { .string($0) }),
    ]
  }
}
