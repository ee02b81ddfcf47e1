internal import Foundation
internal import Records
internal import Sealing
internal import Vault

internal import struct Records.Record

/// A made-up vault with many records, and with kept files where they are asked for.
struct BigVault {
  let path: String
  static let now = "2026-11-21T09:00:00Z"

  static var passphrase: Secret { Secret(copying: Array("benchmark".utf8).span) }

  /// Makes it anew.
  init(_ name: String, in folder: String, records: Int, files: Int = 0) throws {
    path = folder + "/\(name).vault"
    try? FileManager.default.removeItem(atPath: path)
    let person = Self.record(0, .person, ["name": .text("Bench")])
    let vault = try Vault.create(
      at: path, passphrase: Self.passphrase, person: person, cost: .least, at: Self.now)
    var next = 1
    while next <= records {
      let end = min(next + 20_000, records + 1)
      try vault.apply(
        Change(
          "import", at: Self.now, isFromFile: true,
          steps: (next..<end).map { .add(Self.result($0)) }))
      next = end
    }
    var random: UInt64 = 1
    for index in 0..<files {
      var bytes = [UInt8](repeating: 0, count: 10 << 20)
      for place in stride(from: 0, to: bytes.count, by: 8) {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let word = random
        for part in 0..<8 { bytes[place + part] = UInt8(truncatingIfNeeded: word >> (8 * part)) }
      }
      let file = IncomingFile(name: "scan\(index).pdf", mediaType: "application/pdf", bytes: bytes)
      try vault.apply(Change("attach", at: Self.now, files: [file]))
    }
    try vault.close()
  }

  func open(_ mode: SealedFile.Mode = .write) throws -> Vault {
    try Vault.open(at: path, passphrase: Self.passphrase, mode: mode)
  }

  var size: Int {
    let all = try? FileManager.default.attributesOfItem(atPath: path)
    return all?[.size] as? Int ?? 0
  }

  static func result(_ number: Int, version: Int = 0) -> Record {
    let day = 10 + number % 18
    let month = 10 + number % 3
    let date = PartialDate("20\(10 + number / 7 % 16)-\(month)-\(day)")
    return record(
      number, .result,
      [
        "name": .coded(Coded("Chromogranin \(number % 40)", [])),
        "value": .quantity(Quantity("\(number % 500 + version).5", unit: "ng/mL")),
        "date": date.map { .when(When($0)) } ?? .text(""),
      ])
  }

  private static func record(_ number: Int, _ kind: Kind, _ fields: [String: Value]) -> Record {
    let digits = String(number, radix: 16)
    return Record(
      id: RecordID(String(repeating: "0", count: 32 - digits.count) + digits), kind: kind,
      fields: fields,
      provenance: Provenance(origin: .person, who: "Bench", entered: now))
  }
}
