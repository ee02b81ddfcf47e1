internal import Codes
internal import JSON
internal import Records

/// Observation → result, vital sign, habit or scan.
enum ObservationReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    if json.status("status") == "cancelled" { return .skipped("cancelled") }
    let name = json.concept("code") ?? Coded("not named")
    let categories = json.concepts("category")
    let kind = kind(of: name, categories: categories, json)
    var draft = Draft(kind)
    draft.coded(kind == .habit ? "what" : "name", name)
    draft.codeds("category", categories)
    draft.when("date", json.when("effective"))
    draft.when("issued", json.moment("issued"))
    let performers = file.references.names(json.list("performer"), from: resource)
    draft.texts(kind == .result ? "laboratory" : "who", performers)
    if kind == .imaging {
      addWords(json, to: &draft)
    } else {
      addValue(json, to: &draft)
    }
    if kind != .habit {
      if kind != .imaging {
        draft.coded("method", json.concept("method"))
        draft.coded("bodySite", json.concept("bodySite"))
        draft.coded("flag", Coded(joining: json.concepts("interpretation")))
        draft.range("range", ReferenceRange(all: json.list("referenceRange")))
      }
      draft.text("status", json.text("status"))
    }
    if kind == .result {
      draft.coded("specimen", specimen(resource, in: file))
    }
    for component in json.list("component") { draft.note(remark(on: component)) }
    draft.note(json.annotations() ?? json.text("comments") ?? json.text("comment"))
    return .records([draft] + contained(in: resource, "hasMember", file))
  }

  /// Observations that stand inside the resource that refers to them: they are facts of their own.
  static func contained(in resource: Resource, _ name: String, _ file: FHIRFile) -> [Draft] {
    resource.json.list(name).flatMap { reference -> [Draft] in
      guard let inner = file.references.resolve(reference, from: resource),
        inner.type == "Observation", inner.container === resource, let id = inner.id,
        !inner.isEnteredInError, case .records(var drafts) = read(inner, in: file)
      else { return [] }
      for index in drafts.indices {
        drafts[index].part = [id, drafts[index].part].compactMap(\.self).joined(separator: ".")
      }
      return drafts
    }
  }

  /// The range and the flag of one part: the part itself has room for the value alone.
  private static func remark(on component: JSONValue) -> String? {
    guard let name = component.concept("code") else { return nil }
    let words = [
      Coded(joining: component.concepts("interpretation"))?.text,
      ReferenceRange(all: component.list("referenceRange")).map { "usual range \($0.printed)" },
    ].compactMap(\.self)
    return words.isEmpty ? nil : "\(name.text): \(words.joined(separator: ", "))"
  }

  static func specimen(_ resource: Resource, in file: FHIRFile) -> Coded? {
    resource.json.list("specimen").lazy.compactMap { reference in
      file.references.concept(reference, from: resource)
    }.first
  }

  private static func kind(
    of name: Coded, categories: [Coded], _ json: JSONValue
  ) -> Kind {
    if name.isIn(.tobaccoTest, .alcoholTest)
      || name.has(oneOf: habitCodes, in: CodeSystem.loinc)
    {
      return .habit
    }
    var codes: Set<String> = []
    for category in categories {
      for coding in category.codings { if let code = coding.code { codes.insert(code) } }
      if category.codings.isEmpty { codes.insert(category.text.lowercased()) }
    }
    if codes.contains("social-history") { return .habit }
    if codes.contains("vital-signs") || codes.contains("vital-sign") { return .vitalSign }
    if codes.contains("imaging"), json["valueQuantity"] == nil, json["component"] == nil {
      return .imaging
    }
    if codes.isEmpty, name.has(oneOf: vitalSignCodes, in: CodeSystem.loinc) { return .vitalSign }
    return .result
  }

  /// Alcohol use panel, alcohol history and status, smoking details.
  private static let habitCodes: Set = [
    "80439-3", "11331-6", "11286-7", "68518-0", "11367-0", "88029-4", "8664-5", "74010-0",
    "63640-7", "39240-7", "67741-9",
  ]

  /// The codes of FHIR's vital signs profile (hl7.org/fhir/R4/observation-vitalsigns).
  private static let vitalSignCodes: Set = [
    "85353-1", "9279-1", "8867-4", "2708-6", "59408-5", "8310-5", "8302-2", "9843-4", "29463-7",
    "39156-5", "85354-9", "8480-6", "8462-4", "55284-4", "3141-9", "8287-5",
  ]

  private static func addWords(_ json: JSONValue, to draft: inout Draft) {
    let value = json.choice("value").flatMap { ObservedValue(type: $0.type, $0.value) }
    draft.text("conclusion", value?.value.words)
    draft.texts("region", json.concepts("bodySite").map(\.text))
    if let absent = json.concept("dataAbsentReason") { draft.note("No finding: \(absent.text)") }
  }

  private static func addValue(_ json: JSONValue, to draft: inout Draft) {
    switch json.choice("value").flatMap({ ObservedValue(type: $0.type, $0.value) })?.value {
    case .quantity(let quantity): draft.quantity("value", quantity)
    case .coded(let coded): draft.coded("finding", coded)
    default: break
    }
    draft.coded("absent", json.concept("dataAbsentReason"))
    draft.parts("parts", json.list("component").compactMap { component($0) })
  }

  private static func component(_ json: JSONValue) -> Part? {
    guard let name = json.concept("code") else { return nil }
    if let value = json.choice("value").flatMap({ ObservedValue(type: $0.type, $0.value) }) {
      return Part(name, value.value)
    }
    return json.concept("dataAbsentReason").map { Part(name, .coded($0)) }
  }
}
