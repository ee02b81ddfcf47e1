package import JSON
package import Records

/// FHIR R4 JSON → facts: a Bundle of any type, or a single resource.
package enum FHIRReading {
  /// Reads a whole file.
  ///
  /// - Parameter makeID: Gives each record its name for life.
  package static func read(
    _ bytes: Span<UInt8>, source: ReadingSource, limits: JSONLimits = JSONLimits(),
    makeID: @escaping () -> RecordID
  ) throws(ReadingError) -> ReadingResult {
    let json: JSONValue
    do {
      json = try JSONValue.parse(bytes, limits: limits)
    } catch {
      throw .json(error)
    }
    return try read(json, source: source, makeID: makeID)
  }

  package static func read(
    _ json: JSONValue, source: ReadingSource, makeID: @escaping () -> RecordID
  ) throws(ReadingError) -> ReadingResult {
    var reader = FHIRReader(makeID: makeID)
    if json["resourceType"]?.string != nil {
      reader.take(json, place: "", source: source)
    } else {
      // Not in the standard, but some programs save a bare list of resources.
      guard let list = json.array, list.contains(where: { $0["resourceType"]?.string != nil })
      else { throw .notFHIR }
      for (index, resource) in list.enumerated() {
        reader.take(resource, place: "[\(index)]", source: source)
      }
    }
    let result = reader.finish()
    guard !result.tally.isEmpty || !result.skipped.isEmpty else { throw .nothingInside }
    return result
  }

  /// Reads the complete entries of a Bundle that is cut or damaged.
  ///
  /// ``ReadingResult/salvagedEntries`` says how many there were; it is nil when the file turns
  /// out to be whole.
  package static func salvage(
    _ bytes: Span<UInt8>, source: ReadingSource, limits: JSONLimits = JSONLimits(),
    makeID: @escaping () -> RecordID
  ) throws(ReadingError) -> ReadingResult {
    let (value, error) = JSONValue.salvage(bytes, levels: 2, limits: limits)
    guard let error else {
      guard let value else { throw .notFHIR }
      return try read(value, source: source, makeID: makeID)
    }
    // The type may stand behind the cut; entries are only in Bundles.
    guard var bundle = value?.object, let entries = bundle["entry"]?.array, !entries.isEmpty else {
      throw .json(error)
    }
    bundle["resourceType"] = "Bundle"
    var result = try read(.object(bundle), source: source, makeID: makeID)
    result.salvagedEntries = entries.count
    let place = error.place.isEmpty ? "entry[\(entries.count)]" : error.place
    result.skipped.append(
      Skipped(place: place, reason: "the file is damaged from here on"))
    return result
  }
}
