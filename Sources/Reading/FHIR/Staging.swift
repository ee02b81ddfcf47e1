internal import Codes
internal import JSON
internal import Records

/// The stage of a tumor, put together from the observations about it.
///
/// Each of the observations is a result of its own as well; this only fills the diagnosis.
struct Staging {
  private(set) var categories: String?
  private(set) var group: String?
  private(set) var type: String?
  private(set) var edition: String?

  private enum Item: CaseIterable { case tumor, nodes, metastases, group }

  private struct Finding {
    let item: Item
    /// `clinical`, `pathological`, or nil where the code leaves it open.
    let type: String?
    let words: String
    let date: PartialDate?
    let method: String?
  }

  init(_ observations: [Resource]) {
    let findings = observations.compactMap { Self.finding($0) }
    // What was seen after surgery counts for more than what was thought before.
    let types = findings.compactMap(\.type)
    type = types.contains("pathological") ? "pathological" : types.first
    let chosen = findings.filter { $0.type == nil || $0.type == type }
    func newest(_ item: Item) -> Finding? {
      chosen.filter { $0.item == item }.max { left, right in
        switch (left.date, right.date) {
        case (let left?, let right?): left < right
        case (nil, _?): true
        default: false
        }
      }
    }
    let parts = [Item.tumor, .nodes, .metastases].compactMap { newest($0) }
    categories = parts.map(\.words).joined(separator: " ").nonEmpty
    group = newest(.group)?.words
    edition = (newest(.group)?.method) ?? parts.lazy.compactMap(\.method).first
  }

  static func isStaging(_ observation: Resource) -> Bool {
    observation.json.concept("code").map { code(of: $0) != nil } ?? false
  }

  /// Parts a summary such as `pT1b pN0 M0, stage IA2` into the categories and the group.
  static func split(_ summary: String) -> (categories: String?, group: String?) {
    let words = summary.split { $0 == " " || $0 == "," || $0 == ";" }
    let categories = words.filter { isCategory($0) }
    guard !categories.isEmpty else { return (nil, summary.nonEmpty) }
    let rest = words.filter { !isCategory($0) }
    return (categories.joined(separator: " "), rest.joined(separator: " ").nonEmpty)
  }

  /// `T1b`, `cN0`, `ypM1`, `Tis`, `NX`.
  private static func isCategory(_ word: Substring) -> Bool {
    let bare = word.drop { "cpyrau".contains($0) }
    guard let letter = bare.first, "TNM".contains(letter), let next = bare.dropFirst().first else {
      return false
    }
    return next.isNumber || next == "X" || next == "x" || bare.hasSuffix("is")
  }

  private static func finding(_ observation: Resource) -> Finding? {
    guard let name = observation.json.concept("code"), let (item, type) = code(of: name),
      let value = observation.json.choice("value")?.value,
      let words = Coded(concept: value)?.text
    else { return nil }
    return Finding(
      item: item, type: type, words: words, date: observation.json.when("effective")?.date,
      method: observation.json.concept("method")?.text)
  }

  private static func code(of name: Coded) -> (Item, String?)? {
    for coding in name.codings {
      guard let code = coding.code, let system = coding.canonicalSystem,
        CodeTable.shared.group(of: system, code) == .tnmStage
      else { continue }
      if let known = codes[code] { return known }
    }
    return nil
  }

  /// SNOMED CT and LOINC, as mCODE STU1 to STU4 name them.
  private static let codes: [String: (Item, String?)] = [
    "399390009": (.group, nil), "21914-7": (.group, nil),
    "399537006": (.group, "clinical"), "21908-9": (.group, "clinical"),
    "399588009": (.group, "pathological"), "21902-2": (.group, "pathological"),
    "78873005": (.tumor, nil),
    "399504009": (.tumor, "clinical"), "21905-5": (.tumor, "clinical"),
    "384625004": (.tumor, "pathological"), "21899-0": (.tumor, "pathological"),
    "277206009": (.nodes, nil),
    "399534004": (.nodes, "clinical"), "21906-3": (.nodes, "clinical"),
    "371494008": (.nodes, "pathological"), "21900-6": (.nodes, "pathological"),
    "277208005": (.metastases, nil),
    "399387003": (.metastases, "clinical"), "21907-1": (.metastases, "clinical"),
    "371497001": (.metastases, "pathological"), "21901-4": (.metastases, "pathological"),
  ]
}

extension FHIRFile {
  /// Notes for each condition which observations stage it: by their focus, by the condition's
  /// own assessment, and by the members of a stage group.
  func linkStagings(_ resources: [Resource]) {
    var seen: Set<[ObjectIdentifier]> = []
    func link(_ observation: Resource, to condition: Resource) {
      guard condition.type == "Condition", observation.type == "Observation",
        seen.insert([ObjectIdentifier(condition), ObjectIdentifier(observation)]).inserted,
        !observation.isEnteredInError
      else { return }
      stagings[ObjectIdentifier(condition), default: []].append(observation)
      for member in observation.json.list("hasMember") {
        if let member = references.resolve(member, from: observation) {
          link(member, to: condition)
        }
      }
    }
    for resource in resources {
      switch resource.type {
      case "Observation" where Staging.isStaging(resource):
        for focus in resource.json.list("focus") {
          if let condition = references.resolve(focus, from: resource) {
            link(resource, to: condition)
          }
        }
      case "Condition":
        for assessment in resource.json.list("stage").flatMap({ $0.list("assessment") }) {
          if let observation = references.resolve(assessment, from: resource) {
            link(observation, to: resource)
          }
        }
      default: break
      }
    }
  }
}
