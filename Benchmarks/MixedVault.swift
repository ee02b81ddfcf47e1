internal import Foundation
internal import Records
internal import Sealing
internal import Vault

internal import struct Records.Record

/// A made-up vault of one person with a mix of records like that of a long illness: seven of ten are
/// laboratory results, the rest is scans, vital signs, a diary, visits, bills and notes.
struct MixedVault {
  let path: String

  static func path(in folder: String, records: Int) -> String {
    folder + "/mixed-\(records).vault"
  }

  /// Makes it anew, over fifteen years that end in 2026.
  init(in folder: String, records: Int) throws {
    path = Self.path(in: folder, records: records)
    try? FileManager.default.removeItem(atPath: path)
    let vault = try Vault.create(
      at: path, passphrase: BigVault.passphrase,
      person: Self.record(0, .person, ["name": .text("Bench"), "born": Self.day(0, of: 1)]),
      cost: .least, at: BigVault.now)
    var next = 1
    while next <= records {
      let end = min(next + 20_000, records + 1)
      try vault.apply(
        Change(
          "import", at: BigVault.now, isFromFile: true,
          steps: (next..<end).map { .add(Self.one($0, of: records)) }))
      next = end
    }
    try vault.close()
  }

  private static let tests = [
    "Chromogranin A", "5-HIAA in 24-hour urine", "Creatinine", "Hemoglobin", "Leukocytes",
    "Platelets", "Sodium", "Potassium", "Calcium", "Albumin", "ALT", "AST", "Bilirubin", "Glucose",
    "HbA1c", "TSH", "Vitamin B12", "Ferritin", "Cholesterol", "C-reactive protein",
  ]

  private static let sentences = [
    "Flushing after lunch, ten minutes, sat down.", "Loose stools at night, took loperamide.",
    "Short of breath on the second floor.", "Tired, slept in the afternoon.",
    "The scan shows no change since the last one.", "Call again next week about the bill.",
    "Dr. Lee wants another test before the next visit.", "A walk of thirty minutes went well.",
  ]

  /// The first few are what every vault has once; then the mix begins.
  private static func one(_ number: Int, of count: Int) -> Record {
    let date = day(number, of: count)
    let note = sentences[number % sentences.count]
    switch number {
    case 1:
      return record(
        number, .diagnosis,
        ["name": .coded(Coded("Typical carcinoid of the lung")), "diagnosed": date])
    case 2...9:
      return record(
        number, .followUp,
        [
          "what": .coded(Coded(tests[number])), "askedBy": .text("Dr. Lee"),
          "every": .text("every 6 months"), "last": date, "status": .choice("open"),
        ])
    case 10...25:
      return record(
        number, .medicine,
        ["name": .coded(Coded("Medicine \(number)")), "status": .choice("current"), "start": date])
    case 26...40:
      return record(
        number, .teamMember,
        ["name": .text("Dr. Number \(number)"), "phone": .text("555-01\(number)")])
    default: break
    }
    switch number % 100 {
    case 0..<70: return result(number, date)
    case 70..<78:
      return record(
        number, .vitalSign,
        [
          "name": .coded(Coded(["Weight", "Pulse", "Temperature"][number % 3])),
          "value": .quantity(Quantity("\(50 + number % 50)", unit: "kg")), "date": date,
        ])
    case 78..<84:
      return record(
        number, .symptom,
        [
          "what": .coded(Coded(note)), "date": date, "bother": .text("\(number % 11)"),
          "toldTo": .text("Dr. Lee"),
        ])
    case 84..<88:
      return record(
        number, .imaging,
        [
          "name": .coded(Coded("CT of the chest")), "date": date,
          "conclusion": .text("\(note) \(sentences[(number + 4) % 8])"),
        ])
    case 88..<92:
      return record(
        number, .visit,
        [
          "what": .text("oncology"), "who": .text("Dr. Lee"), "date": date,
          "status": .choice("kept"), "said": .text(note),
        ])
    case 92..<95:
      return record(
        number, .claim,
        [
          "service": .coded(Coded("CT of the chest")), "date": date,
          "billed": .quantity(Quantity("2480.00", unit: "USD")),
        ])
    case 95..<97:
      return record(
        number, .question,
        ["text": .text("What about \(note)"), "answer": .text(note), "asked": date])
    default:
      return record(number, .note, ["text": .text("\(note) \(number)"), "date": date])
    }
  }

  private static func result(_ number: Int, _ date: Value) -> Record {
    let test = number % tests.count
    return record(
      number, .result,
      [
        "name": .coded(Coded(tests[test])),
        "value": .quantity(Quantity("\(number % 190).5", unit: "ng/mL")),
        "range": .range(
          ReferenceRange(text: "below 100 ng/mL", high: Quantity("100", unit: "ng/mL"))),
        "laboratory": .text(number % 3 == 0 ? "City lab" : "Riverside lab"), "date": date,
        "flag": .coded(Coded(number % 190 > 99 ? "H" : "N")),
      ])
  }

  /// Spread evenly, the last ones in 2026.
  private static func day(_ number: Int, of count: Int) -> Value {
    let first = PartialDate(year: 2011, month: 11, day: 21)?.dayNumber ?? 0
    let days = number * 365 * 15 / max(count, 1)
    return PartialDate(dayNumber: first + days).map { .when(When($0)) } ?? .text("")
  }

  private static func record(_ number: Int, _ kind: Kind, _ fields: [String: Value]) -> Record {
    let digits = String(number, radix: 16)
    return Record(
      id: RecordID(String(repeating: "0", count: 32 - digits.count) + digits), kind: kind,
      fields: fields,
      provenance: Provenance(origin: .person, who: "Bench", entered: BigVault.now))
  }
}
