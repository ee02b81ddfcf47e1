import CarePlan
import Records
import Testing

@Suite struct `A line of a doctor's plan` {
  @Test(arguments: [
    ("CT every 12 months", "CT", "every 12 months"),
    ("Chest CT, every year", "Chest CT", "every year"),
    ("flu vaccine yearly", "flu vaccine", "yearly"), ("B12 twice a year.", "B12", "twice a year"),
  ])
  func `with one interval is a check`(line: String, what: String, every: String) {
    let check = PlanActivity(line).check
    #expect(check?.what == what)
    #expect(check?.every == every)
    #expect(check?.phases == [])
  }

  @Test func `with several intervals is a check in steps`() {
    let check = PlanActivity("CT every 6 months for two years, then every 12 months").check
    #expect(check?.what == "CT")
    #expect(check?.every == nil)
    #expect(check?.phases == ["every 6 months for two years", "then every 12 months"])
  }

  @Test(arguments: [
    "chromogranin A with each CT", "walk 30 minutes a day", "", "every 12 months",
    "CT every 3 to 6 months", "CT every now and then", "see Dr. Falk when needed",
  ])
  func `without an interval is not made into one`(line: String) {
    #expect(PlanActivity(line).check == nil)
  }
}
