/// Reads the tables of rules that come with the program: one row a line, tabs between the cells.
enum DataRows {
  /// The rows below the heading. Rows with another number of cells are left out; a test counts them.
  static func read(_ tsv: [UInt8], columns: Int) -> [[String]] {
    tsv.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      return cells.count == columns ? cells : nil
    }
  }

  /// The parts of a cell that holds several.
  static func list(_ cell: String) -> [String] {
    cell.split(separator: "|").map { String($0) }
  }
}
