/// What a passphrase costs on this computer, measured and in words.
internal import Glibc
internal import Sealing

enum Calibration {
  /// The cost of about half a second. A computer that cannot measure it takes the usual cost.
  static func cost() -> KDFCost {
    (try? KDFCost.calibrated(memory: memory, clock: seconds)) ?? .standard
  }

  /// What trying one passphrase takes here: `about 0.5 seconds, 128 MiB`.
  static func words(_ cost: KDFCost) -> String {
    let mebibytes = "\(cost.memory >> 20) MiB"
    guard let seconds = try? cost.seconds(clock: seconds) else { return mebibytes }
    let tenths = max(1, Int((seconds * 10).rounded()))
    return "about \(tenths / 10).\(tenths % 10) seconds, \(mebibytes)"
  }

  /// The time that this thread had on a processor. What else the computer does takes none of it, so
  /// a busy moment does not make a vault weaker.
  private static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Bytes of memory that this computer has.
  private static var memory: UInt64 {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    return pages > 0 && size > 0 ? UInt64(pages) * UInt64(size) : 0
  }
}
