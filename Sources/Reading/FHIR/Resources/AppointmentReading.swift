internal import JSON
internal import Records

/// Appointment → visit.
enum AppointmentReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var visit = Draft(.visit)
    let reasons = file.references.reasons(resource, "reasonCode", "reasonReference")
    let kinds =
      json.concepts("serviceType") + json.concepts("specialty") + json.concepts("appointmentType")
    let what = json.text("description") ?? kinds.first?.text ?? reasons.first?.text
    visit.text("what", what ?? "appointment")
    visit.when("date", date(json))
    let people = participants(resource, in: file)
    visit.texts("who", people.who)
    visit.text("place", people.places.joined(separator: ", "))
    visit.choice("status", json.text("status").map { statuses[$0] ?? $0 })
    visit.codeds("reason", reasons)
    if let why = json.concept("cancelationReason") { visit.note("Cancelled: \(why.text)") }
    visit.note(json.text("comment"))
    visit.note(json.text("patientInstruction"))
    return .record(visit)
  }

  private static let statuses = [
    "proposed": "planned", "pending": "planned", "booked": "planned", "waitlist": "planned",
    "arrived": "planned", "checked-in": "planned", "fulfilled": "kept", "noshow": "missed",
    "cancelled": "cancelled",
  ]

  private static func date(_ json: JSONValue) -> When? {
    guard let start = json.text("start") else {
      return json.list("requestedPeriod").lazy.compactMap { When(period: $0) }.first
    }
    let from = When(printed: start)
    guard let first = from.start, let last = json.text("end").flatMap({ Moment($0) }) else {
      return from
    }
    return When(start: first, end: last)
  }

  private static func participants(
    _ resource: Resource, in file: FHIRFile
  ) -> (who: [String], places: [String]) {
    var (who, places): ([String], [String]) = ([], [])
    for participant in resource.json.list("participant") {
      let actor = participant["actor"]
      let reference = actor?.text("reference") ?? ""
      let type = file.references.resolve(actor, from: resource)?.type ?? ""
      guard type != "Patient", !reference.hasPrefix("Patient/"),
        let name = file.references.name(actor, from: resource)
      else { continue }
      if type == "Location" || reference.hasPrefix("Location/") {
        places.append(name)
      } else {
        who.append(name)
      }
    }
    return (who, places)
  }
}
