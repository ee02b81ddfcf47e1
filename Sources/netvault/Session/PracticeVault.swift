/// Making the vault of the made-up patient, and taking it away again.
internal import Console
internal import Glibc
internal import JSON
internal import Practice
internal import Reading
internal import Records
internal import Sealing
internal import Vault

struct PracticeVault {
  /// What the vault itself remembers: the day for which it was told, and its last change then.
  private static let memo = "practice"

  let talk: Talk
  let path: String

  init(_ talk: Talk) {
    self.talk = talk
    path = PracticePlace.path(talk.environment)
  }

  /// How a practice vault stands that is there.
  struct Standing {
    /// The day for which its story was told; nil when that cannot be read.
    let told: PartialDate?
    /// True when somebody tried something in it, or when that cannot be read.
    let isChanged: Bool
  }

  var exists: Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Nil when there is none.
  func standing() throws(Problem) -> Standing? {
    guard exists else { return nil }
    let file: SealedFile
    do throws(SealError) {
      file = try SealedFile.open(
        at: path, passphrase: PracticePlace.secret, mode: .read, lockTimeout: .seconds(5))
    } catch .inUse {
      throw .vaultInUse(since: nil, window: nil)
    } catch {
      // Another passphrase was chosen in it, or it was damaged to see what happens.
      return Standing(told: nil, isChanged: true)
    }
    guard let vault = try? Vault.open(file) else { return Standing(told: nil, isChanged: true) }
    defer { try? vault.close() }
    guard let memo = try? vault.memo(Self.memo)?.value, let last = memo["lastChange"]?.int else {
      return Standing(told: nil, isChanged: true)
    }
    let now = (try? vault.lastChange())?.number
    return Standing(
      told: memo["told"]?.string.flatMap { PartialDate($0) }, isChanged: now != last)
  }

  /// Makes it, or makes it anew. What is there stays as it is until the new one is whole. Returns
  /// how many records it has.
  func make() throws -> Int {
    let story: Story
    do throws(Story.Trouble) {
      story = try Story(today: talk.today)
    } catch {
      throw Problem.internalError(report: nil)
    }
    try makeFolders()
    let half = HalfFile("\(path).making")
    unsafe unlink(half.path)
    do {
      let vault = try Vault.create(
        at: half.path, passphrase: PracticePlace.secret, person: story.owner, cost: .least,
        at: story.owner.provenance.entered)
      try tell(story, in: vault)
      let count = try vault.counts().values.reduce(0, +)
      // The story was written in many small changes: one tight file is enough of it.
      try? vault.file?.compact()
      try vault.close()
      let lock = try locked()
      defer { if lock >= 0 { close(lock) } }
      guard unsafe rename(half.path, path) == 0 else { throw CannotWrite.problem(path, errno) }
      return count
    } catch {
      unsafe unlink(half.path)
      if let error = error as? VaultError { throw VaultWording.problem(error, path: path) }
      throw error
    }
  }

  /// Deletes it.
  func remove() throws(Problem) {
    let lock = try locked()
    defer { if lock >= 0 { close(lock) } }
    guard unsafe unlink(path) == 0 else { throw CannotWrite.problem(path, errno) }
    unsafe rmdir(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex)))
  }

  /// Nobody may be using the one that goes. The lock goes with the file.
  private func locked() throws(Problem) -> Int32 {
    guard exists else { return -1 }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw CannotWrite.problem(path, errno) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw .vaultInUse(since: nil, window: nil)
    }
    return file
  }

  private func makeFolders() throws(Problem) {
    var folder = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST {
        throw CannotWrite.problem(folder, errno)
      }
    }
  }
}

extension PracticeVault {
  /// Does all that the person and her daughter did over the years, in order.
  private func tell(_ story: Story, in vault: Vault) throws {
    var changes = story.sittings.map { change($0, story) }
    for file in story.hospitalFiles { changes.append(try imported(file)) }
    for change in changes.sorted(by: { $0.at < $1.at }) { try vault.apply(change) }
    for given in story.given {
      try vault.addGiven(
        Given(
          at: given.at, recipient: given.recipient, format: given.format, parts: given.parts,
          note: given.note))
    }
    let last = try vault.lastChange()?.number ?? 0
    try vault.setMemo(
      Self.memo,
      to: ["told": .string(talk.today.description), "lastChange": .number(String(last))],
      at: talk.now)
  }

  private func change(_ sitting: Story.Sitting, _ story: Story) -> Change {
    let byName = Dictionary(
      story.files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var names: [String] = []
    func attached(_ record: Record) -> Record {
      var record = record
      names += record.attachments
      record.attachments = record.attachments.compactMap { byName[$0] }
        .map { FileDigest.hex(of: $0.bytes) }
      return record
    }
    let steps = sitting.steps.map { step -> Change.Step in
      switch step {
      case .add(let record): .add(attached(record))
      case .update(let record): .update(attached(record))
      case .remove(let id): .remove(id)
      }
    }
    let files = names.compactMap { byName[$0] }.map {
      IncomingFile(name: $0.name, mediaType: $0.mediaType, bytes: $0.bytes)
    }
    return Change(sitting.command, at: sitting.at, who: sitting.who, steps: steps, files: files)
  }

  /// A hospital's file is read as `import` reads it.
  private func imported(_ hospital: Story.HospitalFile) throws -> Change {
    let file = hospital.file
    let sha256 = FileDigest.hex(of: file.bytes)
    var number = -1
    let found = try FHIRReading.read(
      file.bytes.span,
      source: ReadingSource(sha256: sha256, name: file.name, entered: hospital.readAt)
    ) {
      number += 1
      return Story.importedID(number)
    }
    return Change(
      "import", at: hospital.readAt, who: nil, isFromFile: true,
      steps: found.facts.map { .add($0.record) },
      sources: [
        Source(
          sha256: sha256, name: file.name, kind: "FHIR", size: file.bytes.count,
          readAt: hospital.readAt)
      ],
      files: [
        IncomingFile(
          name: file.name, mediaType: file.mediaType, sha256: sha256, bytes: file.bytes)
      ])
  }
}
