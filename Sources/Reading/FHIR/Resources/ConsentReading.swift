internal import JSON
internal import Records

/// Consent → wish: an advance directive, or who may decide.
enum ConsentReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var wish = Draft(.wish)
    let provision = json["provision"]
    var words = json.concepts("category") + (provision?.concepts("code") ?? [])
    // A refusal must not read like a permission.
    if provision?.text("type") == "deny" {
      words = words.map { Coded("not allowed: \($0.text)", $0.codings) }
    }
    let scope = json.concept("scope")
    wish.codeds("what", words.isEmpty ? [scope ?? Coded("consent")] : words)
    wish.texts("category", scope.map { [$0.text] } ?? [])
    wish.text("status", json.text("status"))
    wish.when("date", json.moment("dateTime"))
    let deciders = (provision?.list("actor") ?? []).compactMap { $0["reference"] }
    wish.texts("whoDecides", file.references.names(deciders, from: resource))
    let policies = json.concepts("policyRule").map(\.text)
    let addresses = json.list("policy").compactMap { $0.text("uri") }
    wish.note((policies + addresses).joined(separator: "\n"))
    let sources = json.list("sourceAttachment")
    wish.text("paper", sources.first?.text("title"))
    Attachments.add(sources, of: resource, in: file, to: &wish)
    return .record(wish)
  }
}
