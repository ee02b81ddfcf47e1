internal import FoundationEssentials
internal import GRDB
internal import Sealing

/// A damaged vault as it was at one time, as far as its file tells. It is only read.
final class DamagedState {
  let rescue: SealedFile.Rescue?
  private let file: SealedFile
  /// Nil when not even the first page can be read.
  private let queue: DatabaseQueue?
  private var loose: LoosePages?

  /// Opens the damaged file once more.
  ///
  /// - Parameter olderPages: Are damaged pages taken from an older frame? Nil for the last state
  ///   that the unbroken chain of saves proves.
  init(of damaged: SealedFile, at path: String, olderPages: Bool?) throws {
    let file = try damaged.openSibling(at: path, mode: .salvage)
    self.file = file
    rescue = try olderPages.map { try file.rescue(olderPages: $0) }
    queue = try? Connection.onFile(file)
  }

  func close() {
    try? queue?.close()
    try? file.close()
  }

  func read(into salvaging: inout Salvaging) {
    // What cannot be read is left out, row by row: nothing in here fails as a whole.
    let isRead = queue?.unsafeRead { db in salvaging.read(db) } ?? false
    let shapes = salvaging.shapes
    var pages = LoosePages(
      count: Int(file.facts.pages), size: Int(file.facts.pageSize), shapes: shapes
    ) { [file] number in file.page(number) }
    let isSound = rescue.map { $0.damagedPages + $0.olderPages + $0.lostSaves == 0 } ?? true
    if !isRead || !isSound { salvaging.read(&pages) }
    loose = pages
  }

  /// Hands out the chunks of a kept file, in their order, as the tables have them.
  func chunks(of number: Int64, _ body: (_ seq: Int, _ bytes: Data) throws -> Void) throws {
    guard let queue else { throw VaultError.damaged }
    try queue.unsafeRead { db throws in
      for table in try Chunks.tables(of: db) {
        let sql = "SELECT seq, bytes FROM \(table) WHERE attachment = ? ORDER BY seq"
        let chunks = try Row.fetchCursor(db, sql: sql, arguments: [number])
        while let chunk = try chunks.next() {
          guard let bytes = Data.fromDatabaseValue(chunk[1]),
            let seq = Int.fromDatabaseValue(chunk[0])
          else { throw VaultError.damaged }
          try body(seq, bytes)
        }
      }
    }
  }

  /// All values of one row, by where it stands.
  func row(at place: LoosePages.Place) -> [DatabaseValue]? { loose?.row(at: place) }
}
