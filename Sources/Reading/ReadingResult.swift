package import Records

/// The file that facts come from, as it stands in their provenance.
package struct ReadingSource: Sendable {
  /// The SHA-256 of the file's bytes, in hexadecimal.
  package var sha256: String
  package var name: String?
  /// When it is read: an ISO 8601 instant in UTC.
  package var entered: String

  package init(sha256: String, name: String? = nil, entered: String) {
    self.sha256 = sha256
    self.name = name
    self.entered = entered
  }
}

/// What a file holds: facts to add, and what could not be read.
package struct ReadingResult: Sendable {
  package var facts: [Fact] = []
  /// What was left out, with its place and the reason.
  package var skipped: [Skipped] = []
  /// How many of each type netvault keeps no records of. The file itself is kept.
  package var unmapped: [String: Int] = [:]
  /// The persons the file is about. More than one has to be asked about.
  package var patients: [PatientFound] = []
  /// Files inside the file: letters, pictures, reports.
  package var attachments: [FoundAttachment] = []
  /// What became of every resource, by type.
  package var tally: [String: TypeTally] = [:]
  /// Set when the file was damaged: how many complete entries it still gave.
  package var salvagedEntries: Int?

  package init() {}

  /// The facts about one person, and those that belong to nobody in particular.
  package func facts(about patient: Int) -> [Fact] {
    facts.filter { $0.patient == patient || $0.patient == nil }
  }
}

/// One record, and whom it is about.
package struct Fact: Sendable {
  package var record: Record
  /// The place of the person in ``ReadingResult/patients``; nil for a doctor or a clinic.
  package var patient: Int?

  package init(record: Record, patient: Int? = nil) {
    self.record = record
    self.patient = patient
  }
}

/// A part of a file that was left out, and where it is. Holds no value from the file.
package struct Skipped: Hashable, Sendable {
  /// As `entry[17]`, or `line 12`.
  package let place: String
  package let reason: String
  /// The name of the file, where several were read together.
  package let file: String?

  package init(place: String, reason: String, file: String? = nil) {
    self.place = place
    self.reason = reason
    self.file = file
  }
}

/// A person a file is about.
package struct PatientFound: Sendable {
  /// The record of the person, or nil when the file only points at one.
  package var record: RecordID?
  /// How many facts are about the person.
  package var factCount: Int
}

/// A file inside the file. The caller keeps it and notes its SHA-256 in the record.
package struct FoundAttachment: Sendable {
  package var record: RecordID
  package var bytes: [UInt8]
  /// As the file says it, such as `application/pdf`.
  package var contentType: String?
  package var title: String?
}

/// What became of the resources of one type. The parts add up to `seen`.
package struct TypeTally: Hashable, Sendable {
  package var seen = 0
  /// Became a record of their own.
  package var read = 0
  /// Are part of another resource's record, such as the drug behind a prescription.
  package var folded = 0
  package var skipped = 0
  package var unmapped = 0

  package init() {}
}

extension FoundAttachment: CustomReflectable {
  /// Never the bytes: this text could reach a log.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
