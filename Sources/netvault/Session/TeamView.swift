/// Everybody who helps, in groups: doctors first, then pharmacy and insurer, then the family.
internal import CarePlan
internal import Console
internal import Records
internal import Vault

struct TeamView {
  let talk: Talk

  /// People whom only a file names, with no way to reach them, would bury the others.
  private static let mostNamed = 6

  func show(_ people: [Record], vault: String) {
    let reachable = people.filter { Self.isReachable($0) && !$0.hasLeftTeam }
    let named = people.filter { !Self.isReachable($0) && !$0.hasLeftTeam }
    let left = people.filter(\.hasLeftTeam)
    var groups: [(title: String, people: [Record])] = []
    for place in TeamPlace.allCases {
      let those = Self.sorted(reachable.filter { TeamPlace.of($0) == place })
      if !those.isEmpty { groups.append((place.title, those)) }
    }
    let isCut = talk.terminal.settings.answersAreTerminal && named.count > Self.mostNamed
    let shownNamed = isCut ? Array(Self.sorted(named).prefix(Self.mostNamed)) : Self.sorted(named)
    if !shownNamed.isEmpty { groups.append(("Named in files, without a phone", shownNamed)) }
    if !left.isEmpty { groups.append(("No longer helping", Self.sorted(left))) }
    LastList(vault: vault, talk.environment).remember(groups.flatMap(\.people).map(\.id))
    if talk.terminal.settings.plain { return plain(groups.flatMap(\.people)) }
    var number = 1
    for (place, group) in groups.enumerated() {
      if place > 0 { talk.terminal.answer() }
      talk.terminal.answer(Styled(group.title, .bold))
      for person in group.people {
        show(person, number)
        number += 1
      }
    }
    if isCut {
      let more = named.count - shownNamed.count
      talk.terminal.say("\(more) more are named in your files: netvault list team-member --all")
    }
    talk.terminal.say()
    talk.terminal.say("Next: netvault team add    (change one: netvault team edit 1)")
  }

  /// The name and what the person does; below it each way to reach them on a line of its own.
  private func show(_ person: Record, _ number: Int) {
    let settings = talk.terminal.settings
    var role: [String] = []
    for words in [person.words("relation") ?? ""] + person.list("role").map(\.words)
    where !words.isEmpty && !role.contains(where: { $0.lowercased() == words.lowercased() }) {
      role.append(words)
    }
    let does = role.joined(separator: ", ")
    let name = person.title + (does.isEmpty ? "" : ", \(does)")
    let lines = lines(person)
    if settings.isAccessible {
      talk.terminal.answer(
        Styled(
          ([name] + lines).enumerated().map { $0 == 0 ? "\(number). \($1)." : "\($1)." }
            .joined(separator: " ")))
      return
    }
    talk.terminal.answer(Styled("\(number < 10 ? " " : "")\(number)  \(name)"))
    for line in lines { talk.terminal.answer(Styled("      \(line)")) }
  }

  private func lines(_ person: Record) -> [String] {
    let fields = [
      ("By day", "phone"), ("At night and on weekends", "phoneNight"), ("E-mail", "email"),
      ("At", "organization"), ("Looks after", "coordinates"), ("May be told", "mayBeTold"),
    ]
    var lines = fields.compactMap { label, field in
      person.words(field).flatMap { $0 == person.title ? nil : "\(label): \($0)" }
    }
    if person.words("emergency") == "yes" { lines.insert("Call in an emergency: yes", at: 0) }
    if let status = person.words("status"), person.hasLeftTeam { lines.append("Status: \(status)") }
    return lines
  }

  private func plain(_ people: [Record]) {
    var table = Table(Array(repeating: Table.Column(""), count: 6))
    for person in people {
      table.add([
        person.title, person.words("role") ?? person.words("relation") ?? "",
        person.words("phone") ?? "", person.words("phoneNight") ?? "",
        person.words("organization") ?? "", person.words("coordinates") ?? "",
      ])
    }
    table.write(to: talk.terminal)
  }

  /// A file names many; what a person typed in is meant to be there.
  private static func isReachable(_ person: Record) -> Bool {
    ["phone", "phoneNight", "email"].contains { person.words($0) != nil }
      || person.provenance.origin == .person
  }

  /// Whom to call in an emergency first, then by name.
  private static func sorted(_ people: [Record]) -> [Record] {
    people.sorted { left, right in
      let (one, other) = (left.words("emergency") == "yes", right.words("emergency") == "yes")
      return one != other ? one : (left.title, left.id) < (right.title, right.id)
    }
  }
}
