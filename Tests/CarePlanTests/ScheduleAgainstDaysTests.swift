import CarePlan
import Records
import TestSupport
import Testing

/// Ten thousand made-up plans, counted by the program and by another, slow counting that knows no
/// arithmetic of months: it goes through the calendar one day after the other.
@Suite struct `Ten thousand plans` {
  @Test(arguments: 0..<20)
  func `have the same days as when one goes through the calendar day by day`(part: Int) throws {
    var chance = SplitMix(seed: 20_261_121 + UInt64(part))
    var days = 0
    for number in 0..<500 {
      let plan = MadeUpPlan(using: &chance)
      let fast = Due.days(of: plan.record, until: plan.horizon)
      let slow = SlowCalendar.days(of: plan)
      #expect(fast == slow, "plan \(number) of part \(part): \(plan.record.fields)")
      days += slow.count
    }
    #expect(days > 1000)
  }
}

extension Due {
  fileprivate static func days(of record: Record, until horizon: Day) -> [Day] {
    let plan = CheckPlan(record, dateOf: { _ in nil })
    var found: [Day] = []
    guard let days = plan.days else { return [] }
    for one in days {
      let day = Day(
        year: one.day.year, month: one.day.month ?? 0, day: one.day.day ?? 0)
      if day > horizon { break }
      found.append(day)
    }
    return found
  }
}

/// A day in three numbers.
struct Day: Hashable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// How long the month is, by the rhyme.
  var lengthOfMonth: Int {
    if [4, 6, 9, 11].contains(month) { return 30 }
    guard month == 2 else { return 31 }
    if year % 400 == 0 { return 29 }
    if year % 100 == 0 { return 28 }
    return year % 4 == 0 ? 29 : 28
  }

  mutating func advance() {
    day += 1
    if day > lengthOfMonth {
      day = 1
      month += 1
      if month > 12 { (month, year) = (1, year + 1) }
    }
  }
}

/// A length of time, and what it is called.
struct Length {
  var count: Int
  var isMonths: Bool
  var words: String
}

/// One plan, as a record and as plain numbers.
struct MadeUpPlan {
  enum End {
    case open
    case after(Length)
    case year(Int)
    case date(Day)
  }

  var steps: [(often: Length, end: End)] = []
  /// The day the steps are counted from; nil for a single interval.
  var from: Day?
  var base: Day
  /// True when the base is itself due.
  var isDue: Bool
  var until: Day?
  var skipped: Day?
  var horizon: Day

  init(using chance: inout SplitMix) {
    base = Self.day(&chance, 1996...2060)
    isDue = Bool.random(using: &chance)
    horizon = Day(year: base.year + 5, month: base.month, day: 1)
    if Int.random(in: 0..<4, using: &chance) == 0 {
      steps = [(Self.often(&chance), .open)]
    } else {
      var from = base
      if Bool.random(using: &chance) {
        from.year -= Int.random(in: 0...3, using: &chance)
        from.day = min(from.day, from.lengthOfMonth)
      }
      self.from = from
      var year = 0
      for place in 0..<Int.random(in: 1...4, using: &chance) {
        year += Int.random(in: 1...3, using: &chance)
        let isLast = place > 0 && Bool.random(using: &chance)
        steps.append(
          (Self.often(&chance), isLast ? .open : Self.end(&chance, from: from, year: year)))
        if isLast { break }
      }
    }
    if Int.random(in: 0..<4, using: &chance) == 0 {
      let until = Self.day(&chance, base.year + 1...base.year + 5)
      self.until = until
    }
    if !isDue, Int.random(in: 0..<4, using: &chance) == 0 {
      skipped = Self.day(&chance, base.year + 1...base.year + 2)
    }
    keepInOrder()
  }

  /// Days at the end of months and of years more often than others.
  private static func day(_ chance: inout SplitMix, _ years: ClosedRange<Int>) -> Day {
    var day = Day(
      year: Int.random(in: years, using: &chance), month: Int.random(in: 1...12, using: &chance),
      day: 1)
    let length = day.lengthOfMonth
    day.day =
      Bool.random(using: &chance)
      ? Int.random(in: max(1, length - 3)...length, using: &chance)
      : Int.random(in: 1...length, using: &chance)
    return day
  }

  private static func often(_ chance: inout SplitMix) -> Length {
    switch Int.random(in: 0..<4, using: &chance) {
    case 0:
      let count = Int.random(in: 1...26, using: &chance)
      return Length(count: count * 7, isMonths: false, words: "every \(count) weeks")
    case 1:
      let count = Int.random(in: 10...200, using: &chance)
      return Length(count: count, isMonths: false, words: "every \(count) days")
    default:
      let count = Int.random(in: 1...14, using: &chance)
      return Length(count: count, isMonths: true, words: "every \(count) months")
    }
  }

  private static func end(_ chance: inout SplitMix, from: Day, year: Int) -> End {
    switch Int.random(in: 0..<4, using: &chance) {
    case 0: return .year(year)
    case 1:
      return .date(Self.day(&chance, from.year + year...from.year + year))
    case 2:
      let count = Int.random(in: 4...60, using: &chance)
      return .after(Length(count: count * 7, isMonths: false, words: "for \(count) weeks"))
    default:
      let count = Int.random(in: 1...30, using: &chance)
      return .after(Length(count: count, isMonths: true, words: "for \(count) months"))
    }
  }

  /// A step that would end before it begins is left out, with all behind it.
  private mutating func keepInOrder() {
    guard let from else { return }
    var begin = from
    var kept: [(Length, End)] = []
    for step in steps {
      kept.append(step)
      guard let end = SlowCalendar.ends(from: from, steps: kept).last, let end else { break }
      if end <= begin {
        kept.removeLast()
        break
      }
      begin = end
    }
    if kept.isEmpty { kept = [(steps[0].often, .open)] }
    steps = kept
  }

  var record: Record {
    var fields: [String: Value] = ["what": .text("CT")]
    if let from {
      fields["countedFrom"] = MadeUp.when(from.text)
      fields["phases"] = .list(
        steps.map { step in
          switch step.end {
          case .open: .text(step.often.words)
          case .after(let long): .text("\(step.often.words) \(long.words)")
          case .year(let year): .text("\(step.often.words) until year \(year)")
          case .date(let day): .text("\(step.often.words) until \(day.text)")
          }
        })
    } else {
      fields["every"] = .text(steps[0].often.words)
    }
    fields[isDue ? "due" : "last"] = MadeUp.when(base.text)
    if let until { fields["until"] = .text("until \(until.text)") }
    if let skipped {
      fields["status"] = .choice("skipped")
      fields["skipped"] = MadeUp.when(skipped.text)
    }
    return MadeUp.record(.followUp, "plan", fields)
  }
}

/// Counting by going through the calendar one day after the other.
enum SlowCalendar {
  /// Goes on from a day to where so many months, or days, are over. In a month that is too short for
  /// `dayOfMonth` it is the last day.
  private static func go(from start: Day, _ length: Length, dayOfMonth: Int) -> Day {
    var day = start
    if !length.isMonths {
      for _ in 0..<length.count { day.advance() }
      return day
    }
    var months = 0
    var month = day.month
    while true {
      day.advance()
      if day.month != month {
        month = day.month
        months += 1
      }
      if months == length.count, day.day == min(dayOfMonth, day.lengthOfMonth) { return day }
    }
  }

  /// The day after each step; nil for one that goes on.
  static func ends(from start: Day, steps: [(often: Length, end: MadeUpPlan.End)]) -> [Day?] {
    var day = start
    var dayOfMonth = start.day
    return steps.map { step in
      switch step.end {
      case .open: return nil
      case .year(let year):
        day = go(
          from: start, Length(count: year * 12, isMonths: true, words: ""), dayOfMonth: start.day)
        dayOfMonth = start.day
      case .date(let date):
        day = date
        dayOfMonth = date.day
      case .after(let length):
        day = go(from: day, length, dayOfMonth: dayOfMonth)
        if !length.isMonths { dayOfMonth = day.day }
      }
      return day
    }
  }

  static func days(of plan: MadeUpPlan) -> [Day] {
    let ends = plan.from.map { Self.ends(from: $0, steps: plan.steps) } ?? [nil]
    var day = plan.base
    var dayOfMonth = day.day
    var found: [Day] = []
    func isOut(_ day: Day) -> Bool {
      if let until = plan.until, day > until { return true }
      if let last = ends.last, let last, day > last { return true }
      return day > plan.horizon
    }
    func keep(_ day: Day) {
      if let skipped = plan.skipped, day <= skipped { return }
      found.append(day)
    }
    if plan.isDue {
      if isOut(day) { return [] }
      keep(day)
    }
    while true {
      guard let place = ends.firstIndex(where: { $0.map { day < $0 } ?? true }) else { break }
      let often = plan.steps[place].often
      day = go(from: day, often, dayOfMonth: dayOfMonth)
      if !often.isMonths { dayOfMonth = day.day }
      if isOut(day) { break }
      keep(day)
    }
    return found
  }
}
