internal import JSON
internal import Records

/// ExplanationOfBenefit → claim. One statement, one claim; the illness codes on it are kept as
/// codes of the claim and never become diagnoses.
enum ClaimReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var claim = Draft(.claim)
    let types = json.concepts("type") + json.concepts("subType")
    let services = services(json)
    claim.codeds("service", services.isEmpty ? types : services)
    if !claim.has("service") { claim.codeds("service", [Coded("not named")]) }
    claim.codeds("type", types)
    claim.when("date", json.period("billablePeriod") ?? served(json))
    claim.when("created", json.moment("created"))
    claim.text("provider", file.references.name(json["provider"], from: resource))
    claim.text("insurer", file.references.companies(json.list("insurer"), from: resource).first)
    claim.texts("number", Contact.identifiers(json))
    claim.text("status", json.text("status"))
    claim.text("outcome", json.status("outcome"))
    claim.choice("match", "statement-only")
    claim.codeds("diagnoses", diagnoses(resource, in: file))
    addAmounts(json, to: &claim)
    claim.texts("replaces", json.list("related").compactMap { related($0, resource, file) })
    claim.note(json.text("disposition"))
    for note in json.list("processNote") { claim.note(note.text("text")) }
    return .record(claim)
  }

  private static func services(_ json: JSONValue) -> [Coded] {
    var services: [Coded] = []
    var seen: Set<Coded> = []
    for item in json.list("item") + json.list("addItem") {
      guard let service = item.concept("productOrService") ?? item.concept("service"),
        seen.insert(service).inserted
      else { continue }
      services.append(service)
    }
    return services
  }

  private static func served(_ json: JSONValue) -> When? {
    json.list("item").lazy.compactMap { $0.when("serviced") }.first
  }

  private static func diagnoses(_ resource: Resource, in file: FHIRFile) -> [Coded] {
    resource.json.list("diagnosis").compactMap { diagnosis in
      diagnosis.concept("diagnosisCodeableConcept")
        ?? diagnosis["diagnosisReference"].flatMap {
          file.references.concept($0, from: resource)
        }
    }
  }

  /// The totals as the statement prints them. Nothing is added up here.
  private static func addAmounts(_ json: JSONValue, to claim: inout Draft) {
    var totals: [Part] = []
    let old = [
      ("total cost", json.quantity("totalCost")), ("benefit", json.quantity("totalBenefit")),
    ]
    for case (let name, let amount?) in old { totals.append(Part(Coded(name), .quantity(amount))) }
    for total in json.list("total") {
      guard let name = total.concept("category"), let amount = total.quantity("amount") else {
        continue
      }
      totals.append(Part(name, .quantity(amount)))
      let field = name.codings.lazy.compactMap { $0.code.flatMap { fields[$0.lowercased()] } }.first
      if let field, !claim.has(field) { claim.quantity(field, amount) }
    }
    let payment = json["payment"]
    let paid = payment?.quantity("amount")
    if let paid { totals.append(Part(Coded("payment"), .quantity(paid))) }
    if !claim.has("planPaid") { claim.quantity("planPaid", paid) }
    // It is the day on which the plan paid. When the person paid, no statement says.
    if let day = payment?.moment("date") {
      totals.append(Part(Coded("paid by the plan on"), .when(day)))
    }
    claim.parts("totals", totals)
  }

  /// The code systems adjudication and C4BBAdjudication.
  private static let fields = [
    "submitted": "billed", "eligible": "allowed", "allowed": "allowed", "benefit": "planPaid",
    "paidtoprovider": "planPaid", "memberliability": "patientOwes", "paidbypatient": "copay",
    "deductible": "deductible", "copay": "copay", "coinsurance": "coinsurance",
  ]

  private static func related(
    _ json: JSONValue, _ resource: Resource, _ file: FHIRFile
  ) -> String? {
    let number = json["claim"]?["identifier"]?.text("value") ?? json["reference"]?.text("value")
    return number ?? json["claim"]?.text("display") ?? json["claim"]?.text("reference")
  }
}
