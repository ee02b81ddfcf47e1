internal import JSON
internal import Records

/// CarePlan → care plan, with its goals.
enum CarePlanReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var plan = Draft(.plan)
    let title = json.text("title").map { [Coded($0)] } ?? []
    let names = title + json.concepts("category")
    plan.codeds("name", names.isEmpty ? [Coded("care plan")] : names)
    plan.when("date", json.period("period") ?? json.moment("created"))
    let makers = json.list("author") + json.list("contributor") + json.list("careTeam")
    plan.texts("who", file.references.names(makers, from: resource))
    plan.text("status", json.text("status"))
    plan.text("intent", json.text("intent"))
    plan.codeds("activities", json.list("activity").compactMap { activity($0, resource, file) })
    plan.codeds(
      "reason",
      json.list("addresses").compactMap {
        file.references.concept($0, from: resource)
      })
    plan.texts("goals", json.list("goal").compactMap { goal($0, resource, file) })
    plan.text("text", json.text("description") ?? Narrative.plain(json))
    plan.note(json.annotations())
    return .record(plan)
  }

  private static func activity(
    _ json: JSONValue, _ resource: Resource, _ file: FHIRFile
  ) -> Coded? {
    if let detail = json["detail"] {
      var coded = detail.concept("code") ?? detail.text("description").map { Coded($0) }
      // What must not be done, or was given up, is not a plan.
      if detail["doNotPerform"]?.bool == true, let words = coded?.text {
        coded?.text = "not to be done: \(words)"
      } else if let status = detail.text("status"), let words = coded?.text,
        ["cancelled", "stopped", "entered-in-error", "not-started"].contains(status)
      {
        coded?.text = "\(words) (\(status))"
      }
      return coded
    }
    return json["reference"].flatMap { file.references.concept($0, from: resource) }
  }

  private static func goal(
    _ json: JSONValue, _ resource: Resource, _ file: FHIRFile
  ) -> String? {
    guard let goal = file.references.resolve(json, from: resource) else {
      return json.text("display")
    }
    goal.isUsed = true
    return goal.json.concept("description")?.text ?? goal.json.text("description")
  }
}
