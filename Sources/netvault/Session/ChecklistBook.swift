/// Every list of an open vault, and which item a person means.
internal import CarePlan
internal import Console
internal import Records
internal import Vault
internal import Writing

struct ChecklistBook {
  let talk: Talk
  let lists: [Checklist]
  let owner: Owner
  let person: Record

  init(talk: Talk, vault: Vault) throws {
    self.talk = talk
    let care = try CareRecords(vault, today: talk.today)
    let given = try vault.given().compactMap { one in
      Moment(one.at).map { ChecklistFacts.Given(to: one.recipient, day: $0.date) }
    }
    let facts = ChecklistFacts(
      care.records, upcoming: care.upcoming, given: given, today: talk.today)
    lists = Checklist.all(in: facts)
    person = try vault.owner
    owner = Owner(person)
  }

  // MARK: which list

  /// The list that words mean.
  func list(_ typed: String) throws(Problem) -> Checklist {
    if let list = find(typed) { return list }
    throw .noSuchList(typed, close: close(to: typed))
  }

  func find(_ typed: String) -> Checklist? {
    if let known = CareList(words: typed) { return lists.first { $0.known == known } }
    let plain = CareList.plain(typed)
    return lists.first { $0.known == nil && CareList.plain($0.title) == plain }
  }

  func close(to typed: String) -> String? {
    Suggest.closest(to: typed, among: CareList.allCases.map(\.rawValue) + own)
  }

  private var own: [String] { lists.filter { $0.known == nil }.map(\.title) }

  // MARK: which item

  /// What an item is remembered by in the last list: its record's name, or a name made of it that
  /// nobody can guess who has not opened the vault.
  func mark(_ entry: ChecklistEntry) -> RecordID {
    entry.record?.id ?? RecordID(ShortName.of("\(person.id.text)/\(entry.name)"))
  }

  func remember(_ entries: [ChecklistEntry]) throws {
    LastList(vault: try talk.location(), talk.environment).remember(entries.map { mark($0) })
  }

  private var all: [ChecklistEntry] { lists.flatMap(\.entries) }

  /// Numbers of the last list, a list and a number on it, the name of an item, or words of one.
  func choose(_ words: [String]) throws -> [ChecklistEntry] {
    let text = words.joined(separator: " ").trimmedSpaces
    guard !text.isEmpty else { return [try ask()] }
    let numbers = words.flatMap { $0.split(separator: ",") }.compactMap { Int($0) }
    if numbers.count == words.flatMap({ $0.split(separator: ",") }).count,
      numbers.max() ?? 0 < 10_000
    {
      return try numbers.map { try numbered($0) }
    }
    if let last = words.last.flatMap({ Int($0) }), words.count > 1,
      let list = find(words.dropLast().joined(separator: " "))
    {
      guard last > 0, last <= list.entries.count else {
        throw Problem.noSuchItemNumber(last, count: list.entries.count, list: list.word)
      }
      return [list.entries[last - 1]]
    }
    return [try named(text)]
  }

  private func numbered(_ number: Int) throws -> ChecklistEntry {
    let last = LastList(vault: try talk.location(), talk.environment)
    guard let id = last.id(number) else {
      throw Problem.noSuchNumber(number, last: last.count)
    }
    guard let entry = all.first(where: { mark($0) == id }) else { throw Problem.notAnItem }
    return entry
  }

  private func named(_ text: String) throws -> ChecklistEntry {
    let typed = text.lowercased()
    var found = all.filter { $0.ready?.id == typed }
    if found.isEmpty {
      let words = typed.split(separator: " ")
      found = all.filter { entry in
        let what = entry.what.lowercased()
        return words.allSatisfy { what.contains($0) }
      }
    }
    guard !found.isEmpty else { throw Problem.noSuchItem(text) }
    if found.count > 1 {
      let exact = found.filter { $0.what.lowercased() == typed }
      if exact.count == 1 { return exact[0] }
    }
    return try one(of: found, text)
  }

  private func one(of found: [ChecklistEntry], _ text: String) throws -> ChecklistEntry {
    if found.count == 1 { return found[0] }
    guard talk.terminal.settings.canAsk else {
      throw Problem.severalFound(text, count: found.count)
    }
    let shown = Array(found.prefix(20))
    let choice = try Prompt(talk.terminal).choice(
      "Which one?", shown.map { "\($0.list): \($0.what)" }, flag: "WHAT")
    return shown[choice]
  }

  /// With nothing said, the open items that somebody took on are offered.
  private func ask() throws -> ChecklistEntry {
    guard talk.terminal.settings.canAsk else {
      throw Problem.needsAnswer(
        "Which item?", flag: "WHAT", noInput: talk.terminal.settings.noInput)
    }
    let taken = all.filter { $0.record != nil && $0.status == .open }
    let offered = taken.isEmpty ? all.filter { $0.status == .open } : taken
    return try one(of: offered, "")
  }
}
