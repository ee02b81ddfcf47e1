import Console
import Records
internal import TestSupport
import Testing

private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

private func phrase(
  _ direction: DatePhrase.Direction = .any, order: DatePhrase.Order? = nil, born: String? = nil,
  today: String = "2026-11-21"
) throws -> DatePhrase {
  DatePhrase(
    today: try date(today), order: order, direction: direction,
    born: try born.map { try date($0) }, label: "Date of surgery")
}

private func readBack(_ typed: String, _ phrase: DatePhrase) throws -> String {
  guard case .date(let understood) = try phrase.meaning(of: typed) else { return "not one date" }
  return understood.readBack
}

private func problem(_ typed: String, _ phrase: DatePhrase) -> Problem? {
  do throws(Problem) {
    _ = try phrase.when(typed)
    return nil
  } catch { return error }
}

// Today is Saturday 21 November 2026 in all of them.
@Suite struct `A date phrase` {
  @Test(arguments: [
    ("last March", "March 2026, no day."),
    ("March", "March 2026, no day."),
    ("December", "December 2025, no day."),
    ("next March", "March 2027, no day."),
    ("this December", "December 2026, no day."),
    ("mar 2021", "March 2021, no day."),
    ("2021 march", "March 2021, no day."),
    ("sept 2021", "September 2021, no day."),
    ("2021-03", "March 2021, no day."),
    ("3/2021", "March 2021, no day."),
    ("14 3 2021", "14 March 2021."),
    ("3/14/2021", "14 March 2021."),
    ("14.3.21", "14 March 2021."),
    ("14 6 61", "14 June 1961."),
    ("2021/3/4", "4 March 2021."),
    ("20210314", "14 March 2021."),
    ("5/5/2020", "5 May 2020."),
    ("14th of March, 2021", "14 March 2021."),
    ("March 14 2021", "14 March 2021."),
    ("14-Mar-21", "14 March 2021."),
    ("march '21", "March 2021, no day."),
    ("14 March", "14 March 2026."),
    ("24 December", "24 December 2025."),
    ("29 February", "29 February 2024."),
    ("2021", "2021, no month."),
    ("about 2019", "About 2019, no month."),
    ("~2019", "About 2019, no month."),
    ("May 2019?", "About May 2019, no day."),
    ("ca. June 2019", "About June 2019, no day."),
    ("spring 2019", "\"Spring 2019\", no month."),
    ("the end of March 2020", "\"The end of March 2020\", no month."),
    ("last summer", "\"Summer 2026\", no month."),
    ("2019 or 2020", "\"2019 or 2020\", no month."),
    ("the 1990s", "\"1990s\", no month."),
    ("Q3 2020", "\"Q3 2020\", no month."),
    ("2 weeks ago", "Saturday 7 November 2026."),
    ("two weeks ago", "Saturday 7 November 2026."),
    ("a week ago", "Saturday 14 November 2026."),
    ("a couple of weeks ago", "Saturday 7 November 2026."),
    ("3 months ago", "August 2026, no day."),
    ("in 3 months", "February 2027, no day."),
    ("2 years ago", "2024, no month."),
    ("about 2 years ago", "About 2024, no month."),
    ("10 days from now", "Tuesday 1 December 2026."),
    ("yesterday", "Friday 20 November 2026."),
    ("the day before yesterday", "Thursday 19 November 2026."),
    ("today", "Saturday 21 November 2026."),
    ("last week", "From 9 November 2026 to 15 November 2026."),
    ("last year", "2025, no month."),
    ("Tuesday", "Tuesday 17 November 2026."),
    ("last Tuesday", "Tuesday 17 November 2026."),
    ("Saturday", "Saturday 14 November 2026."),
    ("Tuesday 17 November 2026", "Tuesday 17 November 2026."),
    ("next Thursday 10:30", "Thursday 26 November 2026, 10:30."),
    ("next Thursday at 3 pm", "Thursday 26 November 2026, 15:00."),
    ("14 June 1961, 10:30", "14 June 1961, 10:30."),
    ("2021-03-14T10:30:00+02:00", "14 March 2021, 10:30."),
    ("from 3 May 2020 to June 2020", "From 3 May 2020 to June 2020."),
    ("March to June 2020", "From March 2020 to June 2020."),
    ("3 to 5 May 2020", "From 3 May 2020 to 5 May 2020."),
    ("since March 2020", "Since March 2020."),
    ("until 2019", "Until 2019."),
    ("  14   march 2021 ", "14 March 2021."),
    ("March to May 2021", "From March 2021 to May 2021."),
    ("November to February 2021", "From November 2020 to February 2021."),
    ("2019-2021", "From 2019 to 2021."),
    ("2019 \u{2013} 2021", "From 2019 to 2021."),
    ("2019-21", "From 2019 to 2021."),
    ("May-June 2021", "From May 2021 to June 2021."),
    ("3-5 May 2020", "From 3 May 2020 to 5 May 2020."),
    ("May 3-5, 2020", "From 3 May 2020 to 5 May 2020."),
    ("May 3 to 5, 2020", "From 3 May 2020 to 5 May 2020."),
    ("between March and May 2021", "From March 2021 to May 2021."),
    ("3 May 2020 - 4 June 2020", "From 3 May 2020 to 4 June 2020."),
    ("from March 2021 until now", "Since March 2021."),
    ("since last March", "Since March 2026."),
    ("for 3 weeks", "Since 31 October 2026."),
    ("for the last 2 years", "Since 2024."),
    ("ever since 2019", "Since 2019."),
    ("about 2015", "About 2015, no month."),
    ("sometime in 2019", "2019, no month."),
    ("half a year ago", "May 2026, no day."),
    ("a year and a half ago", "May 2025, no day."),
    ("two and a half years ago", "May 2024, no day."),
    ("a fortnight ago", "Saturday 7 November 2026."),
    ("fifteen years ago", "2011, no month."),
    ("last weekend", "From 14 November 2026 to 15 November 2026."),
    ("Monday last week", "Monday 9 November 2026."),
    ("next week Thursday", "Thursday 26 November 2026."),
    ("yesterday evening", "Friday 20 November 2026."),
    ("early last year", "\"Early 2025\", no month."),
    ("the end of last month", "\"End of October 2026\", no month."),
    ("last winter", "\"Winter 2025/2026\", no month."),
    ("last Christmas", "\"Christmas 2025\", no month."),
    ("14 June 2021 at half past ten", "14 June 2021, 10:30."),
    ("next Thursday at 9", "Thursday 26 November 2026, 09:00."),
    ("next Thursday at 3", "Thursday 26 November 2026, 15:00."),
    ("next Thursday 10.30", "Thursday 26 November 2026, 10:30."),
    ("tomorrow noon", "Sunday 22 November 2026, 12:00."),
    ("14 March 2021 at 3 p.m.", "14 March 2021, 15:00."),
    ("March 2021, no day.", "March 2021, no day."),
    ("\"Spring 2019\", no month.", "\"Spring 2019\", no month."),
  ])
  func `is said back in full words`(typed: String, words: String) throws {
    #expect(try readBack(typed, phrase()) == words)
  }

  @Test func `points forward for appointments`() throws {
    let next = try phrase(.next)
    #expect(try readBack("Tuesday", next) == "Tuesday 24 November 2026.")
    #expect(try readBack("Saturday", next) == "Saturday 28 November 2026.")
    #expect(try readBack("March", next) == "March 2027, no day.")
    #expect(try readBack("14 March", next) == "14 March 2027.")
    #expect(try readBack("24 December", next) == "24 December 2026.")
  }

  @Test func `in figures can be two days, and says which`() throws {
    let first = When(try date("2021-04-03"))
    let second = When(try date("2021-03-04"))
    #expect(
      try phrase().meaning(of: "3/4/2021") == .either(dayFirst: first, monthFirst: second))
    #expect(try phrase(order: .dayFirst).when("3/4/2021") == first)
    #expect(try phrase(order: .monthFirst).when("3/4/2021") == second)
    #expect(
      try phrase(order: .yearFirst).when("21-03-04") == When(try date("2021-03-04")))
  }

  @Test func `in figures means the day that has been, when the other is to come`() throws {
    let past = try phrase(.past)
    #expect(try past.when("3/12/2026") == When(try date("2026-03-12")))
  }

  @Test func `with an age is part of two years`() throws {
    let anna = try phrase(born: "1961-06-14")
    #expect(
      try anna.meaning(of: "in my fifties")
        == .age(from: try date("2011-06"), to: try date("2021-06")))
    #expect(
      try anna.when("since birth") == When(start: Moment(try date("1961-06-14")), isPeriod: true))
    #expect(
      try anna.meaning(of: "when I was 58")
        == .age(from: try date("2019-06"), to: try date("2020-06")))
    #expect(
      problem("at age 58", anna)?.lines == [
        "That was between June 2019 and June 2020.", "Write 2019 or 2020.",
      ])
    #expect(
      problem("when she was 58", try phrase())?.what
        == "The date of birth is not in this vault, so an age gives no year.")
  }

  @Test(arguments: [
    ("Martch 2021", "\"Martch 2021\" is not a date netvault knows. Did you mean March 2021?"),
    ("14 Janaury", "\"14 Janaury\" is not a date netvault knows. Did you mean 14 January 2026?"),
    ("Tusday", "\"Tusday\" is not a date netvault knows. Did you mean 17 November 2026?"),
    ("before the war", "\"before the war\" is not a date netvault knows."),
    ("14", "\"14\" is not a date netvault knows."),
    ("", "\"\" is not a date netvault knows."),
    ("31 June 2021", "June has 30 days. When was it?"),
    ("31/6/2021", "June has 30 days. When was it?"),
    ("29 February 2021", "February 2021 has 28 days. When was it?"),
    ("13/14/2021", "There is no month number 14. A year has 12 months."),
    ("Monday 17 November 2026", "17 November 2026 is a Tuesday, not a Monday."),
    ("from June 2020 to March 2020", "The end is before the start."),
    ("3/4/2021", "3/4/2021 can be 3 April or March 4."),
    ("2021-02-30", "February has 28 days. When was it?"),
    ("30 February 2024", "February has 29 days. When was it?"),
    ("29 February 1900", "February 1900 has 28 days. When was it?"),
    ("a few weeks ago", "\"a few weeks ago\" is not a date netvault knows."),
  ])
  func `that cannot be used says why`(typed: String, what: String) throws {
    #expect(problem(typed, try phrase())?.what == what)
  }

  @Test(arguments: ["2031", "tomorrow", "December 2026", "22 November 2026", "in 2 weeks"])
  func `to come is a mistake for what has happened`(typed: String) throws {
    #expect(
      problem(typed, try phrase(.past))?.what
        == "\"Date of surgery\" must be today or in the past.")
  }

  @Test(arguments: ["2026", "November 2026", "today"])
  func `of now can be in the past`(typed: String) throws {
    #expect(problem(typed, try phrase(.past)) == nil)
  }

  @Test func `names the flag that needs a clear date`() throws {
    var flagged = try phrase()
    flagged.flag = "date"
    let problem = problem("3/4/2021", flagged)
    #expect(
      problem?.lines == [
        "3/4/2021 can be 3 April or March 4.", "Write --date 2021-04-03 or 2021-03-04.",
      ])
    #expect(problem?.exit == .needsAnswer)
  }

  @Test func `is certain only when nothing had to be worked out`() throws {
    func isCertain(_ typed: String) throws -> Bool {
      guard case .date(let found) = try phrase().meaning(of: typed) else { return false }
      return found.isCertain
    }
    for typed in ["14 June 1961", "June 1961", "1961", "1961-06-14", "about 2019"] {
      #expect(try isCertain(typed))
    }
    for typed in ["14 6 1961", "March", "yesterday", "14 March", "spring 2019", "3/2021"] {
      #expect(try !isCertain(typed))
    }
  }

  @Test func `reads every date that netvault writes`() throws {
    var random = SplitMix(seed: 7)
    let today = try phrase()
    for _ in 0..<3000 {
      guard let when = random.when() else { continue }
      let read = try today.when(when.spelled)
      #expect(read.spelled == when.spelled)
      #expect(read.start?.date == when.start?.date)
      #expect(read.end?.date == when.end?.date)
      #expect(read.isAbout == when.isAbout)
    }
  }

  @Test func `reads what it says back`() throws {
    var random = SplitMix(seed: 8)
    let today = try phrase()
    for _ in 0..<500 {
      let days = Int(random.next() % 20_000)
      let date = try #require(PartialDate(dayNumber: days + 1000))
      let understood = try readBack(date.spelled, today)
      #expect(try today.when(String(understood.dropLast())) == When(date))
    }
  }

  @Test func `reads back every day that it says, whatever day is today`() throws {
    var random = SplitMix(seed: 10)
    let days = [
      "2024-02-29", "2023-03-01", "2024-12-31", "2025-01-01", "2100-02-28", "2000-02-29",
      "2026-10-31", "2026-11-30",
    ]
    for round in 0..<40 {
      let other = PartialDate(dayNumber: 10_000 + Int(random.next() % 20_000))?.description
      let day = round < days.count ? days[round] : try #require(other)
      let now = try phrase(today: day)
      let today = try date(day)
      for count in [0, 1, 2, 6, 7, 27, 28, 29, 30, 31, 59, 365, 366] {
        let found = try #require(try now.when("\(count) days ago").date)
        #expect(today.dayNumber - found.dayNumber == count)
        #expect(try now.when(try readBack("\(count) days ago", now)) == When(found))
        let ahead = try #require(try now.when("in \(count) days").date)
        #expect(ahead.dayNumber - today.dayNumber == count)
      }
      for count in 0...25 {
        let found = try #require(try now.when("\(count) months ago").date)
        #expect(found.day == nil)
        #expect((today.year - found.year) * 12 + (today.month ?? 0) - (found.month ?? 0) == count)
      }
      for name in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] {
        let last = try #require(try now.when("last \(name)").date)
        #expect((1...7).contains(today.dayNumber - last.dayNumber))
        let next = try #require(try now.when("next \(name)").date)
        #expect((1...7).contains(next.dayNumber - today.dayNumber))
        #expect(try readBack("last \(name)", now).hasPrefix(name))
      }
      for month in PartialDate.monthNames {
        let last = try #require(try now.when("last \(month)").date)
        #expect(last.lastDay < today && today.year - last.year <= 1)
        let next = try #require(try now.when("next \(month)").date)
        #expect(next.firstDay > today && next.year - today.year <= 1)
      }
      let (first, last) = (try now.when("last week"), try now.when("next week"))
      #expect((last.date?.dayNumber ?? 0) - (first.date?.dayNumber ?? 0) == 14)
    }
  }

  @Test func `reads what it says back of anything`() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<600 {
      guard let when = random.when() else { continue }
      for order in DatePhrase.Order.allCases {
        let now = try phrase(order: order)
        guard case .date(let found) = try now.meaning(of: when.spelled) else {
          Issue.record("\(when.spelled) is not one date")
          continue
        }
        let again = try now.when(found.readBack)
        #expect(again.spelled.lowercased() == found.when.spelled.lowercased())
        #expect(again.date == found.when.date)
        if let start = when.start, when.words == nil, !when.isPeriod {
          #expect(try now.when(start.description).start == start)
        }
      }
    }
  }

  @Test func `is asked about when it is far away or still to come`() throws {
    func isCertain(_ typed: String, _ direction: DatePhrase.Direction) throws -> Bool {
      guard case .date(let found) = try phrase(direction).meaning(of: typed) else { return false }
      return found.isCertain
    }
    #expect(try !isCertain("2031", .any))
    #expect(try isCertain("14 March 2027", .next))
    #expect(try !isCertain("14 March 2062", .next))
    #expect(try !isCertain("1861", .past))
  }

  @Test func `before birth is a mistake`() throws {
    var anna = try phrase(.past)
    anna.earliest = try date("1961-06-14")
    #expect(problem("1960", anna) == .beforeBirth)
    #expect(problem("13 June 1961", anna) == .beforeBirth)
    #expect(problem("1961", anna) == nil)
    #expect(problem("14 June 1961", anna) == nil)
  }

  @Test func `never crashes on anything`() throws {
    var random = SplitMix(seed: 9)
    let pieces = [
      "14", "3", "2021", "99999999999999999999", "march", "last", "next", "ago", "weeks", "in",
      "a", "of", ":", "/", "-", "'", "~", "?", "am", "from", "to", "until", "was", "58", "s", "T",
      "Z", "0", "00000000", "at", "noon", "half", "to", "and", "between", "since", "for", "winter",
      "christmas", "fifties", "my", "in", "\u{2013}", " - ", "2019-21", "weekend", "evening", "h",
      "é", "月", "\u{1B}", "2000000000", "year", "tuesday", "spring", "q",
    ]
    let today = try phrase(born: "1961-06-14")
    for _ in 0..<20_000 {
      var typed = ""
      for _ in 0..<Int(random.next() % 6) {
        typed += pieces[Int(random.next() % UInt64(pieces.count))]
        if random.next() % 2 == 0 { typed += " " }
      }
      _ = problem(typed, today)
    }
  }
}

extension SplitMix {
  mutating func date() -> PartialDate? {
    guard let day = PartialDate(dayNumber: Int(next() % 40_000) - 18_000) else { return nil }
    switch next() % 3 {
    case 0: return day
    case 1: return PartialDate(year: day.year, month: day.month)
    default: return PartialDate(year: day.year)
    }
  }

  mutating func when() -> When? {
    guard let first = date(), let second = date() else { return nil }
    let isAbout = next() % 4 == 0
    switch next() % 6 {
    case 0: return When(start: nil, end: Moment(first), isAbout: isAbout)
    case 1: return When(start: Moment(first), isPeriod: true, isAbout: isAbout)
    case 2:
      let ends = first.firstDay <= second.firstDay ? (first, second) : (second, first)
      return When(start: Moment(ends.0), end: Moment(ends.1), isAbout: isAbout)
    case 3: return When(start: Moment(first.firstDay, time: "10:30"))
    case 4:
      return When(
        start: PartialDate(year: first.year).map { Moment($0) }, words: "spring \(first.year)")
    default: return When(start: Moment(first), isAbout: isAbout)
    }
  }
}
