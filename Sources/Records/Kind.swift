/// Every kind of record that a vault holds. The raw value is its name on the command line and in
/// JSON; it is never renamed, because vaults keep it.
package enum Kind: String, CaseIterable, Sendable, Hashable {
  case person
  case alert
  case diagnosis
  case treatment
  case option
  case medicine
  case allergy
  case result
  case imaging
  case pathology
  case vaccine
  case device
  case procedure
  case encounter
  case vitalSign = "vital-sign"
  case familyHistory = "family-history"
  case symptom
  case lateEffect = "late-effect"
  case followUp = "follow-up"
  case plan
  case visit
  case question
  case teamMember = "team-member"
  case support
  case habit
  case coverage
  case authorization
  case referral
  case claim
  case call
  case checklistItem = "checklist-item"
  case document
  case note
  case wish
  /// The answer "there is none", "not asked" or "could not be found out" for a whole kind.
  case absence

  /// The kind a person means: its name, its plural, or another fixed word for it.
  package init?(word: String) {
    let word = word.lowercased().replacing("_", with: "-").replacing(" ", with: "-")
    for description in KindDescription.all
    where description.kind.rawValue == word || description.names.contains(word) {
      self = description.kind
      return
    }
    return nil
  }
}

/// All there is to know about a kind. Adding a field to a kind is one edit, here.
///
/// It is looked at for each field of each record: a class, because of a struct every part would be
/// counted at each look.
package final class KindDescription: Sendable {
  package let kind: Kind
  /// The plain word for one, and for several.
  package let one: String
  package let many: String
  /// Other fixed names on the command line.
  package let also: [String]
  /// What the kind is for, in one sentence.
  package let about: String
  /// Which fields make the title; the first group with anything in it wins.
  package let titles: [[String]]
  /// Which fields say when it happened, in order of preference.
  package let dateFields: [String]
  /// Which fields the table of `list` shows beside date and title.
  package let columns: [String]
  /// Left out of a summary for a doctor unless asked for.
  package let isPersonal: Bool
  /// True where "none known" is an answer of its own.
  package let canBeNone: Bool
  package let fields: [Field]
  /// Where each field stands, by its name.
  private let places: [String: Int]

  package init(
    _ kind: Kind, one: String, many: String, also: [String] = [], about: String,
    titles: [[String]], dates: [String] = ["date"], columns: [String] = [],
    personal: Bool = false, canBeNone: Bool = false, fields: [Field]
  ) {
    self.kind = kind
    self.one = one
    self.many = many
    self.also = also
    self.about = about
    self.titles = titles
    self.dateFields = dates
    self.columns = columns
    self.isPersonal = personal
    self.canBeNone = canBeNone
    let note = Field.long(
      "note", "Note", ask: "Anything else to remember?", help: "Free words, kept with the record.")
    let all = fields.contains { $0.name == "note" } ? fields : fields + [note]
    self.fields = all
    self.places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })
  }

  package var names: [String] {
    func dashed(_ text: String) -> String { text.replacing(" ", with: "-") }
    return [dashed(one), dashed(many)] + also
  }

  package func field(_ name: String) -> Field? {
    places[name].map { fields[$0] }
  }

  /// What the field of this name may hold; nil where there is no such field.
  func type(of name: String) -> FieldType? {
    places[name].map { fields[$0].type }
  }

  /// The field that a flag answers.
  ///
  /// Every kind also takes `--date` for its main date and `--name` (or `--title`, `--what`,
  /// `--text`) for what it is about, so that nobody has to look up which word a kind uses.
  package func field(flag: String) -> Field? {
    if let exact = fields.first(where: { $0.flag == flag }) { return exact }
    switch flag {
    case "date": return dateFields.first.flatMap { field($0) }
    case "name", "title", "what", "text": return fields.first { $0.isRequired }
    default: return nil
    }
  }

  package static let all: [KindDescription] = [
    .person, .alert, .diagnosis, .treatment, .option, .medicine, .allergy, .result, .imaging,
    .pathology, .vaccine, .device, .procedure, .encounter, .vitalSign, .familyHistory, .symptom,
    .lateEffect, .followUp, .plan, .visit, .question, .teamMember, .support, .habit, .coverage,
    .authorization, .referral, .claim, .call, .checklistItem, .document, .note, .wish, .absence,
  ]

  private static let byKind = Dictionary(uniqueKeysWithValues: all.map { ($0.kind, $0) })

  package static func of(_ kind: Kind) -> KindDescription {
    guard let description = byKind[kind] else {
      preconditionFailure("Every kind has a description: a test counts them.")
    }
    return description
  }
}
