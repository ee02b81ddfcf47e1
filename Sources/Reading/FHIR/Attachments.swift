internal import FoundationEssentials
internal import JSON
internal import Records

/// Attachment elements: words go into the record, anything else beside it.
enum Attachments {
  static func add(
    _ attachments: [JSONValue], of resource: Resource, in file: FHIRFile, to draft: inout Draft
  ) {
    for attachment in attachments {
      guard let (data, type) = content(attachment, of: resource, in: file) else { continue }
      guard let bytes = decoded(data) else {
        draft.hasDamagedFile = true
        continue
      }
      if let text = words(bytes, contentType: type) {
        addWords(text, to: &draft)
      } else {
        draft.attachments.append(
          Draft.Attachment(bytes: bytes, contentType: type, title: attachment.text("title")))
      }
    }
  }

  /// What is in the file itself, inline or as a Binary beside it.
  private static func content(
    _ attachment: JSONValue, of resource: Resource, in file: FHIRFile
  ) -> (data: JSONValue, type: String?)? {
    let type = attachment.text("contentType")
    if let data = attachment["data"] { return (data, type) }
    guard let url = attachment.text("url"),
      let binary = file.references.resolve(url, from: resource), binary.type == "Binary",
      let data = binary.json["data"] ?? binary.json["content"]
    else { return nil }
    binary.isUsed = true
    return (data, type ?? binary.json.text("contentType"))
  }

  /// The bytes of a base64Binary, which may have line breaks in it; nil when it is damaged.
  static func decoded(_ json: JSONValue) -> [UInt8]? {
    guard let text = json.string, !text.isEmpty else { return nil }
    if let data = Data(base64Encoded: text) { return [UInt8](data) }
    let bare = text.utf8.filter { $0 > 0x20 }
    return Data(base64Encoded: Data(bare)).map { [UInt8]($0) }
  }

  /// Plain text that is UTF-8; nil for everything else.
  static func words(_ bytes: [UInt8], contentType: String?) -> String? {
    guard let contentType, contentType.lowercased().hasPrefix("text/plain") else { return nil }
    return String(validating: bytes, as: UTF8.self)?.trimmedSpaces.nonEmpty
  }

  private static func addWords(_ text: String, to draft: inout Draft) {
    let field: String
    switch draft.kind {
    case .document: field = "text"
    case .wish:
      draft.note(text)
      return
    default: field = "conclusion"
    }
    switch draft.fields[field] {
    case .text(let earlier): draft.text(field, earlier + "\n" + text)
    default: draft.text(field, text)
    }
  }
}
