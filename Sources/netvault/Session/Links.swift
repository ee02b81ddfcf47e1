/// Fields that point to another record: words into links when they are typed, links into words when
/// they are shown.
internal import Records
internal import Vault

struct Links {
  let vault: Vault

  /// Points a field to the record that its words mean, where exactly one is meant. Other words stay
  /// as they were typed.
  func resolve(_ fields: inout [String: Value], of kind: KindDescription) throws {
    for field in kind.fields {
      guard case .link(let kinds) = field.type, let value = fields[field.name] else { continue }
      if case .list(let values) = value {
        fields[field.name] = .list(try values.map { try resolve($0, kinds) })
      } else {
        fields[field.name] = try resolve(value, kinds)
      }
    }
  }

  private func resolve(_ value: Value, _ kinds: [Kind]) throws -> Value {
    guard case .text(let words) = value else { return value }
    if words.count == 32, words.allSatisfy(\.isHexDigit),
      let record = try vault.record(RecordID(words.lowercased()))
    {
      return .link(record.id)
    }
    let found = try vault.search(words)
    let meant = found.hits.filter { kinds.isEmpty || kinds.contains($0.row.kind) }
    guard found.hasAllWords, let only = meant.first, meant.count == 1 else { return value }
    return .link(only.row.id)
  }

  /// The record with the title of each record that it points to.
  func named(_ record: Record) throws -> Record {
    var record = record
    for (name, value) in record.fields {
      switch value {
      case .link: record.fields[name] = try named(value)
      case .list(let values): record.fields[name] = .list(try values.map { try named($0) })
      default: break
      }
    }
    return record
  }

  private func named(_ value: Value) throws -> Value {
    guard case .link(let id) = value else { return value }
    return .text(try vault.record(id)?.title ?? "a record that is gone")
  }
}
