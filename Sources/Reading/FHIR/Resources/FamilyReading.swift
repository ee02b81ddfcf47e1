internal import JSON
internal import Records

/// FamilyMemberHistory → family history: one relative, with all illnesses.
enum FamilyReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var relative = Draft(.familyHistory)
    let conditions = json.list("condition")
    let codes = conditions.compactMap { $0.concept("code") }
    if conditions.count == 1,
      let absence = Absence.draft(of: "family-history", codes.first, date: json.moment("date"))
    {
      return .record(absence)
    }
    let relation = json.concept("relationship")
    relative.text("relation", relation?.text ?? json.text("name") ?? "not named")
    relative.codeds("condition", codes)
    relative.text("age", ages(conditions).joined(separator: "; "))
    relative.text("name", json.text("name"))
    relative.choice("deceased", deceased(json))
    relative.text("status", json.text("status"))
    relative.when("date", json.moment("date"))
    for condition in conditions {
      let name = condition.concept("code")?.text ?? "illness"
      if let outcome = condition.concept("outcome") { relative.note("\(name): \(outcome.text)") }
      if condition["contributedToDeath"]?.bool == true { relative.note("\(name): led to death") }
      relative.note(condition.annotations())
    }
    if let absent = json.concept("dataAbsentReason") { relative.note("Not known: \(absent.text)") }
    relative.note(json.annotations())
    return .record(relative)
  }

  /// How old the relative was at each illness; with its name when there are several.
  private static func ages(_ conditions: [JSONValue]) -> [String] {
    conditions.compactMap { condition in
      guard let onset = condition.choice("onset") else { return nil }
      let age: String? =
        switch onset.type {
        case "Age": Quantity(json: onset.value)?.spelledTime
        case "Range": Dosage.range(onset.value)
        default: When(type: onset.type, onset.value)?.spelled
        }
      guard let age, conditions.count > 1, let name = condition.concept("code")?.text else {
        return age
      }
      return "\(name): \(age)"
    }
  }

  private static func deceased(_ json: JSONValue) -> String? {
    guard let deceased = json.choice("deceased") else { return nil }
    return deceased.value.bool == false ? "no" : "yes"
  }
}
