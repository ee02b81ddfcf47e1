internal import Records

/// Records that both copies made, each under an identifier of its own, of one and the same fact:
/// the same hospital file was imported on both sides, or the same thing was typed.
struct MergePairs: Equatable {
  /// By the other copy's identifier, the identifier here.
  private(set) var here: [RecordID: RecordID] = [:]

  /// A record that only one of the copies has, as it was when it came in.
  struct Newcomer {
    let id: RecordID
    let kind: Kind
    let version: Version
  }

  init() {}

  /// Each record is found at most once, so several that are alike stay as many as they are. First
  /// by the place in the same file, then by what the sender calls it, then by its content.
  init(_ mine: [Newcomer], _ theirs: [Newcomer]) {
    // A second record that keeps what was in dispute stands beside the first one, not for it.
    let mine = mine.filter { $0.version.provenance.origin != .disputed }
    let theirs = theirs.filter { $0.version.provenance.origin != .disputed }
    guard !mine.isEmpty, !theirs.isEmpty else { return }
    for key in [Self.byPlace, Self.byName, byContent] { pair(mine, theirs, key) }
  }

  private mutating func pair(
    _ mine: [Newcomer], _ theirs: [Newcomer], _ key: (Newcomer) -> [String]?
  ) {
    let taken = Set(here.values)
    var waiting: [[String]: [RecordID]] = [:]
    for one in mine.reversed() where !taken.contains(one.id) {
      if let key = key(one) { waiting[key, default: []].append(one.id) }
    }
    var found: [RecordID: RecordID] = [:]
    for one in theirs where here[one.id] == nil {
      if let key = key(one), let id = waiting[key]?.popLast() { found[one.id] = id }
    }
    here.merge(found) { first, _ in first }
  }

  private static func byPlace(_ one: Newcomer) -> [String]? {
    let origin = one.version.provenance
    guard let source = origin.source, let place = origin.place else { return nil }
    return [one.kind.rawValue, source, place, origin.key ?? ""]
  }

  private static func byName(_ one: Newcomer) -> [String]? {
    one.version.provenance.key.map { [one.kind.rawValue, $0] }
  }

  /// Only of what was typed: what two files say stays two facts.
  private func byContent(_ one: Newcomer) -> [String]? {
    let version = one.version
    guard version.provenance.source == nil else { return nil }
    return [
      one.kind.rawValue, followed(version.fields), version.isPrivate ? "private" : "",
      version.provenance.origin.rawValue,
    ] + version.attachments
  }
}

extension MergePairs {
  private static let mark = #""record":""#

  /// The fields with their links pointing to the records of this copy.
  ///
  /// The fields are JSON that `FieldsJSON` wrote, without spaces; in a text a quotation mark has a
  /// backslash before it, so the mark is only ever found at a link.
  func followed(_ fields: String) -> String {
    guard !here.isEmpty, fields.contains(Self.mark) else { return fields }
    let parts = fields.split(separator: Self.mark, omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts[0])) { text, part in
      let id = RecordID(String(part.prefix(32)))
      text += Self.mark + (here[id] ?? id).text + part.dropFirst(32)
    }
  }

  /// The other copy's record as if it had been made here.
  func followed(_ past: RecordPast) -> RecordPast {
    guard !here.isEmpty else { return past }
    var past = past
    past.id = here[past.id] ?? past.id
    for place in past.entries.indices {
      let fields = past.entries[place].past.version.fields
      past.entries[place].past.version.fields = followed(fields)
    }
    return past
  }
}
