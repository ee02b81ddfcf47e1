internal import Records

internal import struct Records.Record

/// Two versions of a record and what they come from, compared field by field.
///
/// A field that only one side changed is that side's. A field that both changed, and not to the
/// same, is in dispute: a person decides.
struct ThreeWay {
  let kind: Kind
  let mine: Version
  let theirs: Version
  /// The last common version as each of the two sides has it: mostly one. Empty when there is none.
  let bases: [Version]
  let mineFields: [String: Value]
  let theirsFields: [String: Value]
  let baseFields: [[String: Value]]
  /// The fields that nobody has to be asked about.
  private(set) var settled: [String: Value] = [:]
  /// The names of the others, in the order of the kind's description.
  private(set) var disputed: [String] = []

  init(_ kind: Kind, mine: Version, theirs: Version, bases: [Version]) throws {
    self.kind = kind
    self.mine = mine
    self.theirs = theirs
    self.bases = bases
    var batch = FieldsBatch()
    for version in [mine, theirs] + bases { batch.append(version.fields, of: kind) }
    var fields = try batch.read()
    mineFields = fields.removeFirst()
    theirsFields = fields.removeFirst()
    baseFields = fields
    for field in KindDescription.of(kind).fields {
      switch Self.settle(mineFields[field.name], theirsFields[field.name], since(field.name)) {
      case .value(let value): settled[field.name] = value
      case .disputed: disputed.append(field.name)
      }
    }
  }

  /// What the field held before. Without a common version it held nothing.
  private func since(_ name: String) -> [Value?] {
    baseFields.isEmpty ? [nil] : baseFields.map { $0[name] }
  }

  private enum Settled: Equatable {
    case value(Value?)
    case disputed
  }

  /// When the two sides come from different versions, both ways have to agree.
  private static func settle(_ mine: Value?, _ theirs: Value?, _ bases: [Value?]) -> Settled {
    if mine == theirs { return .value(mine) }
    let ways = bases.map { base -> Settled in
      if mine == base { return .value(theirs) }
      return theirs == base ? .value(mine) : .disputed
    }
    return ways.dropFirst().allSatisfy { $0 == ways[0] } ? ways[0] : .disputed
  }
}

extension ThreeWay {
  /// The version that the answers make, and a second record for what was to be kept beside it.
  ///
  /// There is one answer for each disputed field. A field of several values keeps both in one.
  func result(
    _ answers: [MergeAnswer], canBeTwo: Bool
  ) -> (version: Version, second: (version: Version, fields: [String: Value])?) {
    var fields = settled
    var others = settled
    var isTwo = false
    for (name, answer) in zip(disputed, answers) {
      let (mine, theirs) = (mineFields[name], theirsFields[name])
      switch answer {
      case .mine: (fields[name], others[name]) = (mine, mine)
      case .theirs: (fields[name], others[name]) = (theirs, theirs)
      case .both:
        if let all = Self.joined(mine, theirs, KindDescription.of(kind).field(name)) {
          (fields[name], others[name]) = (all, all)
        } else {
          (fields[name], others[name]) = (mine, theirs)
          isTwo = isTwo || canBeTwo
        }
      }
    }
    var version = version(of: fields)
    guard isTwo else { return (version, nil) }
    version.provenance.origin = .disputed
    var second = theirs
    second.fields = FieldsJSON.text(others, of: kind)
    second.isPrivate = version.isPrivate
    second.isRemoved = false
    second.isAsRead = false
    second.provenance.origin = .disputed
    return (version, (second, others))
  }

  /// The values of both, where a field may have several.
  private static func joined(_ mine: Value?, _ theirs: Value?, _ field: Field?) -> Value? {
    guard let mine, let theirs, field?.isMany == true else { return nil }
    func values(_ value: Value) -> [Value] {
      if case .list(let values) = value { values } else { [value] }
    }
    let all = values(mine)
    return .list(all + values(theirs).filter { !all.contains($0) })
  }

  private func version(of fields: [String: Value]) -> Version {
    var version = mine
    version.fields = FieldsJSON.text(fields, of: kind)
    version.isPrivate = isPrivate
    version.attachments = attachments
    version.provenance = provenance
    if version.fields != mine.fields {
      version.isAsRead = version.fields == theirs.fields && theirs.isAsRead
    }
    return version
  }

  /// Where the two sides cannot agree, it is private: that can be taken back, and the other cannot.
  private var isPrivate: Bool {
    if mine.isPrivate == theirs.isPrivate { return mine.isPrivate }
    guard let base = bases.first?.isPrivate, bases.allSatisfy({ $0.isPrivate == base }) else {
      return true
    }
    return !base
  }

  /// What one side attached is there; what one side took away, and both had, is not.
  private var attachments: [String] {
    func wasCommon(_ file: String) -> Bool {
      !bases.isEmpty && bases.allSatisfy { $0.attachments.contains(file) }
    }
    return mine.attachments.filter { theirs.attachments.contains($0) || !wasCommon($0) }
      + theirs.attachments.filter { !mine.attachments.contains($0) && !wasCommon($0) }
  }

  /// A document counts for more than what was told, when both sides changed where it comes from.
  private var provenance: Provenance {
    let (mine, theirs) = (mine.provenance, theirs.provenance)
    if mine.isSameOrigin(as: theirs) { return mine }
    if !bases.isEmpty {
      if bases.allSatisfy({ $0.provenance.isSameOrigin(as: mine) }) { return theirs }
      if bases.allSatisfy({ $0.provenance.isSameOrigin(as: theirs) }) { return mine }
    }
    func weight(_ provenance: Provenance) -> [String] {
      let rank = provenance.origin == .document ? "1" : "0"
      return [rank, provenance.entered, provenance.source ?? "", provenance.place ?? ""]
    }
    return weight(mine).lexicographicallyPrecedes(weight(theirs)) ? theirs : mine
  }
}
