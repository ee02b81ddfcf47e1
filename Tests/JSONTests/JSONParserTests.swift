internal import JSON
import Testing

@Suite struct `A JSON text` {
  @Test func `keeps numbers as they are printed`() throws {
    let value = try JSONValue.parse(#"[4.10, 1E400, -0, 123456789012345678901234567890]"#)
    let texts = value.array?.map(\.numberText)
    #expect(texts == ["4.10", "1E400", "-0", "123456789012345678901234567890"])
  }

  @Test func `keeps members in their order`() throws {
    let value = try JSONValue.parse(#"{"b": 1, "a": 2, "c": {}}"#)
    #expect(value.object?.keys == ["b", "a", "c"])
    #expect(value["a"]?.int == 2)
    #expect(value["d"] == nil)
  }

  @Test func `may start with a byte order mark`() throws {
    #expect(try JSONValue.parse([0xEF, 0xBB, 0xBF] + Array("[1]".utf8)) == [1])
  }

  @Test(arguments: [
    (#""\u00e9""#, "é"), (#""\ud83d\ude00""#, "😀"), (#""a\/b\n""#, "a/b\n"), (#""\u0000""#, "\0"),
    (#""\\ud83d""#, #"\ud83d"#),
  ])
  func `has its escapes undone`(text: String, meaning: String) throws {
    #expect(try JSONValue.parse(text).string == meaning)
  }

  @Test(arguments: [#""\ud83d""#, #""\ude00\ud83d""#, #"["a", "\ud83dx"]"#, #""\ud83d\u0041""#])
  func `with half a character is refused`(text: String) {
    #expect(reason(text) == .notUTF8)
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0x80],
      [0xE2, 0x28, 0xA1],
    ] as [[UInt8]])
  func `with broken characters is refused, and where is said`(broken: [UInt8]) {
    let text = Array(#"{"a": [0, ""#.utf8) + broken + Array(#""]}"#.utf8)
    #expect(error(text) == JSONError(.notUTF8, offset: 11, place: "a[1]"))
  }

  @Test(arguments: [
    "", " ", "{", #"{"a""#, #"{"a":"#, #"{"a":1"#, "[1,", #"["abc"#, "tru", "[1.", #"["\u12"#,
    "-", "[[[]", "\u{FEFF}",
  ])
  func `that ends in the middle is said to`(text: String) {
    #expect(reason(text) == .truncated)
  }

  @Test func `cut in the middle of a character is said to be cut`() {
    #expect(error(Array(#"["caf"#.utf8) + [0xC3])?.reason == .truncated)
  }

  @Test(arguments: [
    "[1] 2", "[1,]", "{'a': 1}", "[01]", "nan", "[1 2]", "{\"a\" 1}", "// x\n[]", "[\"\t\"]", "]",
    "{}}", "\u{0}[]",
  ])
  func `that is something else is refused`(text: String) {
    #expect(reason(text) == .syntax)
  }

  @Test func `says the byte of a mistake`() {
    let text = #"{"entry": [{}, {"resource": nope}]}"#
    #expect(error(Array(text.utf8))?.place == "entry[1].resource")
    #expect(error(Array("[1, x]".utf8))?.offset == 5)
  }

  @Test(arguments: [
    (#"{"a": 1, "a": 1}"#, "a"),
    (#"{"entry": [1, {"resource": {"id": "x", "id": "y"}}]}"#, "entry[1].resource.id"),
    (#"{"\u0061": 1, "a": 2}"#, "a"),
    (#"[{"Jane Doe, 4 May": 1, "Jane Doe, 4 May": 2}]"#, "[0].?"),
  ])
  func `that gives a name twice is refused, with its place and no value`(
    text: String, place: String
  ) {
    let error = error(Array(text.utf8))
    #expect(error?.reason == .duplicateKey)
    #expect(error?.place == place)
  }

  @Test func `may have very many members, each once`() throws {
    let members = (0..<50_000).map { #""member\#($0)": \#($0)"# }
    let text = "{" + members.joined(separator: ",") + "}"
    #expect(try JSONValue.parse(text).object?.count == 50_000)
    #expect(reason("{" + members.joined(separator: ",") + #", "member77": 0}"#) == .duplicateKey)
  }

  @Test func `nested too deeply is refused`() throws {
    let deep = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
    #expect(try JSONValue.parse(deep).array?.count == 1)
    #expect(reason("[" + deep + "]") == .tooDeep)
    #expect(reason(String(repeating: "[", count: 100_000)) == .tooDeep)
    #expect(reason(String(repeating: #"{"a":"#, count: 100_000)) == .tooDeep)
    let limits = JSONLimits(depth: 1_000_000)
    #expect(limits.depth == JSONLimits.deepest)
    let deepest = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
    #expect(try JSONValue.parse(deepest, limits: limits).write().count == 2000)
  }

  @Test func `with a huge string is read up to the limit`() throws {
    let long = String(repeating: "x", count: 5_000_000)
    #expect(try JSONValue.parse("[\"\(long)\"]")[0]?.string?.utf8.count == 5_000_000)
    let limits = JSONLimits(maxString: 1_000_000)
    #expect(reason("[\"\(long)\"]", limits: limits) == .tooLong)
    #expect(reason("{\"\(long)\": 1}", limits: limits) == .tooLong)
    #expect(reason("[1]", limits: JSONLimits(maxBytes: 2)) == .tooLong)
  }

  private func error(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) -> JSONError? {
    do {
      _ = try JSONValue.parse(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private func reason(_ text: String, limits: JSONLimits = JSONLimits()) -> JSONError.Reason? {
    error(Array(text.utf8), limits: limits)?.reason
  }

  @Test func `tells a deep place only as far as anybody could follow it`() {
    let deep = String(repeating: "{\"a\":[", count: 300)
    #expect {
      _ = try JSONValue.parse(Array(deep.utf8))
    } throws: { error in
      guard let error = error as? JSONError else { return false }
      return error.reason == .tooDeep && error.place.count < 40 && error.place.hasSuffix("...")
    }
  }
}
