internal import JSON
internal import Records

/// Takes the resources of one import in, and gives out what they became.
///
/// First everything that others point at is taken in, then each resource is read, and last the
/// ones that may already be part of another's record.
struct FHIRReader {
  private let file: FHIRFile
  private var resources: [Resource] = []
  private var last: [Resource] = []
  /// The keys of the resources taken in, to notice one that comes twice.
  private var seen: [String: Resource] = [:]
  private var people = People()
  private var standIns: [Resource] = []
  private var isPrepared = false
  /// Several files are read together, so a place alone does not say enough.
  private let namesFiles: Bool
  private(set) var result = ReadingResult()

  init(namesFiles: Bool = false, makeID: @escaping () -> RecordID) {
    self.namesFiles = namesFiles
    file = FHIRFile(makeID: makeID)
  }

  // MARK: Taking in

  /// Takes in a Bundle with all its entries, or a single resource.
  mutating func take(_ json: JSONValue, place: String, source: ReadingSource) {
    take(json, place: place, url: nil, source: source)
  }

  private mutating func take(
    _ json: JSONValue, place: String, url: String?, source: ReadingSource
  ) {
    guard let resource = Resource(json, place: place, url: url, source: source) else {
      skip(place, "is not a resource", in: source)
      return
    }
    switch resource.type {
    case "Bundle":
      takeEntries(of: json, place: place, source: source)
      return
    case "Parameters":
      takeParameters(json, place: place, source: source)
      return
    default: break
    }
    switch Repetition(of: resource, among: seen) {
    case .none: break
    case .same, .older:
      note(.folded, for: resource)
      return
    case .newer(let old):
      resources.removeAll { $0 === old }
      last.removeAll { $0 === old }
      note(.folded, for: old)
    }
    if let key = Repetition.key(of: resource) { seen[key] = resource }
    people.notice(resource)
    file.references.add(resource)
    if FHIRFile.readLast.contains(resource.type) {
      last.append(resource)
    } else {
      resources.append(resource)
    }
  }

  private mutating func takeEntries(of bundle: JSONValue, place: String, source: ReadingSource) {
    let prefix = place.isEmpty ? "" : place + "."
    for (index, entry) in bundle.list("entry").enumerated() {
      let place = "\(prefix)entry[\(index)]"
      if let resource = entry["resource"] {
        take(resource, place: place, url: entry.text("fullUrl"), source: source)
      } else if entry["request"]?.text("method") == "DELETE" {
        skip(place, "deleted by the sender", in: source)
      } else {
        skip(place, "holds no resource", in: source)
      }
    }
  }

  /// Operations such as `$everything` may answer with their result as a parameter.
  private mutating func takeParameters(
    _ json: JSONValue, place: String, source: ReadingSource
  ) {
    let prefix = place.isEmpty ? "" : place + "."
    for (index, parameter) in json.list("parameter").enumerated() {
      guard let resource = parameter["resource"] else { continue }
      take(resource, place: "\(prefix)parameter[\(index)]", source: source)
    }
  }

  // MARK: Line by line

  /// Takes in what others may point at, and no more of it than they ask for.
  mutating func takeForReference(_ resource: Resource) {
    people.notice(resource)
    var kept = resource
    let key = Repetition.key(of: resource)
    // A later version takes the place of an earlier one.
    if let key, let old = seen[key] { last.removeAll { $0 === old } }
    switch resource.type {
    case let type where FHIRFile.readLast.contains(type):
      last.append(resource)
    case "Patient", "CareTeam": break
    case "Condition":
      kept = resource.keeping(["code", "stage", "verificationStatus"]) ?? resource
      standIns.append(kept)
    case "Observation" where Staging.isStaging(resource): standIns.append(resource)
    default: return
    }
    if let key { seen[key] = kept }
    file.references.add(kept)
  }

  /// Reads one resource at once and forgets it.
  mutating func readNow(_ resource: Resource) {
    prepare()
    // These were kept, and are read when all others have been.
    guard !FHIRFile.readLast.contains(resource.type) else { return }
    resource.standIn = Repetition.key(of: resource).flatMap { seen[$0] }
    read(resource)
  }

  mutating func fold(_ resource: Resource) { note(.folded, for: resource) }

  mutating func skip(_ place: String, _ reason: String, in source: ReadingSource) {
    let name = namesFiles ? source.name : nil
    result.skipped.append(Skipped(place: place, reason: reason, file: name))
  }

  // MARK: Giving out

  private mutating func prepare() {
    guard !isPrepared else { return }
    isPrepared = true
    people.prepare(file)
    file.linkStagings(resources + standIns)
    standIns = []
  }

  /// Reads everything that was taken in.
  mutating func finish() -> ReadingResult {
    prepare()
    for resource in resources { read(resource) }
    // A role tells of the person in it, so it comes first.
    for resource in last where resource.type == "PractitionerRole" { read(resource) }
    for resource in last where resource.type != "PractitionerRole" { read(resource) }
    resources = []
    last = []
    people.finish(&result)
    return result
  }

  private mutating func read(_ resource: Resource) {
    let patient = people.patient(of: resource, file: file)
    file.references.currentPatient = patient
    let outcome = outcome(of: resource)
    file.references.currentPatient = nil
    note(outcome, for: resource)
    guard case .records(let drafts) = outcome else { return }
    let origin = OriginKey(of: resource, system: people.system)
    for draft in drafts {
      people.count(patient)
      let id = draft.part == nil ? file.recordID(of: resource) : file.newID()
      let provenance = Provenance(
        origin: .document, entered: resource.source.entered, source: resource.source.sha256,
        sourceName: resource.source.name, place: resource.place.nonEmpty,
        key: origin.text(part: draft.part))
      let record = Record(
        id: id, kind: draft.kind, fields: draft.fields, provenance: provenance)
      if draft.kind == .person { people.found(record, for: resource) }
      result.facts.append(Fact(record: record, patient: patient))
      if draft.hasDamagedFile {
        skip(resource.place, "the file inside is damaged; the rest was read", in: resource.source)
      }
      for attachment in draft.attachments {
        result.attachments.append(
          FoundAttachment(
            record: id, bytes: attachment.bytes, contentType: attachment.contentType,
            title: attachment.title))
      }
    }
  }

  private func outcome(of resource: Resource) -> Outcome {
    guard let read = FHIRFile.readers[resource.type] else {
      return resource.isUsed ? .folded : .unmapped
    }
    if resource.isEnteredInError { return .skipped("marked as entered in error") }
    if Modifier.isUnknown(in: resource.json) {
      return .skipped("changed in its meaning by something netvault does not know")
    }
    return read(resource, file)
  }

  private mutating func note(_ outcome: Outcome, for resource: Resource) {
    var tally = result.tally[resource.type] ?? TypeTally()
    tally.seen += 1
    switch outcome {
    case .records: tally.read += 1
    case .folded: tally.folded += 1
    case .unmapped:
      tally.unmapped += 1
      result.unmapped[resource.type, default: 0] += 1
    case .skipped(let reason):
      tally.skipped += 1
      skip(resource.place, reason, in: resource.source)
    }
    result.tally[resource.type] = tally
  }
}
