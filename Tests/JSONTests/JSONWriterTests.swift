internal import JSON
import Testing

@Suite struct `A written value` {
  @Test func `is compact, or indented by two spaces`() {
    let value: JSONValue = ["a": [1, true, nil], "b": [:], "c": [], "d": .number("1.50")]
    #expect(value.compactText == #"{"a":[1,true,null],"b":{},"c":[],"d":1.50}"#)
    let pretty = """
      {
        "a": [
          1,
          true,
          null
        ],
        "b": {},
        "c": [],
        "d": 1.50
      }
      """
    #expect(String(decoding: value.write(pretty: true), as: UTF8.self) == pretty)
  }

  @Test func `escapes what must be escaped and nothing else`() {
    let value: JSONValue = "\"\\\n\r\t\u{0}\u{1F}/é😀\u{7F}\u{2028}"
    #expect(value.compactText == "\"\\\"\\\\\\n\\r\\t\\u0000\\u001f/é😀\u{7F}\u{2028}\"")
  }

  @Test func `is JSON even when a number is not one`() {
    #expect(JSONValue.number("<5").compactText == #""<5""#)
    #expect(JSONValue.number("NaN").compactText == #""NaN""#)
  }

  @Test(arguments: 0..<40)
  func `reads back as it was`(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    let value = Self.anything(&dice, depth: 6)
    #expect(try JSONValue.parse(value.write()) == value)
    #expect(try JSONValue.parse(value.write(pretty: true)) == value)
  }

  private static let pieces = [
    "", "a", "\"", "\\", "\n", "\u{0}", "é", "😀", "a name longer than fifteen bytes", "\u{FEFF}",
    "\u{FFFF}", "/", "\\ud83d",
  ]
  private static let numbers = ["0", "-0", "1.0", "1e5", "-12.50E-300", "99999999999999999999"]

  private static func anything(_ dice: inout Dice, depth: Int) -> JSONValue {
    switch dice.roll(depth > 0 ? 7 : 5) {
    case 0: return .null
    case 1: return .bool(dice.roll(2) == 0)
    case 2: return .number(numbers[dice.roll(numbers.count)])
    case 3, 4: return .string(text(&dice))
    case 5:
      return .array((0..<dice.roll(6)).map { _ in anything(&dice, depth: depth - 1) })
    default:
      var object = JSONObject()
      for _ in 0..<dice.roll(40) { object[text(&dice)] = anything(&dice, depth: depth / 2 - 1) }
      return .object(object)
    }
  }

  private static func text(_ dice: inout Dice) -> String {
    (0..<dice.roll(4)).map { _ in pieces[dice.roll(pieces.count)] }.joined()
  }
}

/// The same numbers for the same seed, so that a failure comes again.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
