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

  @Test func `never crashes on anything`() throws {
    var random = SplitMix(seed: 9)
    let pieces = [
      "14", "3", "2021", "99999999999999999999", "march", "last", "next", "ago", "weeks", "in",
      "a", "of", ":", "/", "-", "'", "~", "?", "am", "from", "to", "until", "was", "58", "s", "T",
      "Z", "0", "00000000", "é", "月", "\u{1B}", "2000000000", "year", "tuesday", "spring", "q",
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
