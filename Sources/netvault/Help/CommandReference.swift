/// All commands with the flags of every kind's fields: what completions and the manual are made of.
///
/// `add KIND` sorts its own flags out, so the argument parser does not know them. Here they stand
/// beside the others, in a tree that is only read and never run.
internal import ArgumentParser
internal import Console
internal import JSON
internal import Records

struct CommandReference: ParsableCommand {
  static var configuration: CommandConfiguration {
    var configuration = Netvault.configuration
    configuration.groupedSubcommands = configuration.groupedSubcommands.map { group in
      CommandGroup(
        name: group.name,
        subcommands: group.subcommands.map { $0 == Add.self ? AddReference.self : $0 })
    }
    return configuration
  }

  @OptionGroup(title: "Options of every command") var options: GlobalOptions
}

struct AddReference: ParsableCommand {
  static var configuration: CommandConfiguration {
    var configuration = Add.configuration
    configuration.commandName = "add"
    configuration.subcommands = KindTags.adding.map { kind in
      (kind as? any KindCommand.Type)?.reference ?? kind
    }
    return configuration
  }

  @OptionGroup(title: "Options of every command") var options: GlobalOptions
}

/// A command of one kind, which can say what it takes.
protocol KindCommand: ParsableCommand {
  static var reference: any ParsableCommand.Type { get }
}

extension AddKind: KindCommand {
  static var reference: any ParsableCommand.Type { KindReference<Tag>.self }
}

/// `add KIND` with its fields. The argument parser finds what a command takes by reflection
/// (ArgumentSet of swift-argument-parser 1.8), so the flags are added to the mirror.
struct KindReference<Tag: KindTag>: ParsableCommand, CustomReflectable {
  static var configuration: CommandConfiguration {
    var configuration = AddKind<Tag>.configuration
    configuration.discussion = ""
    return configuration
  }

  init() {}

  /// The parser asks which names can be read; every name can.
  init(from decoder: any Decoder) throws {
    _ = try decoder.container(keyedBy: AnyName.self)
  }

  private struct AnyName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  var customMirror: Mirror {
    let own = Mirror(reflecting: AddKind<Tag>()).children
      .compactMap { child in child.label.map { ($0, child.value) } }
      .filter { $0.0 != "_arguments" }
    let taken = Set(own.map(\.0))
    let fields = KindDescription.of(Tag.kind).fields
      .filter { !taken.contains("_\($0.name)") && !Self.shared.contains($0.flag) }
      .map { field -> (String, Any) in
        ("_field_\(field.name)", Self.option(field))
      }
    return Mirror(self, children: (own + fields).map { (label: $0.0, value: $0.1) })
  }

  /// Flags of every command; a field of the same name is answered with them.
  private static var shared: Set<String> {
    ["vault", "json", "plain", "quiet", "yes", "as", "today", "help", "version", "private"]
  }

  private static func option(_ field: Field) -> Option<[String]> {
    let tokens = field.options.map(\.token)
    let choices = tokens.isEmpty ? "" : ": \(tokens.joined(separator: ", "))"
    return Option(
      name: .customLong(field.flag), help: ArgumentHelp(stringLiteral: field.label + choices),
      completion: tokens.isEmpty ? nil : .list(tokens))
  }
}
