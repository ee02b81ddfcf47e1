import Records
import Testing
import Writing

@Suite struct `A date in FHIR` {
  @Test(arguments: [
    ("2021", "2021"), ("2021-03", "2021-03"), ("2021-03-04", "2021-03-04"),
    ("2021-03-04T10:30:00+02:00", "2021-03-04T10:30:00+02:00"),
    ("2021-03-04T10:30:00.250Z", "2021-03-04T10:30:00.250Z"),
    ("2021-03-04T10:30:00z", "2021-03-04T10:30:00Z"),
    ("2021-03-04T10:30:00", "2021-03-04"), ("2021-03-04T10:30", "2021-03-04"),
    ("2021-03-04T10:30+02:00", "2021-03-04"), ("2021-03-04T24:00:00Z", "2021-03-04"),
    ("2021-03-04T10:30:60Z", "2021-03-04"), ("2021-03-04T10:30:00+15:00", "2021-03-04"),
    ("2021-03-04T10:30:00+14:00", "2021-03-04T10:30:00+14:00"),
  ])
  func `keeps its precision, and a time only with seconds and zone`(
    printed: String, written: String
  ) throws {
    let moment = try #require(Moment(printed))
    #expect(FHIRTime.dateTime(moment) == written)
    #expect(FHIRTime.instant(moment) == (written.contains("T") ? written : nil))
  }
}
