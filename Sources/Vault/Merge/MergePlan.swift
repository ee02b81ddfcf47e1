package import Records

package import struct Records.Record

/// What joining another copy would do. Made from two vaults; changes neither.
package struct MergePlan {
  /// Records that only the other copy has, by kind.
  package internal(set) var new: [Kind: Int] = [:]
  /// Records that are the same in both, or were changed to the same.
  package internal(set) var same = 0
  /// Records that were changed, or added, in this copy only.
  package internal(set) var here = 0
  /// Records that were changed in the other copy only.
  package internal(set) var there = 0
  /// Records that were changed in both, without contradiction.
  package internal(set) var joined = 0
  /// Records that come back into the bin: it was emptied here, and the other copy has them.
  package internal(set) var backInBin = 0
  /// Records that go to the bin: the other copy has emptied them from its own.
  package internal(set) var toBin = 0
  /// Kept files that only the other copy has.
  package internal(set) var files = 0
  /// Files that only the other copy has read.
  package internal(set) var sources = 0
  /// Lines about what was given to whom that only the other copy has.
  package internal(set) var given = 0
  /// What a person decides, one record after the other.
  package internal(set) var disputes: [MergeDispute] = []

  /// What has to be written, record by record. Those in dispute come last.
  var merges: [RecordMerge] = []
  /// The records of the other copy that turned out to be records of this one.
  var pairs = MergePairs()

  /// True when this copy has everything already.
  package var isEmpty: Bool {
    merges.isEmpty && files == 0 && sources == 0 && given == 0 && listings.isEmpty
  }

  /// Sources that both have and only the other copy listed or unlisted since: by SHA-256.
  var listings: [String: Bool] = [:]

  package init() {}
}

/// One answer of a person about two versions.
package enum MergeAnswer: Hashable, Sendable {
  case mine
  case theirs
  case both
}

/// A record that both copies changed, each in its own way.
package struct MergeDispute {
  package let mine: Record
  package let theirs: Record
  /// The last common version, where there is one.
  package let before: Record?
  /// The names of the fields to decide on. Empty when it is about the bin.
  package let fields: [String]
  /// True when one copy put it in the bin, and the other one changed it.
  package let isAboutBin: Bool
  /// True when it is this copy that has it in the bin.
  package let isInBinHere: Bool
  /// True for the person whose vault it is: both versions cannot be kept side by side.
  package let isOwner: Bool

  /// When each side changed it last (ISO 8601 instants in UTC), and who did.
  package let changedHere: (at: String, who: String?)
  package let changedThere: (at: String, who: String?)

  /// How many answers are needed.
  package var questions: Int { isAboutBin ? 1 : fields.count }
}

extension MergeDispute {
  init?(_ merge: RecordMerge) {
    guard let dispute = merge.dispute, let last = merge.lastChanges else { return nil }
    func record(_ version: Version, _ fields: [String: Value]) -> Record {
      Record(
        id: merge.id, kind: merge.kind, fields: fields, isPrivate: version.isPrivate,
        provenance: version.provenance, attachments: version.attachments)
    }
    mine = record(dispute.mine, dispute.mineFields)
    theirs = record(dispute.theirs, dispute.theirsFields)
    before = dispute.bases.isEmpty ? nil : record(dispute.bases[0], dispute.baseFields[0])
    fields = merge.isAboutBin ? [] : dispute.disputed
    isAboutBin = merge.isAboutBin
    isInBinHere = dispute.mine.isRemoved
    isOwner = merge.isOwner
    changedHere = (last.mine.at, last.mine.who)
    changedThere = (last.theirs.at, last.theirs.who)
  }
}

extension MergePlan {
  /// Counts a record, and keeps it when something has to be written.
  mutating func add(_ merge: RecordMerge) {
    switch merge.outcome {
    case .new: new[merge.kind, default: 0] += 1
    case .same: same += 1
    case .here: here += 1
    case .there: there += 1
    case .joined: joined += 1
    case .backInBin: backInBin += 1
    case .toBin: toBin += 1
    case .asked: break
    }
    guard !merge.isEmpty else { return }
    merges.append(merge)
    if let dispute = MergeDispute(merge) { disputes.append(dispute) }
  }
}

/// Why two copies could not be compared or joined.
package enum MergeError: Error, Equatable, Sendable {
  /// Something about this copy.
  case here(VaultError)
  /// Something about the other one.
  case there(VaultError)
}
