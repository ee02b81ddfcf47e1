/// The commands as the manual takes them: what `generate-manual` of swift-argument-parser reads.
internal import ArgumentParser
internal import Console
internal import Glibc
internal import JSON

extension CommandReference {
  /// Prints the description of all commands as JSON (`--experimental-dump-help`).
  ///
  /// The flags of every command stand once, at the root. Examples and tables stay out of the running
  /// text, where the manual would run them together; the page has a section of examples.
  static func write() -> Exit {
    guard case .object(var root)? = try? JSONValue.parse(_dumpHelp()),
      case .object(let command)? = root["command"]
    else { return .failed }
    root["command"] = .object(plain(command, isRoot: true))
    let bytes = JSONValue.object(root).write(pretty: true) + [UInt8(ascii: "\n")]
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(1, $0.baseAddress, $0.count) }
      guard count > 0 else { return .cannotWrite }
      rest = rest.dropFirst(count)
    }
    return .done
  }

  private static func plain(_ command: JSONObject, isRoot: Bool) -> JSONObject {
    var command = command
    if let text = command["discussion"]?.string {
      command["discussion"] = .string(paragraphs(of: text))
    }
    if let arguments = command["arguments"]?.array, !isRoot {
      command["arguments"] = .array(
        arguments.filter { argument in
          argument["sectionTitle"]?.string?.lowercased() != HelpPages.shared
            && !["help", "version"].contains(argument["valueName"]?.string ?? "")
        })
    }
    if let below = command["subcommands"]?.array {
      command["subcommands"] = .array(
        below.compactMap { one -> JSONValue? in
          guard case .object(let one) = one, one["shouldDisplay"]?.bool != false,
            one["commandName"]?.string != "help"
          else { return nil }
          return .object(plain(one, isRoot: false))
        })
    }
    return command
  }

  /// The running text alone.
  private static func paragraphs(of text: String) -> String {
    HelpScreen(text).parts.compactMap { part in
      if case .paragraph(let words) = part { words } else { nil }
    }.joined(separator: "\n")
  }
}
