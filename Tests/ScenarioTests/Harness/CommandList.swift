internal import Foundation
internal import JSON

/// The commands of the program, as it describes them itself.
struct CommandList {
  struct Command: CustomStringConvertible {
    /// The words that lead to it; none for `netvault` alone.
    let words: [String]
    let abstract: String
    /// The flags that it takes beside those of every command, without the dashes.
    let flags: [String]

    var description: String { (["netvault"] + words).joined(separator: " ") }
    /// As the name of a file.
    var file: String { words.isEmpty ? "netvault" : words.joined(separator: "-") }
  }

  /// All of them, kinds of records below `add` too, and no topics.
  static let all: [Command] = {
    let outcome = try? Program.run(
      ["--experimental-dump-help"], environment: [:], in: FileManager.default.temporaryDirectory)
    guard let outcome, let root = try? outcome.json()["command"] else { return [] }
    var all: [Command] = []
    func add(_ command: JSONValue, _ words: [String]) {
      let flags = (command["arguments"]?.array ?? []).compactMap { argument in
        argument["preferredName"]?["name"]?.string
      }
      all.append(Command(words: words, abstract: command["abstract"]?.string ?? "", flags: flags))
      for child in command["subcommands"]?.array ?? [] {
        add(child, words + [child["commandName"]?.string ?? ""])
      }
    }
    add(root, [])
    return all
  }()

  static let topics = [
    "dates", "words", "privacy", "accessibility", "files", "exit-codes", "options", "commands",
  ]
}
