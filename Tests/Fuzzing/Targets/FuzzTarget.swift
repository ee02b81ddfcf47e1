/// What is fuzzed. Each takes any bytes, and stops the program when what it sees cannot be right.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Header copies: raw bytes, and forged around bytes.
  case header
  /// The page log: frames that are sealed with the right key around anything.
  case log
  /// A file to import: JSON, and FHIR in it.
  case fhir
  /// What people type as a date, a number or a range, and what files hold for one.
  case dates

  package func run(_ bytes: [UInt8]) {
    switch self {
    case .header: fuzzHeader(bytes)
    case .log: fuzzLog(bytes)
    case .fhir: fuzzFHIR(bytes)
    case .dates: fuzzDates(bytes)
    }
  }
}

/// What the driver calls. -1 keeps the bytes out of the corpus: there is no such target.
@_cdecl("netvault_fuzz")
@unsafe
public func netvaultFuzz(
  _ target: UnsafePointer<CChar>, _ bytes: UnsafePointer<UInt8>?, _ count: Int
) -> Int32 {
  guard let target = FuzzTarget(rawValue: unsafe String(cString: target)) else { return -1 }
  unsafe target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// What always holds.
func claim(_ isSo: Bool, _ what: StaticString) {
  guard !isSo else { return }
  fatalError("not so: \(what)")
}
