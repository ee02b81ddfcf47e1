/// An import as one change of the vault: records, the files they are from, the files inside them.
internal import Reading
internal import Records
internal import Vault

struct ImportChange {
  private let plan: ImportPlan
  private let found: ReadingResult
  private let incoming: IncomingFiles
  private let talk: Talk

  init(_ plan: ImportPlan, _ found: ReadingResult, _ incoming: IncomingFiles, _ talk: Talk) {
    self.plan = plan
    self.found = found
    self.incoming = incoming
    self.talk = talk
  }

  func change(answers: [Import.Differing], who: String) -> Change {
    var steps = plan.new.map { Change.Step.add($0) }
    steps += plan.updates.map { .update($0.new) }
    for (change, answer) in zip(plan.differs, answers) {
      switch answer {
      case .mine: break
      case .file: steps.append(.update(Self.file(change)))
      case .both: steps += both(change)
      }
    }
    let inside = filesInside(of: &steps)
    guard !steps.isEmpty else { return Change("import", at: talk.now, who: who, isFromFile: true) }
    return Change(
      "import", at: talk.now, who: who, isFromFile: true, steps: steps, sources: sources(),
      files: incoming.files.map {
        $0.file.incoming(mediaType: $0.kind.mediaType(of: $0.file.name), sha256: $0.sha256)
      } + inside)
  }

  /// What the file says, and beside it what only the person wrote down.
  private static func file(_ change: ImportPlan.Change) -> Record {
    guard change.old.provenance.origin == .person, change.old.provenance.key == nil else {
      return change.new
    }
    var record = change.new
    record.fields.merge(change.old.fields) { theirs, _ in theirs }
    // It is the document's only when the document says all of it.
    if record.fields.count > change.new.fields.count {
      record.provenance.origin = .person
      record.provenance.who = change.old.provenance.who
    }
    return record
  }

  /// Keeps what the person has and what the file says, both marked as disputed.
  private func both(_ change: ImportPlan.Change) -> [Change.Step] {
    var generator = SystemRandomNumberGenerator()
    var mine = change.old
    var theirs = change.new
    theirs = Record(
      id: RecordID(using: &generator), kind: theirs.kind, fields: theirs.fields,
      isPrivate: theirs.isPrivate, provenance: theirs.provenance,
      attachments: theirs.attachments)
    mine.provenance.origin = .disputed
    theirs.provenance.origin = .disputed
    return [.update(mine), .add(theirs)]
  }

  /// Letters and pictures inside the file: kept, and noted in their records.
  private func filesInside(of steps: inout [Change.Step]) -> [IncomingFile] {
    guard !found.attachments.isEmpty else { return [] }
    let byRecord = Dictionary(grouping: found.attachments, by: \.record)
    var files: [IncomingFile] = []
    for index in steps.indices {
      guard case .add(var record) = steps[index], let parts = byRecord[record.id] else { continue }
      for part in parts {
        let sha256 = FileDigest.hex(of: part.bytes)
        if record.attachments.contains(sha256) { continue }
        record.attachments.append(sha256)
        files.append(
          IncomingFile(
            name: part.title ?? "document", mediaType: part.contentType ?? "",
            sha256: sha256, bytes: part.bytes))
      }
      steps[index] = .add(record)
    }
    return files
  }

  private func sources() -> [Source] {
    incoming.files.enumerated().map { index, one in
      Source(
        sha256: one.sha256, name: one.file.name, kind: "FHIR", size: one.file.count,
        readAt: talk.now, unmapped: index == 0 ? found.unmapped : [:])
    }
  }
}
