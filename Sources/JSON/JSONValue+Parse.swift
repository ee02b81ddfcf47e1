/// Reading a value from bytes.
extension JSONValue {
  /// Reads exactly one value.
  ///
  /// White space around it and a byte order mark are allowed.
  package static func parse(
    _ bytes: Span<UInt8>, limits: JSONLimits = JSONLimits()
  ) throws(JSONError) -> JSONValue {
    let outcome = JSONParser.run(bytes, limits: limits)
    if let error = outcome.error { throw error }
    guard let value = outcome.builder.result else { throw JSONError(.truncated, offset: 0) }
    return value
  }

  package static func parse(
    _ bytes: [UInt8], limits: JSONLimits = JSONLimits()
  ) throws(JSONError) -> JSONValue {
    try parse(bytes.span, limits: limits)
  }

  package static func parse(
    _ text: String, limits: JSONLimits = JSONLimits()
  ) throws(JSONError) -> JSONValue {
    try parse(Array(text.utf8), limits: limits)
  }

  @unsafe
  package static func parse(
    _ bytes: UnsafeRawBufferPointer, limits: JSONLimits = JSONLimits()
  ) throws(JSONError) -> JSONValue {
    try unsafe parse(Span(_unsafeBytes: bytes), limits: limits)
  }

  /// What a damaged text still holds.
  ///
  /// Keeps what was complete inside the outer `levels` objects and arrays and drops what the
  /// damage was in. With two levels a cut Bundle keeps its complete entries. The error says
  /// where reading stopped; it is nil when the text was whole.
  package static func salvage(
    _ bytes: Span<UInt8>, levels: Int, limits: JSONLimits = JSONLimits()
  ) -> (value: JSONValue?, error: JSONError?) {
    let outcome = JSONParser.run(bytes, limits: limits)
    guard let error = outcome.error else { return (outcome.builder.result, nil) }
    return (outcome.builder.salvage(levels: levels), error)
  }
}
