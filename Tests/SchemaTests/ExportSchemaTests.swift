internal import Foundation
internal import JSON
internal import Records
internal import Testing

@Suite struct `The JSON Schema of the export` {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Schema/export.schema.json").standardizedFileURL

  /// With NETVAULT_WRITE_SCHEMA set, the file is written anew.
  private func file() throws -> [UInt8] {
    if ProcessInfo.processInfo.environment["NETVAULT_WRITE_SCHEMA"] != nil {
      try Data(ExportSchema.whole.write(pretty: true) + [UInt8(ascii: "\n")]).write(
        to: Self.path, options: .atomic)
    }
    return Array(try Data(contentsOf: Self.path))
  }

  @Test func `agrees with the descriptions of the kinds`() throws {
    let isSame = try JSONValue.parse(file()) == ExportSchema.whole
    #expect(isSame, "Run the tests once with NETVAULT_WRITE_SCHEMA=1.")
  }

  @Test(arguments: KindDescription.all.map(\.kind)) func `knows every field of every kind`(
    kind: Kind
  ) throws {
    let definitions = try #require(try JSONValue.parse(file())["$defs"])
    let properties = try #require(definitions[kind.rawValue]?["properties"]?.object)
    #expect(properties.keys == KindDescription.of(kind).fields.map(\.name))
    #expect(definitions["record"]?["oneOf"]?.array?.count == Kind.allCases.count)
  }

  @Test func `points only at what it defines`() throws {
    let schema = try JSONValue.parse(file())
    let defined = Set(schema["$defs"]?.object?.keys ?? [])
    #expect(Set(references(in: schema)).isSubset(of: defined))
  }

  private func references(in value: JSONValue) -> [String] {
    switch value {
    case .array(let values): return values.flatMap { references(in: $0) }
    case .object(let object):
      let here = object["$ref"]?.string.map { [String($0.dropFirst("#/$defs/".count))] } ?? []
      return here + object.members.flatMap { references(in: $0.value) }
    default: return []
    }
  }
}
