internal import JSON
internal import Records

/// Flag → alert.
enum FlagReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var alert = Draft(.alert)
    let categories = json.concepts("category")
    alert.coded("text", json.concept("code") ?? categories.first ?? Coded("not named"))
    alert.choice("status", json.text("status"))
    alert.text("category", categories.map(\.text).joined(separator: ", "))
    alert.when("since", json.period("period"))
    alert.text("toldBy", file.references.name(json["author"], from: resource))
    return .record(alert)
  }
}
