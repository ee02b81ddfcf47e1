import CarePlan
import Records
import Testing

@Suite struct `A date in the words of a plan` {
  @Test(arguments: [
    ("2030-05-11", "2030-05-11"), ("2030-05", "2030-05"), ("2030", "2030"),
    ("11 May 2030", "2030-05-11"), ("May 11, 2030", "2030-05-11"), ("may 2030", "2030-05"),
    ("sept 2030", "2030-09"), ("29 February 2028", "2028-02-29"),
  ])
  func `is read as far as it is said`(words: String, date: String) {
    #expect(SpelledDate.read(words)?.description == date)
  }

  @Test(arguments: [
    "", "45", "ma 2030", "ju 2030", "5/11/2030", "29 February 2027", "31 June 2030", "year 5",
    "the move", "11 2030", "0 May 2030", "May 11 2030 or so",
  ])
  func `is not guessed`(words: String) {
    #expect(SpelledDate.read(words) == nil)
  }
}
