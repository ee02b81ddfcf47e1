internal import JSON
import Testing

@Suite struct `A number` {
  @Test(arguments: ["0", "-0", "10", "1.50", "1e5", "1E+05", "-0.5e-3"])
  func `of JSON is one`(text: String) {
    #expect(JSONNumber.isNumber(text))
  }

  @Test(arguments: ["", "-", "01", "+1", ".5", "1.", "1e", "1e+", "1 ", "٣", "0x1", "NaN", "<5"])
  func `of other kinds is not`(text: String) {
    #expect(!JSONNumber.isNumber(text))
  }
}
