/// The check digits that catch a mistyped code before it is believed.
package enum CheckDigit {
  /// True for a LOINC code whose last digit is right: Luhn's rule over all digits.
  package static func isLOINC(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...7).contains(parts[0].count), parts[1].count == 1,
      let digits = digits(parts[0] + parts[1])
    else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = place.isMultiple(of: 2) ? digit : digit * 2
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum.isMultiple(of: 10)
  }

  /// True for a SNOMED CT identifier whose last digit is right: Verhoeff's rule
  /// (SNOMED CT Release File Specification, "SCTID check digit").
  package static func isSNOMED(_ code: String) -> Bool {
    guard (6...18).contains(code.count), let digits = digits(code[...]) else { return false }
    var check = 0
    for (place, digit) in digits.reversed().enumerated() {
      check = multiply(check, permute(digit, times: place % 8))
    }
    return check == 0
  }

  private static func digits(_ text: Substring) -> [Int]? {
    let digits = text.utf8.compactMap { (0x30...0x39).contains($0) ? Int($0 - 0x30) : nil }
    return digits.count == text.utf8.count ? digits : nil
  }

  /// The product in the group of turns and flips of a pentagon.
  private static func multiply(_ left: Int, _ right: Int) -> Int {
    switch (left < 5, right < 5) {
    case (true, true): (left + right) % 5
    case (true, false): 5 + (left + right - 5) % 5
    case (false, true): 5 + (left - 5 - right + 5) % 5
    case (false, false): (left - right + 5) % 5
    }
  }

  private static let permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

  private static func permute(_ digit: Int, times: Int) -> Int {
    (0..<times).reduce(digit) { digit, _ in permutation[digit] }
  }
}
