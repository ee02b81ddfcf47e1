package import Records

/// What one command is about to change. It is decided before anything is written, and applied in
/// one transaction.
package struct Change {
  package enum Step: Sendable {
    case add(Record)
    /// A new version of a record that is in the vault.
    case update(Record)
    /// To the bin.
    case remove(RecordID)
    /// Out of the bin, and, where a version is named, as it was then.
    case restore(RecordID, version: Int?)
  }

  /// The word of the command, such as `import`. The history shows it.
  package var command: String
  /// When: an ISO 8601 instant in UTC.
  package var at: String
  /// Who did it, where several people use the vault.
  package var who: String?
  /// True when the fields are as a file gave them. A newer file may then update what it brought
  /// without asking; what a person typed is never overwritten.
  package var isFromFile: Bool
  package var steps: [Step]
  /// Files that were read.
  package var sources: [Source]
  /// Files whose bytes are kept.
  package var files: [IncomingFile]

  package init(
    _ command: String, at: String, who: String? = nil, isFromFile: Bool = false,
    steps: [Step] = [], sources: [Source] = [], files: [IncomingFile] = []
  ) {
    self.command = command
    self.at = at
    self.who = who
    self.isFromFile = isFromFile
    self.steps = steps
    self.sources = sources
    self.files = files
  }
}

/// What a change did.
package struct Receipt: Hashable, Sendable {
  /// The change, or nil when there was nothing to change and nothing was written.
  package internal(set) var change: Int?
  package internal(set) var added = 0
  package internal(set) var updated = 0
  package internal(set) var removed = 0
  package internal(set) var restored = 0
  /// Updates that said what was known already.
  package internal(set) var unchanged = 0
  package internal(set) var sources = 0
  package internal(set) var files = 0
  /// After the bin was emptied: true when nothing of it is left in the file either.
  package internal(set) var isGoneFromFile = false

  package init() {}
}
