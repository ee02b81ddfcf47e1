internal import CarePlan
internal import Records

/// Whose plan it is, how it stands with the team's own plan, and who treats.
extension PlanFacts {
  static let whoseFinders: [String: @Sendable (PlanFacts) -> [Item]] = [
    "name": { $0.said($0.person, "name") },
    "born": { $0.bornItems },
    "number": { $0.said($0.person, "identifier") },
    "plan": { $0.requestItems },
    "prepared": { $0.said($0.plan, "who") },
    "delivered": { $0.deliveredItems },
    "places": { $0.placeItems },
    "surgeon": { $0.member(["surg"]) },
    "oncologist": { $0.oncologists },
    "lung-doctor": { $0.member(["pulmo", "lung doctor", "respirat"]) },
    "radiation-doctor": { $0.member(["radiation"]) },
    "family-doctor": { $0.member(Self.familyRoles) },
    "others": { $0.otherItems },
    "coordinator": { $0.coordinatorItems },
  ]

  private static let familyRoles = [
    "family doctor", "family med", "family pract", "general pract", "primary care", "internist",
  ]

  private var bornItems: [Item] {
    guard let person, let born = person.when("born") else { return [] }
    let age = PersonAge(born: born.date, on: person.when("died")?.date ?? today)
    let words: String =
      switch age {
      case .years: "\(born.column), age \(age.words)"
      case .notBornYet: "\(born.column). That lies in the future: look at it again"
      case .notKnown: born.column
      }
    return [Item(words, from: [person])]
  }

  /// None, asked or received.
  var requestWords: String {
    guard let plan else { return "not asked for yet" }
    let of = plan.said("askedOf", max: 60).map { " \($0)" } ?? ""
    let asked = plan.when("askedOn").map { " on \($0.column)" } ?? ""
    switch plan.words("request") {
    case "received": return "received" + (plan.when("receivedOn").map { " on \($0.column)" } ?? "")
    case "asked":
      let before = plan.when("receivedOn").map { "; the one before came on \($0.column)" } ?? ""
      return "asked\(of.isEmpty ? " for" : of)\(asked), not there yet\(before)"
    case "not-asked": return "not asked for yet"
    default: return "kept here, from \(plan.dateColumn)"
    }
  }

  private var requestItems: [Item] {
    guard let plan, plan.words("request") != "not-asked" else { return [] }
    return [Item(requestWords, from: [plan])]
  }

  private var deliveredItems: [Item] {
    guard let plan else { return [] }
    if let day = plan.when("receivedOn") { return [Item(day.column, from: [plan])] }
    return plan.when("date").map { [Item("the paper is from \($0.column)", from: [plan])] } ?? []
  }

  private var placeItems: [Item] {
    var seen: Set<String> = []
    let named =
      facts.newest(.treatment).map { ($0, $0.said("place", max: 80)) }
      + facts.team.filter { TeamPlace.of($0) == .doctors }.map { ($0, $0.said("organization")) }
    return named.compactMap { record, place in
      guard let place, seen.insert(place.lowercased()).inserted else { return nil }
      return Item(place, from: [record])
    }
  }

  private var oncologists: [Item] {
    facts.team.filter { member in
      member.list("role").contains { role in
        let words = role.words.lowercased()
        return words.contains("oncolog") && !words.contains("radiation")
          && !words.contains("surg")
      }
    }.map { memberItem($0) }
  }

  private var otherItems: [Item] {
    let named =
      ["surg", "oncolog", "pulmo", "lung doctor", "respirat", "radiation"]
      + Self.familyRoles
    return facts.team.filter { member in
      let role = member.list("role").map(\.words).joined(separator: " ").lowercased()
      return [.doctors, .others, .pharmacy].contains(TeamPlace.of(member))
        && !named.contains { role.contains($0) }
    }.map { memberItem($0, withRole: true) }
  }

  private var coordinatorItems: [Item] {
    let own = said(plan, "coordinator")
    if !own.isEmpty { return own }
    let all = ["everything", "together", "coordinat", "call first", "all letters", "whole"]
    return facts.team.filter { member in
      let words = member.words("coordinates")?.lowercased() ?? ""
      return all.contains { words.contains($0) }
    }.map { member in
      let phone = member.said("phone", max: 40).map { ", \($0)" } ?? ""
      let name = member.said("name", max: 60) ?? member.title
      return Item(
        "\(name)\(phone), looks after: \(member.said("coordinates", max: 80) ?? "")",
        from: [member])
    }
  }
}
