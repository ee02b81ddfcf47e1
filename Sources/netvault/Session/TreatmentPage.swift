/// A treatment in the order in which a doctor tells it: what, why, how it stands, when, by whom, what
/// exactly, and how it went.
internal import Console
internal import Records
internal import Vault

extension RecordPage {
  mutating func treatment(_ vault: Vault) throws {
    add("name")
    add("type")
    add("diagnosis")
    add("goal")
    add("How it stands", [words("status"), words("statusReason")], of: ["status", "statusReason"])
    add("choiceReason")
    let end = words("end").map { "until \($0)" }
    add("When", [words("start"), end], of: ["start", "end"])
    add("Who and where", [words("who"), words("place")], of: ["who", "place"])
    operation()
    medicines()
    radiation()
    add("Trial", [words("trialTitle"), words("trialNumber")], of: ["trialTitle", "trialNumber"])
    add(
      "Your team",
      [
        words("teamTold").map { "knows of it: \($0)" }, words("teamKnows"),
      ], of: ["teamTold", "teamKnows"])
    add("response")
    add("sideEffects")
    try effects(vault)
  }

  private mutating func operation() {
    add("approach")
    add("bodySite")
    let nodes = words("nodesExamined").map { examined in
      words("nodesPositive").map { "\(examined) removed, \($0) with tumor" }
        ?? "\(examined) removed"
    }
    add(
      "Lymph nodes", [nodes ?? words("nodesPositive").map { "\($0) with tumor" }],
      of: ["nodesExamined", "nodesPositive"])
    add("margins")
    add("findings")
  }

  private mutating func medicines() {
    add("medicines")
    add("dose")
    let cycles = words("cyclesGiven").map { given in
      words("cyclesPlanned").map { "\(given) of \($0) given" } ?? "\(given) given"
    }
    add(
      "Cycles",
      [
        words("cycle").map { "this is \($0)" },
        cycles ?? words("cyclesPlanned").map { "\($0) planned" },
      ], of: ["cycle", "cyclesGiven", "cyclesPlanned"])
    let total = words("totalActivity").map { "\($0) in all" }
    add(
      "Activity", [words("activity").map { "\($0) a cycle" }, total],
      of: ["activity", "totalActivity"])
  }

  private mutating func radiation() {
    let sessions = words("fractions").map { "in \($0) sessions (fractions)" }
    let dose = [words("radiationDose"), sessions].compactMap { $0 }.joined(separator: " ")
    add(
      "Radiation",
      [
        dose.isEmpty ? nil : dose, words("radiationArea").map { "to: \($0)" },
      ], of: ["radiationDose", "fractions", "radiationArea"])
  }

  /// Lasting and possible effects that name this treatment.
  private mutating func effects(_ vault: Vault) throws {
    let name = record.title.lowercased()
    let kind = words("type")?.lowercased()
    let effects = try vault.records(of: [.lateEffect]).filter { effect in
      guard let of = effect.words("of")?.lowercased(), !of.isEmpty else { return false }
      return name.contains(of) || of.contains(name) || kind?.contains(of) == true
    }
    for (place, effect) in effects.enumerated() {
      let status = effect.describing.field("status").flatMap { field in
        effect["status"].map(field.words)
      }
      let who = effect.words("saidBy").map { "told by \($0)" }
      add(
        place == 0 ? "Later effects" : "",
        [effect.title, status, who].compactMap { $0 }.joined(separator: ", "))
    }
  }
}
