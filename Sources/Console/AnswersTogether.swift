package import Records

// What only several answers together can get wrong.

extension FieldInput {
  /// Throws where two dates are the wrong way round, or where something is done that is still to come.
  package func checkTogether(
    _ fields: [String: Value], of description: KindDescription
  ) throws(Problem) {
    for (first, last) in Self.orders {
      guard let start = Self.date(fields, first), let end = Self.date(fields, last),
        let before = description.field(first), let after = description.field(last)
      else { continue }
      if end.lastDay < start.firstDay {
        throw .datesCrossed(first: before.label, last: after.label)
      }
    }
    try further?(fields, description)
    if [.claim, .coverage].contains(description.kind) {
      try checkCurrencies(fields, of: description)
    }
    if description.kind == .treatment, let start = Self.date(fields, "start"),
      start.firstDay > today.lastDay
    {
      let planned: [Value?] = [.choice("planned"), .choice("not-done")]
      guard planned.contains(fields["status"]) else {
        throw .futureNotPlanned(description.field("start")?.label ?? "", flag: "status planned")
      }
    }
  }

  /// One paper is in one currency. Amounts without one go with any.
  private func checkCurrencies(
    _ fields: [String: Value], of description: KindDescription
  ) throws(Problem) {
    var first: String?
    for field in description.fields where field.isMoney {
      guard case .quantity(let amount)? = fields[field.name], let unit = amount.unit else {
        continue
      }
      guard let before = first else {
        first = unit
        continue
      }
      let isSigned = [before, unit].contains { ["$", "€", "£"].contains($0) }
      if !isSigned, before.lowercased() != unit.lowercased() {
        throw .currenciesMixed(before, unit)
      }
    }
  }

  /// Which date cannot come after which.
  private static let orders = [
    ("start", "end"), ("start", "stop"), ("validFrom", "validTo"), ("onset", "resolved"),
    ("diagnosed", "resolved"), ("asked", "decided"), ("born", "died"), ("date", "issued"),
    ("enrolFrom", "enrolUntil"), ("denied", "noticed"), ("denied", "appealFiled"),
    ("appealFiled", "appealDecided"),
  ]

  private static func date(_ fields: [String: Value], _ name: String) -> PartialDate? {
    guard case .when(let when)? = fields[name], when.words == nil else { return nil }
    return when.date
  }
}
