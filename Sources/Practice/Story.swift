internal import JSON
package import Records

/// The story of a made-up patient: something of every kind, and how it was written down over years.
///
/// It stands in `story.json`, in the shape of an export, but for three things: days are distances
/// from the day on which it is told (``StoryDay``), records and files are named by words, and what
/// a hospital's file brought stands in the file itself, to be read as any such file is.
package struct Story: Sendable {
  /// One change of the vault, as a person or a hospital's file made it.
  package enum Step: Sendable {
    case add(Record)
    case update(Record)
    case remove(RecordID)
  }

  /// What was done in one sitting.
  package struct Sitting: Sendable {
    /// An ISO 8601 instant in UTC.
    package let at: String
    package let who: String?
    /// The word of the command: `add`, `edit` or `remove`.
    package let command: String
    package fileprivate(set) var steps: [Step]
  }

  /// A letter or a card. Records name it in their `attachments`.
  package struct File: Sendable {
    package let name: String
    package let mediaType: String
    package let bytes: [UInt8]
  }

  /// A file of a hospital, with the day on which it came in.
  package struct HospitalFile: Sendable {
    package let file: File
    package let readAt: String
  }

  /// What was given to whom.
  package struct Given: Sendable {
    package let at: String
    package let recipient: String
    package let format: String
    package let parts: [String]
    package let note: String?
  }

  /// Why the story cannot be told. It comes with the program, and a test tells it on many days.
  package enum Trouble: Error, Hashable, Sendable {
    case unreadable
    /// A record, by its name in the story, that the descriptions of the kinds do not allow.
    case record(String)
  }

  /// Whose story it is. The name says that it is made up.
  package let owner: Record
  /// In order of time.
  package let sittings: [Sitting]
  package let files: [File]
  package let hospitalFiles: [HospitalFile]
  package let given: [Given]

  /// Tells the story as if it had come to `today`.
  package init(today: PartialDate) throws(Trouble) {
    guard let json = try? JSONValue.parse(PackageResources.story_json) else { throw .unreadable }
    try self.init(json, today: today)
  }

  init(_ json: JSONValue, today: PartialDate) throws(Trouble) {
    let json = StoryDay(today: today).tell(json)
    let records = try StoryRecords(json["records"]?.array ?? [])
    guard let name = json["owner"]?.string, let owner = records.current(name) else {
      throw .unreadable
    }
    self.owner = owner
    sittings = Self.sittings(records.events.filter { $0.step.record != owner.id })
    files = (json["attachments"]?.array ?? []).compactMap { Self.file($0) }
    hospitalFiles = (json["sources"]?.array ?? []).compactMap { source in
      guard let file = Self.file(source), let at = source["readAt"]?.string else { return nil }
      return HospitalFile(file: file, readAt: at)
    }
    given = (json["given"]?.array ?? []).compactMap { Self.given($0) }
  }

  /// The name that a record of a hospital's file gets, counted from 0.
  package static func importedID(_ number: Int) -> RecordID {
    StoryRecords.id(number: 10_000 + number)
  }

  private static func sittings(_ events: [StoryEvent]) -> [Sitting] {
    var sittings: [Sitting] = []
    for event in events.sorted(by: { ($0.at, $0.order) < ($1.at, $1.order) }) {
      if let last = sittings.last, last.at == event.at, last.who == event.who,
        last.command == event.command
      {
        sittings[sittings.count - 1].steps.append(event.step)
      } else {
        sittings.append(
          Sitting(at: event.at, who: event.who, command: event.command, steps: [event.step]))
      }
    }
    return sittings
  }

  private static func file(_ json: JSONValue) -> File? {
    guard let name = json["name"]?.string, let type = json["mediaType"]?.string else { return nil }
    let bytes = json["text"]?.string.map { Array($0.utf8) } ?? json["json"]?.write()
    return bytes.map { File(name: name, mediaType: type, bytes: $0) }
  }

  private static func given(_ json: JSONValue) -> Given? {
    guard let at = json["at"]?.string, let recipient = json["recipient"]?.string,
      let format = json["format"]?.string
    else { return nil }
    return Given(
      at: at, recipient: recipient, format: format,
      parts: (json["parts"]?.array ?? []).compactMap(\.string), note: json["note"]?.string)
  }
}

extension Story.Step {
  /// The record that it is about.
  package var record: RecordID {
    switch self {
    case .add(let record), .update(let record): record.id
    case .remove(let id): id
    }
  }
}
