package import Records

/// What may stay or come after one kind of treatment, as named sources say, and whom to call.
package struct TreatmentEffects: Hashable, Sendable {
  /// The treatment in the person's words.
  package let treatment: String
  package let record: RecordID
  /// Rows of named sources. Empty where netvault has no list for such a treatment.
  package let entries: [EffectEntry]
  /// Said where the area of a radiation is not known.
  package let note: String?
  /// Whom to call: who treats, with the numbers of the team.
  package let call: String?

  package static let noList = "netvault has no list for this treatment. Ask your team."

  /// One for each kind of treatment that was begun, oldest first.
  package static func all(in records: [Record]) -> [TreatmentEffects] {
    let facts = records.filter { !$0.isRetracted }
    let begun = facts.filter { record in
      switch record.kind {
      case .treatment:
        !["planned", "not-done"].contains(record.words("status"))
          && !["watchful-waiting", "declined", "supportive", "integrative"]
            .contains(record.words("type"))
      case .procedure: record.isCancerTreatment
      case .medicine:
        medicine(record) != nil
          && !["planned", "not-taken"].contains(
            record.words("status"))
      default: false
      }
    }.sorted {
      ($0.kind == .medicine ? 1 : 0, $0.sortDay, $0.id)
        < ($1.kind == .medicine ? 1 : 0, $1.sortDay, $1.id)
    }
    var seen: Set<String> = []
    return begun.compactMap { record in
      let key = key(record)
      let name = key ?? record.words("type") ?? record.title.lowercased()
      guard seen.insert(name).inserted else { return nil }
      return TreatmentEffects(
        treatment: record.title, record: record.id,
        entries: key.map { EffectEntry.of($0) } ?? [],
        note: key == "chest-radiation" && area(record).isEmpty
          ? "The area is not written down. This holds for radiation to the chest." : nil,
        call: call(record, facts))
    }
  }

  /// Which list a treatment has.
  private static func key(_ record: Record) -> String? {
    if let named = medicine(record) { return named }
    switch record.words("type") {
    case "somatostatin-analog": return "somatostatin-analog"
    case "radionuclide": return "radionuclide"
    case "radiation":
      let area = area(record)
      return area.isEmpty || ["chest", "lung", "thora", "mediast"].contains { area.contains($0) }
        ? "chest-radiation" : nil
    default: return nil
    }
  }

  private static func area(_ record: Record) -> String {
    ["radiationArea", "bodySite"].compactMap { record.words($0)?.lowercased() }
      .joined(separator: " ")
  }

  /// The list that the name of a medicine leads to.
  private static func medicine(_ record: Record) -> String? {
    let words = ["name", "medicines"].compactMap { record.words($0)?.lowercased() }
      .joined(separator: " ")
    func says(_ names: [String]) -> Bool { names.contains { words.contains($0) } }
    if says(["everolimus", "afinitor"]) { return "everolimus" }
    if says(["octreotide", "lanreotide", "sandostatin", "somatuline"]),
      !says(["scan", "dotatate", "lutetium"])
    {
      return "somatostatin-analog"
    }
    return nil
  }

  /// The people of the team whom a record names, with their numbers; or the words of the record.
  static func call(_ record: Record, _ facts: [Record]) -> String? {
    guard let who = record.words("who") ?? record.words("prescriber") else { return nil }
    let members = facts.filter { member in
      guard member.kind == .teamMember, !member.hasLeftTeam, let name = member.words("name") else {
        return false
      }
      return who.lowercased().contains(name.lowercased())
    }
    guard let member = members.first, let name = member.words("name") else { return who }
    let phones = [
      member.words("phone"), member.words("phoneNight").map { "at night \($0)" },
    ].compactMap { $0 }
    return ([name] + phones).joined(separator: ", ")
  }
}
