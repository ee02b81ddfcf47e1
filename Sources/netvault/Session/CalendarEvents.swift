/// What goes into a calendar file: what has a day from today on, with how often its record was changed;
/// and what a calendar may still have and was called off.
internal import CarePlan
internal import Records
internal import Vault
internal import Writing

struct CalendarEvents {
  let events: [CalendarFile.Event]
  /// What should have been before today: a calendar cannot help with it.
  let overdue: Int

  init(
    _ vault: Vault, _ talk: Talk, since: PartialDate?, until: PartialDate?
  ) throws {
    let care = try CareRecords(vault, today: talk.today)
    let changes = try vault.lastChanges(of: CareRecords.kinds)
    func event(_ upcoming: Upcoming, isCancelled: Bool = false) -> CalendarFile.Event {
      let change = changes[upcoming.record]
      return CalendarFile.Event(
        upcoming, sequence: max(0, (change?.versions ?? 1) - 1), modified: change?.at ?? talk.now,
        isCancelled: isCancelled)
    }
    let today = talk.today
    let ahead = care.upcoming.filter { $0.day.lastDay >= today }
    overdue = care.upcoming.count - ahead.count
    let isMeant = { (upcoming: Upcoming) in
      let isChanged = since.map { since in
        changes[upcoming.record].map { Self.isOn($0.at, since) } ?? false
      }
      return (isChanged ?? true) && (until.map { upcoming.day.firstDay <= $0.lastDay } ?? true)
    }
    let present = Set(care.upcoming.map(\.name))
    let gone = try Self.gone(vault, care.records, since: since, changes, today)
      .filter { !present.contains($0.name) && $0.day.lastDay >= today }
    var names: Set<String> = []
    events =
      ahead.filter(isMeant).map { event($0) }
      + gone.filter { isMeant($0) && names.insert($0.name).inserted }
      .map { event($0, isCancelled: true) }
  }

  /// True for an instant on or after the first day that a date can mean.
  private static func isOn(_ instant: String, _ since: PartialDate) -> Bool {
    instant.prefix(10) >= since.firstDay.description
  }

  /// Visits that were called off, and, after a day that was named, everything of which an earlier
  /// version had a day that there is not now.
  private static func gone(
    _ vault: Vault, _ records: [Record], since: PartialDate?, _ changes: [RecordID: LastChange],
    _ today: PartialDate
  ) throws -> [Upcoming] {
    var gone = records.filter { $0.kind == .visit && $0.words("status") == "cancelled" }
      .flatMap { days(of: $0, today) }
    guard let since else {
      for binned in try vault.bin() where binned.row.kind == .visit {
        gone += try vault.record(binned.row.id).map { days(of: $0, today) } ?? []
      }
      return gone
    }
    let isNow = Set(records.map(\.id))
    for (id, change) in changes.sorted(by: { $0.key < $1.key })
    where isOn(change.at, since) && (change.versions > 1 || !isNow.contains(id)) {
      for entry in try vault.history(of: id) where entry.version < change.versions {
        gone += days(of: entry.record, today)
      }
    }
    return gone
  }

  /// The days of one record alone, as if nobody had called it off.
  private static func days(of record: Record, _ today: PartialDate) -> [Upcoming] {
    var record = record
    if record.kind == .visit, record.words("status") == "cancelled" { record["status"] = nil }
    return Upcoming.all(in: [record], today: today)
  }
}
