internal import CarePlan
internal import Codes
internal import Records

/// What is taken now, and what was stopped in the last six months, with the reason.
///
/// Doctors look for changes first (PMC4207187, PMC7330207): what is new or stopped has a `*`.
extension Facts {
  /// One record a medicine: repeated prescriptions of one drug are one line, the newest.
  var currentMedicines: [Record] { latest(newestMedicines.filter { $0.isTaken(on: today) }) }

  /// Stopped in the last six months and not taken again.
  var stoppedMedicines: [Record] {
    let taken = Set(currentMedicines.map { $0.nameKey([CodeSystem.rxNorm]) })
    return latest(newestMedicines.filter { !$0.isTaken(on: today) && isNew($0.stopDate) })
      .filter { !taken.contains($0.nameKey([CodeSystem.rxNorm])) }
  }

  private var newestMedicines: [Record] {
    newest(.medicine).filter { !["planned", "draft"].contains($0.words("status")) }
  }

  private func latest(_ records: [Record]) -> [Record] {
    var seen: Set<String> = []
    return records.filter { seen.insert($0.nameKey([CodeSystem.rxNorm])).inserted }
  }

  func medicineLines() -> [Line] {
    let current = currentMedicines
    var lines = current.map { medicine in
      let isChanged = isNew(medicine.when("start")?.start?.date)
      return Line(
        .medicine,
        [medicine.sinceColumn, (isChanged ? "* " : "") + medicineWords(medicine)],
        from: [medicine])
    }
    if current.isEmpty || absence(of: .medicine)?.words("answer") == "none-known" {
      lines.append(absenceLine(of: .medicine, "medicines", label: ""))
    }
    for medicine in stoppedMedicines {
      let why = medicine.said("stopReason").map { ": \($0)" } ?? ""
      let day = medicine.stopDate?.spelled ?? Record.noDate
      lines.append(
        Line(
          .medicine, [medicine.sinceColumn, "* Stopped \(day)\(why): \(medicineWords(medicine))"],
          from: [medicine]))
    }
    return lines
  }

  /// True for a day in the six months before today.
  private func isNew(_ day: PartialDate?) -> Bool {
    guard let day, let since = today.adding(months: -6) else { return false }
    return day.firstDay >= since && day.firstDay <= today
  }

  private func medicineWords(_ medicine: Record) -> String {
    let name = medicine.plainName
    let strength = medicine.said("strength", max: 40).flatMap { name.contains($0) ? nil : $0 }
    let status =
      ["on-hold", "unknown"].contains(medicine.words("status"))
      ? medicine.said("status") : nil
    let type =
      ["supplement", "herbal", "over-the-counter"].contains(medicine.words("type"))
      ? medicine.said("type") : nil
    let how = [
      medicine.said("dose", max: 160), medicine.said("route", max: 40),
      medicine.said("reason", "for", max: 80),
    ].joinedWords(", ")
    let text = [name, strength].joinedWords(" ")
    return [
      text, how, type, status, teamWords(medicine), medicine.said("prescriber", max: 60),
    ].joinedWords(", ")
  }
}

extension Record {
  /// Since when a medicine is taken, or when it was written down; never when it was stopped.
  fileprivate var sinceColumn: String {
    (when("start") ?? when("written"))?.column ?? Self.noDate
  }

  var stopDate: PartialDate? { when("stop")?.date ?? when("start")?.end?.date }
}
