package import JSON
package import Records

/// Several FHIR files read as one: a folder, or an export with one file a resource type.
///
/// Files with one resource a line are looked through twice, one line at a time. The first look
/// notes what other resources point at; the second reads. So memory holds names and codes, the
/// records, and one line, however long the files are.
package struct FHIRFilesReading {
  private var reader: FHIRReader
  private var versions = LineVersions()
  private let limits: JSONLimits
  private var didRead = false

  package init(limits: JSONLimits = JSONLimits(), makeID: @escaping () -> RecordID) {
    self.limits = limits
    reader = FHIRReader(namesFiles: true, makeID: makeID)
  }

  /// Takes in a file that is one Bundle or one resource.
  package mutating func take(
    _ bytes: Span<UInt8>, source: ReadingSource
  ) throws(ReadingError) {
    do {
      reader.take(try JSONValue.parse(bytes, limits: limits), place: "", source: source)
    } catch {
      throw .json(error)
    }
  }

  /// The first look at a file with one resource a line. All first looks come before the second.
  ///
  /// - Parameter partial: Goes on after a damaged line; the second look lists it.
  package mutating func lookThrough(
    _ bytes: Span<UInt8>, source: ReadingSource, partial: Bool = false
  ) throws(ReadingError) {
    var number = 0
    var rest = LineWalk()
    while let line = rest.next(in: bytes) {
      number += 1
      guard !line.isEmpty else { continue }
      let text = bytes.extracting(line)
      do {
        let json = try JSONValue.parse(text, limits: limits)
        guard let resource = Resource(json, place: "line \(number)", source: source) else {
          continue
        }
        if versions.notice(resource, text) { reader.takeForReference(resource) }
      } catch  where partial {
        continue
      } catch {
        throw .line(number, error)
      }
    }
  }

  /// The second look, which reads.
  package mutating func read(_ bytes: Span<UInt8>, source: ReadingSource) {
    var number = 0
    var rest = LineWalk()
    while let line = rest.next(in: bytes) {
      number += 1
      guard !line.isEmpty else { continue }
      let text = bytes.extracting(line)
      let place = "line \(number)"
      do {
        let json = try JSONValue.parse(text, limits: limits)
        guard let resource = Resource(json, place: place, source: source) else {
          reader.skip(place, "is not a resource", in: source)
          continue
        }
        if versions.isToBeRead(resource, text) {
          reader.readNow(resource)
        } else {
          reader.fold(resource)
        }
      } catch {
        reader.skip(place, error.description, in: source)
      }
    }
  }

  package mutating func finish() -> ReadingResult { reader.finish() }
}

extension FHIRReading {
  /// Reads one file with one resource a line.
  package static func readLines(
    _ bytes: Span<UInt8>, source: ReadingSource, partial: Bool = false,
    limits: JSONLimits = JSONLimits(), makeID: @escaping () -> RecordID
  ) throws(ReadingError) -> ReadingResult {
    var files = FHIRFilesReading(limits: limits, makeID: makeID)
    try files.lookThrough(bytes, source: source, partial: partial)
    files.read(bytes, source: source)
    return files.finish()
  }
}

/// Walks over the lines of a text, without the line breaks and white space around them.
struct LineWalk {
  private var index = 0

  mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
    guard index < bytes.count else { return nil }
    var start = index == 0 && bytes.has([0xEF, 0xBB, 0xBF], at: 0) ? 3 : index
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    var end = index
    index += 1
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return min(start, end)..<end
  }
}

/// Which of several lines about one resource is to be read: the newest, and once.
struct LineVersions {
  private struct Version {
    var fingerprint: Int
    var updated: String?
    var isRead = false
  }

  private var newest: [String: Version] = [:]

  /// Notes a line. False when it is older than, or the same as, one that was noted.
  mutating func notice(_ resource: Resource, _ text: Span<UInt8>) -> Bool {
    guard let key = Repetition.key(of: resource) else { return true }
    let version = Version(
      fingerprint: Self.fingerprint(text),
      updated: resource.json["meta"]?.text("lastUpdated"))
    guard let known = newest[key] else {
      newest[key] = version
      return true
    }
    guard known.fingerprint != version.fingerprint else { return false }
    // Different and without a date each: two resources under one name, and both are read.
    guard let old = known.updated, let new = version.updated, old != new else { return true }
    if old < new { newest[key] = version }
    return old < new
  }

  mutating func isToBeRead(_ resource: Resource, _ text: Span<UInt8>) -> Bool {
    guard let key = Repetition.key(of: resource), let known = newest[key] else { return true }
    let updated = resource.json["meta"]?.text("lastUpdated")
    guard known.fingerprint == Self.fingerprint(text) else {
      return known.updated == nil || updated == nil || known.updated == updated
    }
    newest[key]?.isRead = true
    return !known.isRead
  }

  private static func fingerprint(_ text: Span<UInt8>) -> Int {
    var hasher = Hasher()
    unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
