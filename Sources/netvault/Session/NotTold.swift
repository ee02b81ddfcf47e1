/// What nobody on the care team knows of: symptoms, supplements, herbal products, and methods that
/// a person uses beside the treatment.
internal import CarePlan
internal import Console
internal import Records
internal import Vault

struct NotTold {
  let talk: Talk
  let vault: Vault

  /// Those of the vault, newest first.
  func records(_ query: ListQuery = ListQuery()) throws -> [Record] {
    var query = query
    query.kinds =
      query.kinds.isEmpty ? Record.toldKinds : query.kinds.intersection(Record.toldKinds)
    guard !query.kinds.isEmpty else { return [] }
    return Listing.newestFirst(try vault.records(query).filter { $0.isUntold(on: talk.today) })
  }

  /// `netvault list --not-told`.
  func list(_ query: ListQuery) throws -> Exit {
    let records = try records(query)
    if talk.options.json {
      talk.answer(json: RecordsJSON.list(records))
      return .done
    }
    guard !records.isEmpty else { throw Problem.allTold }
    let ids = Set(records.map(\.id))
    let kinds = Set(records.map(\.kind))
    let rows = try vault.list(ListQuery(kinds: kinds)).filter { ids.contains($0.id) }
    Listing.show(rows, of: kinds.count == 1 ? kinds.first : nil, talk)
    talk.terminal.say(
      kinds == [.symptom]
        ? "When told: netvault symptoms told" : "Somebody knows now? Say who: netvault edit 1")
    return .done
  }
}
