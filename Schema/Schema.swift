/// The tables of a vault, as SQL files that are never edited after a release.
package enum Schema {
  /// One step from an older shape to a newer one.
  package struct Migration: Sendable {
    /// What a vault remembers that it has. Never renamed.
    package let name: String
    package let sql: String
  }

  /// Every step, in order.
  package static let migrations = [
    Migration(name: "v1", sql: String(decoding: PackageResources.create_v1_sql, as: UTF8.self)),
    Migration(name: "v2", sql: String(decoding: PackageResources.update_v2_sql, as: UTF8.self)),
  ]
}
