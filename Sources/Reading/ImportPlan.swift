package import Records

/// What an import would do. Made from two values; changes neither.
package struct ImportPlan: Sendable {
  /// A record that the vault has, and what the file says of the same fact.
  package struct Change: Sendable {
    package var old: Record
    /// With the identifier of the old one, so that taking it is a new version.
    package var new: Record
    /// The names of the fields in which they are not alike.
    package var fields: [String]
  }

  /// Not in the vault.
  package var new: [Record] = []
  /// In the vault already, and alike.
  package var same: [Record] = []
  /// From an older version of the same file, and nobody changed it since; or typed by a person,
  /// and the file says the same and more.
  package var updates: [Change] = []
  /// A person typed or changed it, and the file says something else. To be asked.
  package var differs: [Change] = []
  /// The record of the vault that each record of the import turned out to be.
  package var found: [RecordID: RecordID] = [:]

  package init() {}
}

/// A record of the vault, and whether a person changed it after it came from a file.
package struct KnownRecord: Sendable {
  package var record: Record
  package var wasEdited: Bool

  package init(_ record: Record, wasEdited: Bool = false) {
    self.record = record
    self.wasEdited = wasEdited
  }
}

extension ImportPlan {
  /// Compares the records of an import with those of the vault.
  ///
  /// A record is looked for by what its sender calls it, then by its content: the same kind, the
  /// same code or title, the same date. Each known record is found at most once, so identical
  /// results under different names stay as many as they are. Takes time in proportion to the
  /// number of records.
  package init(adding records: [Record], to known: [KnownRecord]) {
    var search = KnownSearch(known)
    var rest: [Record] = []
    for record in records {
      if let match = search.takeByKey(record) {
        file(record, against: match)
      } else {
        rest.append(record)
      }
    }
    for record in rest {
      if let match = search.takeAlike(record) {
        note(record, is: match.record)
        same.append(match.record)
      } else if let match = search.takeTyped(record) {
        file(record, against: match)
      } else {
        new.append(record)
      }
    }
    followLinks()
  }

  private mutating func note(_ record: Record, is known: Record) { found[record.id] = known.id }

  private mutating func file(_ record: Record, against match: KnownRecord) {
    let old = match.record
    note(record, is: old)
    let isTyped = match.wasEdited || old.provenance.origin != .document
    let fields = Comparison.differing(record, old, loosely: isTyped)
    // The same file again: what a person changed since then was changed knowingly.
    let isSameFile =
      record.provenance.source != nil && record.provenance.source == old.provenance.source
    if fields.isEmpty || (match.wasEdited && isSameFile) {
      same.append(old)
      return
    }
    var new = record
    new.id = old.id
    new.isPrivate = old.isPrivate
    new.attachments = old.attachments + record.attachments.filter { !old.attachments.contains($0) }
    if isTyped, let whole = Self.completed(old, by: new, in: fields) {
      updates.append(Change(old: old, new: whole, fields: fields))
      return
    }
    let change = Change(old: old, new: new, fields: fields)
    if isTyped { differs.append(change) } else { updates.append(change) }
  }

  /// What a person typed with what the file knows more, when the file contradicts none of it; nil
  /// when it does, or when the record came from a file and what is gone was taken out on purpose.
  private static func completed(
    _ old: Record, by new: Record, in fields: [String]
  ) -> Record? {
    guard old.provenance.origin == .person, old.provenance.key == nil,
      fields.allSatisfy({ old.fields[$0] == nil })
    else { return nil }
    var whole = new
    whole.fields.merge(old.fields) { theirs, _ in theirs }
    // It is the document's only when the document says all of it.
    if old.fields.keys.contains(where: { new.fields[$0] == nil }) {
      whole.provenance.origin = .person
      whole.provenance.who = old.provenance.who
    }
    return whole
  }

  /// Points links at the records that the vault already has.
  private mutating func followLinks() {
    guard !found.isEmpty else { return }
    for index in new.indices { follow(&new[index]) }
    for index in updates.indices { follow(&updates[index].new) }
    for index in differs.indices { follow(&differs[index].new) }
  }

  private func follow(_ record: inout Record) {
    for (name, value) in record.fields {
      if case .link(let id) = value, let known = found[id] { record.fields[name] = .link(known) }
    }
  }
}
