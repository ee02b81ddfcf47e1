internal import JSON
internal import Records

/// Composition → what a summary says about its sections: which are empty and why, and the words
/// of those that have no entries.
enum CompositionReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    let date = json.moment("date")
    var drafts: [Draft] = []
    var number = 0
    func walk(_ sections: [JSONValue]) {
      for section in sections {
        number += 1
        let part = "section\(number)"
        if let empty = section.concept("emptyReason"), let kind = kind(of: section) {
          var absence = Absence.draft(
            of: kind, answer: Absence.answer(emptyReason: empty),
            wording: wording(section, empty), date: date)
          absence.part = part
          drafts.append(absence)
        } else if !hasEntries(section, resource, in: file), let words = Narrative.plain(section) {
          drafts.append(document(section, words, part: part, resource, in: file))
        }
        walk(section.list("section"))
      }
    }
    walk(json.list("section"))
    return drafts.isEmpty ? .folded : .records(drafts)
  }

  /// Whether anything that the section lists is in the file. If not, its words are all there is.
  private static func hasEntries(
    _ section: JSONValue, _ resource: Resource, in file: FHIRFile
  ) -> Bool {
    section.list("entry").contains { file.references.resolve($0, from: resource) != nil }
  }

  private static func wording(_ section: JSONValue, _ empty: Coded) -> Coded {
    guard let words = Narrative.plain(section) else { return empty }
    return Coded(words, empty.codings)
  }

  private static func document(
    _ section: JSONValue, _ words: String, part: String, _ resource: Resource, in file: FHIRFile
  ) -> Draft {
    var document = Draft(.document, part: part)
    let code = section.concept("code")
    let title = section.text("title") ?? code?.text ?? resource.json.text("title")
    document.text("title", title ?? "section of a summary")
    document.coded("type", code)
    document.when("date", resource.json.moment("date"))
    document.texts(
      "from", file.references.names(resource.json.list("author"), from: resource))
    document.text("text", words)
    document.text("status", resource.json.text("status"))
    return document
  }

  /// The sections of the International Patient Summary whose absence is an answer.
  private static func kind(of section: JSONValue) -> String? {
    let kinds = [
      "48765-2": "allergy", "11450-4": "diagnosis", "10160-0": "medicine",
      "11369-6": "vaccine", "47519-4": "procedure", "46264-8": "device",
      "10157-6": "family-history",
    ]
    return section.concept("code")?.codings.lazy.compactMap { $0.code.flatMap { kinds[$0] } }.first
  }
}
