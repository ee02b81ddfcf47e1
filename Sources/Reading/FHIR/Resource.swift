internal import JSON
internal import Records

/// One resource of a file, and where it stands.
///
/// A class, because the readers of several resources note on one that they used it.
final class Resource {
  let type: String
  /// The logical id, or nil when the file gives none.
  let id: String?
  let json: JSONValue
  /// As `entry[17]`, `line 12`, or empty for a file that is one resource.
  let place: String
  /// The `fullUrl` of the entry.
  let url: String?
  let source: ReadingSource
  /// The resource this one is contained in.
  let container: Resource?
  /// What was taken in for this one at the first look at a file that is read line by line.
  var standIn: Resource?
  /// True once another resource's record tells what this one says.
  var isUsed = false
  /// The persons whose resources refer to it.
  var usedBy: Set<Int> = []
  /// The record it becomes, given out at the first question so that others can point at it.
  var recordID: RecordID?

  /// Nil when there is no `resourceType`.
  init?(
    _ json: JSONValue, place: String, url: String? = nil, source: ReadingSource,
    container: Resource? = nil
  ) {
    guard let type = json["resourceType"]?.string, !type.isEmpty else { return nil }
    self.type = type
    id = json.text("id")
    self.json = json
    self.place = place
    self.url = url
    self.source = source
    self.container = container
  }

  /// The one object that others know this resource by.
  var known: Resource { standIn ?? self }

  /// `Type/id`, or nil without an id.
  var typeAndID: String? { id.map { "\(type)/\($0)" } }

  /// The status that says "this was a mistake", in any of the places it can stand.
  var isEnteredInError: Bool {
    let names = ["status", "verificationStatus", "clinicalStatus", "docStatus"]
    return names.contains { json.status($0) == "entered-in-error" }
  }

  /// The server's address in front of `Type/id`, or nil when the entry has none.
  var base: String? {
    guard let url, let typeAndID, url.hasPrefix("http"), url.hasSuffix("/" + typeAndID) else {
      return nil
    }
    return String(url.dropLast(typeAndID.utf8.count + 1))
  }
}
