package import Records

/// What `verify` found. It names kinds, dates and counts, never what a record holds.
package struct VerifyReport: Hashable, Sendable {
  /// A record that cannot be read, or that does not say what its newest version says.
  package struct DamagedRecord: Hashable, Sendable {
    /// Nil, like the others, where not even that can be read.
    package let id: RecordID?
    package let kind: Kind?
    /// A FHIR date.
    package let date: String?
  }

  package internal(set) var pages = 0
  package internal(set) var damagedPages = 0
  package internal(set) var records = 0
  package internal(set) var damagedRecords: [DamagedRecord] = []
  package internal(set) var versions = 0
  /// Older versions that cannot be read. The records themselves may be fine.
  package internal(set) var damagedVersions = 0
  package internal(set) var files = 0
  /// Kept files whose bytes are not those that were kept, by SHA-256.
  package internal(set) var damagedFiles: [String] = []
  /// False when a search might miss something, or find what is gone.
  package internal(set) var isSearchInStep = true
  /// False when SQLite finds fault with its own structure, or with a link between tables.
  package internal(set) var isStructureSound = true

  package init() {}

  package var isSound: Bool {
    damagedPages == 0 && damagedRecords.isEmpty && damagedVersions == 0 && damagedFiles.isEmpty
      && isSearchInStep && isStructureSound
  }
}

/// What `verify` is doing.
package enum VerifyStep: Hashable, Sendable {
  case pages
  case structure
  case records
  case files
  case search
}
