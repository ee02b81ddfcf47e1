import Codes
import Testing

@Suite struct `A check digit` {
  @Test(arguments: ["9811-1", "60591-5", "11450-4"])
  func `is right for LOINC`(code: String) {
    #expect(CheckDigit.isLOINC(code))
  }

  @Test(arguments: ["9811-2", "9811", "-1", "98a1-1", "9811-1-1", ""])
  func `is wrong for what is no LOINC code`(code: String) {
    #expect(!CheckDigit.isLOINC(code))
  }

  @Test(arguments: ["254627002", "716186003", "428041000124106", "1286893008"])
  func `is right for SNOMED CT`(code: String) {
    #expect(CheckDigit.isSNOMED(code))
  }

  @Test(arguments: ["254627003", "254672002", "12345", "", "25462700x"])
  func `is wrong for what is no SNOMED CT identifier`(code: String) {
    #expect(!CheckDigit.isSNOMED(code))
  }
}
