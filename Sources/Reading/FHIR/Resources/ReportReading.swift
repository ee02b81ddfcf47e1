internal import Codes
internal import JSON
internal import Records

/// DiagnosticReport → scan, pathology report, laboratory panel, or a note as a document.
enum ReportReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    if json.status("status") == "cancelled" { return .skipped("cancelled") }
    var draft = Draft(kind(of: json))
    let categories = json.concepts("category")
    let name = json.concept("code") ?? categories.first ?? Coded("report")
    let performers =
      file.references.names(json.list("performer"), from: resource)
      + file.references.names(json.list("resultsInterpreter"), from: resource)
    draft.codeds("category", categories)
    draft.when("date", json.when("effective"))
    draft.text("status", json.text("status"))
    let words = conclusion(json)
    switch draft.kind {
    case .document:
      draft.text("title", name.text)
      draft.coded("type", name)
      draft.texts("from", performers)
      draft.text("text", words)
    case .imaging:
      draft.coded("name", name)
      draft.texts("who", performers)
      draft.text("conclusion", words)
      draft.texts("identifier", Contact.identifiers(json))
    case .pathology:
      draft.coded("name", name)
      draft.texts("laboratory", performers)
      draft.text("number", Contact.identifiers(json).first)
      draft.codeds("specimen", specimens(resource, in: file))
      draft.text("conclusion", words)
      draft.codeds("members", members(resource, in: file))
    default:
      draft.coded("name", name)
      draft.texts("laboratory", performers)
      draft.coded("specimen", ObservationReading.specimen(resource, in: file))
      draft.text("conclusion", words)
    }
    if draft.kind != .document { draft.when("issued", json.moment("issued")) }
    draft.note(json.annotations())
    Attachments.add(json.list("presentedForm"), of: resource, in: file, to: &draft)
    return .records([draft] + ObservationReading.contained(in: resource, "result", file))
  }

  private static func kind(of json: JSONValue) -> Kind {
    var codes: Set<String> = []
    for coding in json.concepts("category").flatMap(\.codings) {
      if let code = coding.code { codes.insert(code) }
    }
    if !codes.isDisjoint(with: imagingCategories) { return .imaging }
    if !codes.isDisjoint(with: pathologyCategories) { return .pathology }
    if !codes.isDisjoint(with: laboratoryCategories) { return .result }
    if json["imagingStudy"] != nil { return .imaging }
    if json.concept("code")?.isIn(.scan) == true { return .imaging }
    if json.list("result").isEmpty, !json.list("presentedForm").isEmpty { return .document }
    return .result
  }

  /// HL7 table 0074 and the LOINC parts that US Core uses.
  private static let imagingCategories: Set = [
    "RAD", "RX", "CT", "NMR", "NMS", "CUS", "VUS", "OUS", "RUS", "XRC", "IMG", "LP29684-5",
    "imaging",
  ]
  private static let pathologyCategories: Set = ["SP", "PAT", "CP", "CYTO", "LP7839-6"]
  private static let laboratoryCategories: Set = [
    "LAB", "CH", "HM", "MB", "SR", "BLB", "CG", "GE", "IMM", "MCB", "MYC", "PAR", "TX", "VR",
    "LP29693-6", "laboratory",
  ]

  private static func conclusion(_ json: JSONValue) -> String? {
    let codes = json.concepts("conclusionCode") + json.concepts("codedDiagnosis")
    let words = [json.text("conclusion")].compactMap(\.self) + codes.map(\.text)
    return words.joined(separator: "\n").nonEmpty
  }

  private static func specimens(_ resource: Resource, in file: FHIRFile) -> [Coded] {
    resource.json.list("specimen").compactMap { file.references.concept($0, from: resource) }
  }

  private static func members(_ resource: Resource, in file: FHIRFile) -> [Coded] {
    resource.json.list("result").compactMap { file.references.concept($0, from: resource) }
  }
}
