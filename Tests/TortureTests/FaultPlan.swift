/// Which of the calls fail, and how.
struct FaultPlan {
  enum Call: String, CaseIterable {
    case open, close, pread, pwrite, truncate, datasync, sync, rename, unlink, lock, fstat, stat
    case resolve, random, alloc, reserve
  }

  enum Kind: Equatable {
    /// It is not done, and says so.
    case refuse(Int32)
    /// It is done, and says that it was not: what a network file system can do.
    case lie(Int32)
    /// It is half done, and says how far: a short read or write.
    case short
    /// A part of the write is on the disk, and the call says that it failed.
    case torn(Int32)
  }

  struct Rule {
    let call: Call
    /// The first call that fails, from 1.
    let from: Int
    let kind: Kind
    /// That one alone, or all from there on.
    var once = true
  }

  var rule: Rule?
  private(set) var counts: [Call: Int] = [:]
  /// How many calls were made to fail.
  private(set) var hits = 0

  /// Counts a call. nil: it works.
  mutating func next(_ call: Call) -> Kind? {
    counts[call, default: 0] += 1
    guard let rule, rule.call == call else { return nil }
    let count = counts[call, default: 0]
    guard rule.once ? count == rule.from : count >= rule.from else { return nil }
    hits += 1
    return rule.kind
  }

  func count(of call: Call) -> Int { counts[call, default: 0] }
}
