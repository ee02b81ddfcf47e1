internal import Records
internal import Testing

@Suite struct `A moment` {
  @Test(
    arguments: [
      "2021", "2021-03", "2021-03-14", "2021-03-14T10:30", "2021-03-14T10:30:00Z",
      "2011-07-28T15:02:18-04:00", "2021-03-14T10:30:00.125+02:00",
    ])
  func `is kept exactly as printed`(text: String) {
    #expect(Moment(text)?.description == text)
  }

  @Test(
    arguments: [
      "2021-03T10:30:00Z", "2021-03-14T", "2021-03-14T25:00", "2021-03-14T10:30:00+2",
      "2021-03-14 10:30", "2021-03-14T10:61", "2021-02-30T10:00:00Z",
    ])
  func `refuses what FHIR does not call a date and time`(text: String) {
    #expect(Moment(text) == nil)
  }
}

@Suite struct `A time in someone's life` {
  private func moment(_ text: String) -> Moment? { Moment(text) }

  @Test func `is spelled in full words`() throws {
    let march = try #require(moment("2020-03"))
    let may = try #require(moment("2020-05-11T08:00:00Z"))
    #expect(When(start: march).spelled == "March 2020")
    #expect(When(start: march, isAbout: true).spelled == "about March 2020")
    #expect(When(start: march, end: may).spelled == "from March 2020 to 11 May 2020")
    #expect(When(start: march, isPeriod: true).spelled == "since March 2020")
    #expect(When(start: nil, end: may).spelled == "until 11 May 2020")
    #expect(When(words: "spring 2019").spelled == "spring 2019")
    #expect(When(start: may, end: may).spelled == "11 May 2020")
  }

  @Test func `is sorted by its start, or else by its end`() throws {
    #expect(When(start: moment("2020-03"), end: moment("2021")).date?.description == "2020-03")
    #expect(When(start: nil, end: moment("2021")).date?.description == "2021")
    #expect(When(words: "once").date == nil)
  }
}
