internal import JSON
import Testing

@Suite struct `An object` {
  @Test func `changes, adds and removes members by name`() {
    var object: JSONObject = ["a": 1, "b": 2]
    object["a"] = "x"
    object["c"] = []
    object["b"] = nil
    object["z"] = nil
    #expect(JSONValue.object(object).compactText == #"{"a":"x","c":[]}"#)
    #expect(object.map(\.key) == ["a", "c"])
  }

  @Test func `and what is in it never appear in a description`() {
    let value: JSONValue = ["name": "Ann", "list": ["Bob", .number("4711")]]
    for text in ["\(value)", String(reflecting: value), "\(value.object as Any)", dumped(value)] {
      #expect(!text.contains("Ann") && !text.contains("Bob") && !text.contains("4711"))
    }
  }

  private func dumped(_ value: JSONValue) -> String {
    var text = ""
    dump(value, to: &text)
    dump(value.object, to: &text)
    return text
  }
}
