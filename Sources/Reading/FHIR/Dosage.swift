internal import JSON
internal import Records

/// Says in words how a medicine is taken (hl7.org/fhir/R4/dosage).
enum Dosage {
  /// All instructions, in their order.
  static func words(_ dosages: [JSONValue]) -> String? {
    let lines = dosages.compactMap { words($0) }
    return lines.isEmpty ? nil : lines.joined(separator: "; ")
  }

  /// What was printed; put together from its parts only when nothing was.
  private static func words(_ dosage: JSONValue) -> String? {
    if let text = dosage.plainText ?? dosage.text("text") { return text }
    var parts = [dose(dosage), dosage["timing"].flatMap { timing($0) }].compactMap(\.self)
    if let reason = dosage.concept("asNeededCodeableConcept") {
      parts.append("as needed for \(reason.text)")
    } else if dosage["asNeededBoolean"]?.bool == true {
      parts.append("as needed")
    }
    if let most = dosage["maxDosePerPeriod"].flatMap({ ratio($0) }) {
      parts.append("at most \(most)")
    }
    parts += dosage.concepts("additionalInstruction").map(\.text)
    parts += dosage.texts("patientInstruction")
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  static func dose(_ dosage: JSONValue) -> String? {
    for rate in dosage.list("doseAndRate") + [dosage] {
      let amount =
        (rate.quantity("doseQuantity") ?? rate.quantity("quantity") ?? rate.quantity("dose"))?
        .printed ?? rate["doseRange"].flatMap { range($0) }
      let speed =
        rate.quantity("rateQuantity")?.printed ?? rate["rateRange"].flatMap { range($0) }
        ?? rate["rateRatio"].flatMap { ratio($0) }
      let parts = [amount, speed.map { "at \($0)" }].compactMap(\.self)
      if !parts.isEmpty { return parts.joined(separator: " ") }
    }
    return nil
  }

  static func range(_ json: JSONValue) -> String? {
    ReferenceRange(low: json.quantity("low"), high: json.quantity("high")).printed.nonEmpty
  }

  static func ratio(_ json: JSONValue) -> String? {
    guard let over = json.quantity("numerator") else { return nil }
    guard let under = json.quantity("denominator") else { return over.printed }
    if over.unit == nil, over.code == nil, under.unit == nil, under.code == nil {
      return "\(over.printed):\(under.printed)"
    }
    return under.number == "1" && under.unit != nil
      ? "\(over.printed)/\(under.unit ?? "")" : "\(over.printed) per \(under.printed)"
  }

  /// `2 times a day`, `every 28 days`, or the name of the schedule.
  static func timing(_ json: JSONValue) -> String? {
    if let name = json.concept("code") { return name.text }
    guard let repeats = json["repeat"] else { return nil }
    var parts = [frequency(repeats)].compactMap(\.self)
    parts += repeats.texts("dayOfWeek") + repeats.texts("timeOfDay")
    parts += repeats.texts("when").map { moments[$0] ?? $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func frequency(_ repeats: JSONValue) -> String? {
    let unit = repeats.text("periodUnit").map { (units[$0] ?? $0) }
    let times = span(repeats, "frequency")
    guard let unit else { return times.map { "\($0) times" } }
    guard times != nil || repeats.text("period") != nil else { return nil }
    let period = span(repeats, "period") ?? "1"
    switch (times ?? "1", period) {
    case ("1", "1"): return "once a \(unit)"
    case (let times, "1"): return "\(times) times a \(unit)"
    case ("1", let period): return "every \(period) \(unit)s"
    case (let times, let period): return "\(times) times every \(period) \(unit)s"
    }
  }

  private static func span(_ repeats: JSONValue, _ name: String) -> String? {
    guard let least = repeats.text(name) else { return nil }
    return repeats.text(name + "Max").map { "\(least) to \($0)" } ?? least
  }

  private static let units = [
    "s": "second", "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month",
    "a": "year",
  ]

  /// The code system event-timing, as far as prescriptions use it.
  private static let moments = [
    "MORN": "in the morning", "NOON": "at noon", "AFT": "in the afternoon",
    "EVE": "in the evening", "NIGHT": "at night", "HS": "before sleep", "WAKE": "after waking",
    "C": "with a meal", "CM": "with breakfast", "CD": "with lunch", "CV": "with dinner",
    "AC": "before a meal", "ACM": "before breakfast", "ACD": "before lunch",
    "ACV": "before dinner", "PC": "after a meal", "PCM": "after breakfast",
    "PCD": "after lunch", "PCV": "after dinner",
  ]
}

extension String {
  /// Nil when there is nothing in it.
  var nonEmpty: String? { isEmpty ? nil : self }
}
