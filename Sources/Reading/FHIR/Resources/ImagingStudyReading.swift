internal import JSON
internal import Records

/// ImagingStudy → scan. The pictures themselves are somewhere else.
enum ImagingStudyReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    if json.status("status") == "cancelled" { return .skipped("cancelled") }
    var scan = Draft(.imaging)
    let series = json.list("series")
    let own = json.concepts("modality")
    let modalities = unique(own.isEmpty ? series.compactMap { $0.concept("modality") } : own)
    let sites = unique(series.compactMap { $0.concept("bodySite") })
    let procedure = json.concepts("procedureCode").first
    let name =
      json.text("description").map { Coded($0, procedure?.codings ?? []) } ?? procedure
      ?? modalities.first ?? Coded("imaging study")
    scan.coded("name", name)
    scan.when("date", json.moment("started"))
    scan.codeds("modality", modalities)
    scan.texts("region", sites.map(\.text))
    scan.text("series", extent(json, series))
    scan.text("place", file.references.name(json["location"], from: resource))
    let people = json.list("interpreter") + json.list("referrer")
    scan.texts("who", file.references.names(people, from: resource))
    scan.codeds("reason", file.references.reasons(resource, "reasonCode", "reasonReference"))
    scan.texts("identifier", Contact.identifiers(json))
    scan.text("status", json.text("status"))
    scan.note(json.annotations())
    return .record(scan)
  }

  private static func unique(_ codeds: [Coded]) -> [Coded] {
    var seen: Set<Coded> = []
    return codeds.filter { seen.insert($0).inserted }
  }

  /// `2 series, 120 pictures: axial, coronal`.
  private static func extent(_ json: JSONValue, _ series: [JSONValue]) -> String? {
    let count = json.text("numberOfSeries").map { $0 == "1" ? "1 series" : "\($0) series" }
    let pictures = json.text("numberOfInstances").map {
      $0 == "1" ? "1 picture" : "\($0) pictures"
    }
    let names = series.compactMap { $0.text("description") }.joined(separator: ", ").nonEmpty
    let size = [count, pictures].compactMap(\.self).joined(separator: ", ").nonEmpty
    return [size, names].compactMap(\.self).joined(separator: ": ").nonEmpty
  }
}
