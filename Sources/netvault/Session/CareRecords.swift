/// The records that lists and days are made of. Results and measured values, of which a vault may have
/// a hundred thousand, are not read, but for those that a check points to or a doctor looks for.
internal import CarePlan
internal import Records
internal import Vault

struct CareRecords {
  let records: [Record]
  let upcoming: [Upcoming]

  static let kinds = Set(Kind.allCases).subtracting([.result, .vitalSign])

  init(_ vault: Vault, today: PartialDate) throws {
    var records = try vault.records(of: Self.kinds)
    var known = Set(records.map(\.id))
    for record in records where record.kind == .followUp {
      guard case .link(let id)? = record["result"], known.insert(id).inserted,
        let result = try vault.record(id)
      else { continue }
      records.append(result)
    }
    for result in try vault.records(of: [.result], withWords: Gap.reportWords, limit: 200)
    where known.insert(result.id).inserted {
      records.append(result)
    }
    self.records = records
    upcoming = Upcoming.all(in: records, today: today)
  }
}
