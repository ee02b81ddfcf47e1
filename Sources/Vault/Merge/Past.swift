internal import Records

/// One version of a record with the change that made it. It has no row numbers: the numbers of two
/// copies say nothing to each other.
struct PastVersion: Hashable {
  var version: Version
  /// When: an ISO 8601 instant in UTC.
  let at: String
  let command: String
  let who: String?
}

/// Everything a record ever was, as one copy of a vault has it.
struct RecordPast {
  struct Entry {
    var past: PastVersion
    /// The change's number in the copy it was read from.
    let change: Int64
    /// True for what a merge brought and an undo took back: it is history, and decides nothing.
    var isTakenBack = false

    var version: Version { past.version }
  }

  var id: RecordID
  let kind: Kind
  /// Oldest first; never empty.
  var entries: [Entry]

  /// What counts when two copies are compared.
  var effective: [Entry] { entries.filter { !$0.isTakenBack } }
}

extension Version {
  /// True when both say the same of the record, whoever entered it and whenever.
  func saysSame(as other: Version) -> Bool {
    fields == other.fields && isPrivate == other.isPrivate && isRemoved == other.isRemoved
      && attachments == other.attachments && provenance.isSameOrigin(as: other.provenance)
  }
}

extension Provenance {
  /// True for the same place of the same file, or for what both times a person told.
  func isSameOrigin(as other: Provenance) -> Bool {
    origin == other.origin && source == other.source && place == other.place && key == other.key
  }
}
