internal import Glibc
internal import Records

/// The one place that reads the clock.
enum Clock {
  /// Today where the person is, and this moment in UTC (ISO 8601, to the second).
  static func read() -> (today: PartialDate, now: String) {
    let seconds = time(nil)
    let local = parts(of: seconds, inUTC: false)
    let utc = parts(of: seconds, inUTC: true)
    let now = "\(utc.date)T\(two(utc.hour)):\(two(utc.minute)):\(two(utc.second))Z"
    return (local.date, now)
  }

  /// A moment where the person is: `21 November 2026, 10:12`.
  static func spelled(_ seconds: Int) -> String {
    let local = parts(of: seconds, inUTC: false)
    return "\(local.date.spelled), \(two(local.hour)):\(two(local.minute))"
  }

  private struct Parts {
    let date: PartialDate
    let hour: Int
    let minute: Int
    let second: Int
  }

  private static func parts(of seconds: Int, inUTC: Bool) -> Parts {
    var seconds = seconds
    var broken = unsafe tm()
    unsafe _ = inUTC ? gmtime_r(&seconds, &broken) : localtime_r(&seconds, &broken)
    let date = unsafe PartialDate(
      year: Int(broken.tm_year) + 1900, month: Int(broken.tm_mon) + 1, day: Int(broken.tm_mday))
    guard let date else { preconditionFailure("The clock gave no day of the years 1 to 9999.") }
    return unsafe Parts(
      date: date, hour: Int(broken.tm_hour), minute: Int(broken.tm_min),
      second: Int(broken.tm_sec))
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
