/// Commands about one kind hand their words on to the command that does it for every kind.
internal import ArgumentParser
internal import Console
internal import Records

enum Passing {
  /// As `netvault add KIND arguments…`.
  static func add<Tag: KindTag>(
    _: Tag.Type, _ arguments: [String], _ options: GlobalOptions, _ talk: Talk
  ) async throws -> Exit {
    var add = try AddKind<Tag>.parse(arguments)
    add.options = options
    let perform: (Talk) async throws -> Exit = add.perform
    return try await perform(talk)
  }

  /// As `netvault edit KIND:what arguments…`.
  static func edit(
    _ kind: Kind, _ arguments: [String], _ options: GlobalOptions, _ talk: Talk
  ) async throws -> Exit {
    let what = arguments.prefix { !$0.hasPrefix("--") }
    var edit = try Edit.parse(
      words(Array(what), of: kind) + Array(arguments.dropFirst(what.count)))
    edit.options = options
    return try await edit.perform(talk)
  }

  /// Words that mean a record of this kind only. A number of the last list means what it says.
  static func words(_ words: [String], of kind: Kind) -> [String] {
    let text = words.joined(separator: " ")
    return Int(text) != nil ? [text] : ["\(kind.rawValue):\(text)"]
  }
}
