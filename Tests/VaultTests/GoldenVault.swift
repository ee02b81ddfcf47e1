internal import Foundation
internal import Records
internal import Sealing
internal import Testing
internal import Vault

internal import struct Records.Record

/// The vault of format 1 that is kept with the tests, about a made-up person, and how it was made.
///
/// It was made once and is never made anew: it stands for every vault that people have. It holds
/// what the format knows: three slots and a removed one, pages that were superseded, a page map,
/// commits behind the map, commits behind the last clean close, and an unfinished tail.
enum GoldenVault {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../IndependentReader").standardizedFileURL
  static let vault = folder.appending(path: "format-1.vault")
  static let tables = folder.appending(path: "format-1.txt")
  static let reader = folder.appending(path: "read_vault.py")

  static let passphrase = "six plain words for Ana Brandt"
  /// Typed once with the accent in the letter, and once behind it.
  static let caregiver = (composed: "caf\u{e9} au lait", apart: "cafe\u{301} au lait")
  /// The words of a recovery sheet, and the secret that they stand for.
  static let sheet = """
    1. spark arena heaven people
    2. accept rodeo bring nibble
    3. logic board perk initiate
    4. firmly catfish reread answer
    """
  static let recovery: [UInt8] = [
    0xd6, 0xc1, 0x79, 0xb6, 0x80, 0x8c, 0x42, 0x3c, 0xa2, 0x00, 0xd3, 0xa9, 0x4b, 0x08, 0x9c, 0x60,
    0x20,
  ]
  static let unfinished = 1_000

  static let scan = (0..<30_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
  static let letter = Array("A letter about Ana Brandt, who does not exist.\n".utf8)

  static let imported = [
    record(
      2, .diagnosis,
      [
        "name": .coded(Coded("typical carcinoid of the lung")),
        "diagnosed": .when(day("2020-03")), "role": .choice("primary"),
        "site": .text("right lower lobe"), "stage": .text("T1b N0 M0"), "ki67": .text("<2 %"),
      ], source: scanSHA, key: "Condition/c1"),
    record(
      3, .result,
      [
        "name": .coded(
          Coded("Chromogranin A", [Coding(system: "http://loinc.org", code: "9811-1")])),
        "value": .quantity(Quantity("88.0", unit: "ng/mL")),
        "range": .range(ReferenceRange(text: "below 100", high: Quantity("100", unit: "ng/mL"))),
        "date": .when(day("2025-05-12")),
      ], source: scanSHA, key: "Observation/o1"),
    record(
      4, .allergy, ["substance": .coded(Coded("latex")), "reaction": .text("hives")],
      source: scanSHA, key: "AllergyIntolerance/a1"),
  ]
  static let typed = [
    record(
      5, .medicine,
      ["name": .coded(Coded("omeprazole 20 mg")), "dose": .text("1 in the morning")]),
    note(6, "Ask Dr. Lee about the cough.\nSecond line \u{1F9EC} \u{e9} \"quoted\""),
    note(7, "This one lies in the bin."),
    record(8, .alert, ["text": .coded(Coded("Tell the anaesthetist about the tumor"))]),
  ]
  static let late = note(9, "Behind the map, before the clean close.")
  static let later = note(10, "Behind the clean close.")

  private static let scanSHA = FileDigest.hex(of: scan)
  private static func day(_ text: String) -> When { When(PartialDate(text) ?? unknown) }
  private static let unknown = PartialDate(dayNumber: 0) ?? { preconditionFailure("day 0") }()

  /// The record of the medicine, as it was changed.
  static var changed: Record {
    var record = typed[0]
    record["dose"] = .text("2 in the morning")
    return record
  }

  /// Every record outside the bin, in the order of their making.
  static var records: [Record] {
    [person] + imported + [changed, typed[1], typed[3], late, later]
  }

  /// Makes it, in a file that is not there yet. Only its tag and nonces differ from time to time.
  static func make(at path: String) throws {
    let scratch = path + ".making"
    let vault = try Vault.create(
      at: scratch, passphrase: secret(passphrase), person: person, cost: .least, at: morning)
    let file = try #require(vault.file)
    try file.addPassphrase(secret(caregiver.apart), label: "Jo\u{e3}o, who helps", cost: .least)
    let lost = try file.addPassphrase(secret("a lost one"), label: "lost", cost: .least)
    try file.addRecovery(recoverySecret(), label: "sheet of paper")
    try vault.apply(
      Change(
        "import", at: noon, isFromFile: true, steps: imported.map { .add($0) },
        sources: [
          Source(
            sha256: scanSHA, name: "riverside.json", kind: "FHIR", size: scan.count, readAt: noon,
            unmapped: ["Claim": 2])
        ],
        files: [IncomingFile(name: "riverside.json", mediaType: "application/json", bytes: scan)]))
    try vault.apply(Change("add", at: noon, who: "Ana", steps: typed.map { .add($0) }))
    try file.compact()
    try vault.apply(Change("edit", at: evening, who: "Ana", steps: [.update(changed)]))
    try vault.apply(Change("remove", at: evening, steps: [.remove(id(7))]))
    try vault.apply(Change("remove", at: evening, steps: [.remove(id(8))]))
    try vault.undo(at: evening)
    try file.removeSlot(lost)
    try vault.add(late, at: evening)
    try vault.close()

    let again = try Vault.open(at: scratch, passphrase: secret(passphrase))
    try again.apply(
      Change(
        "add", at: evening, steps: [.add(later)],
        files: [IncomingFile(name: "letter.txt", mediaType: "text/plain", bytes: letter)]))
    // As it lies on the disk while the program runs, with a transaction that is being written.
    var bytes = try Data(contentsOf: URL(filePath: scratch))
    let page = Data([1, 0, 0, 0, 0, 16, 0, 0])
    bytes += page + Data((0..<unfinished - page.count).map { UInt8(truncatingIfNeeded: $0 &* 73) })
    try again.close()
    try FileManager.default.removeItem(atPath: scratch)
    try bytes.write(to: URL(filePath: path), options: .withoutOverwriting)
  }

  static func recoverySecret() -> Secret {
    let bytes = recovery
    return Secret(copying: bytes.span)
  }

  static func secret(_ text: String) -> Secret { Secret(copying: Array(text.utf8).span) }
}
