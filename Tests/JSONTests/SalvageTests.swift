internal import JSON
import Testing

@Suite struct `A damaged text` {
  @Test(arguments: [
    (#"{"entry": [{"a": 1}, {"a": 2}, {"a": {"b""#, #"{"entry":[{"a":1},{"a":2}]}"#),
    (#"{"type": "x", "entry": [{"a": 1}, {"a": [1, 2"#, #"{"type":"x","entry":[{"a":1}]}"#),
    (#"{"type": "x", "ent"#, #"{"type":"x"}"#),
    (#"{"type": "x", "entry": "#, #"{"type":"x"}"#),
    (#"{"entry": [{"a": 1}], "b": oops}"#, #"{"entry":[{"a":1}]}"#),
    (#"{"entry": [{"a": 1}, {"a": 1, "a": 2}]}"#, #"{"entry":[{"a":1}]}"#),
  ])
  func `gives back what was complete`(text: String, kept: String) {
    let salvaged = JSONValue.salvage(Array(text.utf8).span, levels: 2)
    #expect(salvaged.value?.compactText == kept)
    #expect(salvaged.error != nil)
  }

  @Test func `that is whole has no error`() {
    let salvaged = JSONValue.salvage(Array(#"{"entry": [1]}"#.utf8).span, levels: 2)
    #expect(salvaged.value?.compactText == #"{"entry":[1]}"#)
    #expect(salvaged.error == nil)
  }

  @Test func `with a broken character gives what stands before it`() {
    let bytes = Array(#"{"entry": [{"a": 1}, {"a": ""#.utf8) + [0xFF] + Array(#""}]}"#.utf8)
    let salvaged = JSONValue.salvage(bytes.span, levels: 2)
    #expect(salvaged.value?.compactText == #"{"entry":[{"a":1}]}"#)
    #expect(salvaged.error?.reason == .notUTF8)
  }

  @Test func `of nothing gives nothing`() {
    #expect(JSONValue.salvage([UInt8]().span, levels: 2).value == nil)
    #expect(JSONValue.salvage(Array("nonsense".utf8).span, levels: 2).value == nil)
  }
}
