/// Reading incoming files, and saying in words why one could not be read.
internal import Console
internal import JSON
internal import Reading
internal import Records

struct ReadFiles {
  let incoming: IncomingFiles
  let now: String
  /// True to take what is whole in a damaged file.
  let takesParts: Bool

  func read() throws(Problem) -> ReadingResult {
    var result = try incoming.files.count == 1 ? readOne(incoming.files[0]) : readSeveral()
    result.skipped += incoming.skipped
    return result
  }

  private func source(_ one: IncomingFiles.One) -> ReadingSource {
    ReadingSource(sha256: one.sha256, name: one.file.name, entered: now)
  }

  private static func makeID() -> RecordID {
    var generator = SystemRandomNumberGenerator()
    return RecordID(using: &generator)
  }

  private func readOne(_ one: IncomingFiles.One) throws(Problem) -> ReadingResult {
    let source = source(one)
    do throws(ReadingError) {
      return try one.file.lend { bytes throws(ReadingError) in
        if one.kind == .fhirLines {
          return try FHIRReading.readLines(
            bytes, source: source, partial: takesParts, makeID: Self.makeID)
        }
        return takesParts
          ? try FHIRReading.salvage(bytes, source: source, makeID: Self.makeID)
          : try FHIRReading.read(bytes, source: source, makeID: Self.makeID)
      }
    } catch {
      throw problem(error, one)
    }
  }

  private func readSeveral() throws(Problem) -> ReadingResult {
    var reading = FHIRFilesReading(makeID: Self.makeID)
    for one in incoming.files {
      let source = source(one)
      do throws(ReadingError) {
        try one.file.lend { bytes throws(ReadingError) in
          if one.kind == .fhirLines {
            try reading.lookThrough(bytes, source: source, partial: takesParts)
          } else {
            try reading.take(bytes, source: source)
          }
        }
      } catch {
        throw problem(error, one)
      }
    }
    for one in incoming.files where one.kind == .fhirLines {
      let source = source(one)
      one.file.lend { reading.read($0, source: source) }
    }
    return reading.finish()
  }

  private func problem(_ error: ReadingError, _ one: IncomingFiles.One) -> Problem {
    let name = one.file.path
    switch error {
    case .json(let error) where error.reason == .truncated:
      return .fileCutShort(name, entry: entry(of: error.place))
    case .json(let error) where error.reason == .tooLong: return .fileTooLarge(name)
    case .json(let error): return .fileDamaged(name, what: error.description)
    case .line(let number, let error):
      return .fileDamaged(name, what: "line \(number): \(error.description)", canBePartial: true)
    case .notFHIR: return .unsupportedFile(name, isA: FileKind.json.words)
    case .nothingInside: return .nothingInFile(name)
    }
  }

  /// The number of the entry, counted from 1, that a place such as `entry[211].resource` is in.
  private func entry(of place: String) -> Int {
    guard let open = place.firstIndex(of: "["), place.hasPrefix("entry"),
      let number = Int(place[place.index(after: open)...].prefix { $0.isNumber })
    else { return 1 }
    return number + 1
  }
}
