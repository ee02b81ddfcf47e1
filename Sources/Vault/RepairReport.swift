internal import Records

/// What a repair saved and what it could not. It names kinds, dates and counts, never what a record
/// holds.
package struct RepairReport: Hashable, Sendable {
  /// Records that were saved, those in the bin included.
  package internal(set) var records = 0
  package internal(set) var versions = 0
  package internal(set) var files = 0
  /// Records of which nothing can be read.
  package internal(set) var lostRecords: [VerifyReport.DamagedRecord] = []
  /// Records that were saved as an older version has them: the newest one cannot be read.
  package internal(set) var olderRecords: [VerifyReport.DamagedRecord] = []
  package internal(set) var lostVersions = 0
  package internal(set) var lostFiles = 0
  /// Lines of the history whose day and command are not known any more.
  package internal(set) var lostChanges = 0
  /// True when not even the record of the person could be read: an empty one stands in for it.
  package internal(set) var isOwnerLost = false
  /// Saves whose own mark in the file is gone. What belongs to them was found by trying.
  package internal(set) var lostSaves = 0
  /// Saves that stood behind the place where the file was cut off.
  package internal(set) var missingSaves = 0

  package init() {}

  /// True when all of it was saved.
  package var isComplete: Bool {
    lostRecords.isEmpty && olderRecords.isEmpty && lostVersions == 0 && lostFiles == 0
      && lostChanges == 0 && !isOwnerLost && missingSaves == 0
  }
}
