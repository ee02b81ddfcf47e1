internal import JSON
internal import Records

/// DocumentReference → document, with the file where it is inside.
enum DocumentReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var document = Draft(.document)
    let contents = json.list("content").compactMap { $0["attachment"] }
    let type = json.concept("type")
    let categories = json.concepts("category") + json.concepts("class")
    let title =
      json.text("description") ?? contents.lazy.compactMap { $0.text("title") }.first
      ?? type?.text ?? categories.first?.text
    document.text("title", title ?? "document")
    document.coded("type", type)
    document.codeds("category", categories)
    let written = contents.lazy.compactMap { $0.moment("creation") }.first
    let date = json.moment("date") ?? json.moment("created") ?? json.moment("indexed")
    document.when("date", date ?? written ?? json["context"]?.period("period"))
    document.texts("from", file.references.names(json.list("author"), from: resource))
    let status = [json.text("status"), json.text("docStatus")].compactMap(\.self)
    document.text("status", status.joined(separator: ", "))
    document.texts("contentType", contents.compactMap { $0.text("contentType") })
    Attachments.add(contents, of: resource, in: file, to: &document)
    let isHere = !document.attachments.isEmpty || document.has("text")
    document.texts("location", isHere ? [] : contents.compactMap { $0.text("url") })
    return .record(document)
  }
}

/// Binary → document, unless a document in the same file already has it.
enum BinaryReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    guard !resource.isUsed else { return .folded }
    let type = resource.json.text("contentType")
    guard
      let bytes = (resource.json["data"] ?? resource.json["content"]).flatMap({
        Attachments.decoded($0)
      })
    else { return .skipped("holds no file") }
    var document = Draft(.document)
    document.text("title", "file without a title")
    document.texts("contentType", type.map { [$0] } ?? [])
    if let words = Attachments.words(bytes, contentType: type) {
      document.text("text", words)
    } else {
      document.attachments = [Draft.Attachment(bytes: bytes, contentType: type, title: nil)]
    }
    return .record(document)
  }
}
