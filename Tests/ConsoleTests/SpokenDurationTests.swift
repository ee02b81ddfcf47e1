import Console
import Testing

@Suite struct `A length of time` {
  @Test(arguments: [
    ("15m", 900), ("1h", 3600), ("2 hours", 7200), ("90 minutes", 5400), ("1h30m", 5400),
    ("1 hour 30 minutes", 5400), ("1 hour and 30 minutes", 5400), ("2s", 2), ("1 min", 60),
    ("15 M", 900), ("1 hour, 1 second", 3601), ("0m", 0), ("999999h", 3_599_996_400),
  ])
  func `is understood as people say it`(text: String, seconds: Int) {
    #expect(SpokenDuration.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", "15", "m", "-5m", "1.5h", "5 months", "1 day", "h1", "15m5", "9999999h", "٣m", "and",
    "1h and",
  ])
  func `is not guessed`(text: String) {
    #expect(SpokenDuration.seconds(text) == nil)
  }

  @Test(arguments: [
    (900, "15 minutes"), (3600, "1 hour"), (5400, "1 hour 30 minutes"), (43_200, "12 hours"),
    (61, "1 minute 1 second"), (2, "2 seconds"), (0, "0 seconds"),
  ])
  func `is said in words`(seconds: Int, words: String) {
    #expect(SpokenDuration.words(seconds) == words)
  }
}
