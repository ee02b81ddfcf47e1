internal import FoundationEssentials
internal import JSON
internal import Records

/// Attachment elements: words go into the record, anything else beside it.
enum Attachments {
  static func add(
    _ attachments: [JSONValue], of resource: Resource, in file: FHIRFile, to draft: inout Draft
  ) {
    for attachment in attachments {
      guard let (bytes, type) = content(attachment, of: resource, in: file) else { continue }
      if let text = words(bytes, contentType: type) {
        addWords(text, to: &draft)
      } else {
        draft.attachments.append(
          Draft.Attachment(bytes: bytes, contentType: type, title: attachment.text("title")))
      }
    }
  }

  /// The bytes that are in the file, inline or as a Binary beside it.
  private static func content(
    _ attachment: JSONValue, of resource: Resource, in file: FHIRFile
  ) -> ([UInt8], String?)? {
    let type = attachment.text("contentType")
    if let bytes = attachment["data"].flatMap({ decoded($0) }) { return (bytes, type) }
    guard let url = attachment.text("url"),
      let binary = file.references.resolve(url, from: resource), binary.type == "Binary",
      let bytes = (binary.json["data"] ?? binary.json["content"]).flatMap({ decoded($0) })
    else { return nil }
    binary.isUsed = true
    return (bytes, type ?? binary.json.text("contentType"))
  }

  /// FHIR's base64Binary may have line breaks in it.
  static func decoded(_ json: JSONValue) -> [UInt8]? {
    guard let text = json.string, !text.isEmpty else { return nil }
    return Data(base64Encoded: text, options: .ignoreUnknownCharacters).map { [UInt8]($0) }
  }

  /// Plain text that is UTF-8; nil for everything else.
  static func words(_ bytes: [UInt8], contentType: String?) -> String? {
    guard let contentType, contentType.lowercased().hasPrefix("text/plain") else { return nil }
    return String(validating: bytes, as: UTF8.self)?.trimmedSpaces.nonEmpty
  }

  private static func addWords(_ text: String, to draft: inout Draft) {
    let field = draft.kind == .document ? "text" : "conclusion"
    switch draft.fields[field] {
    case .text(let earlier): draft.text(field, earlier + "\n" + text)
    default: draft.text(field, text)
    }
  }
}
