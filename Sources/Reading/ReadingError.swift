package import JSON

/// Why nothing could be read from a file. Holds no value from it.
package enum ReadingError: Error, Hashable, Sendable {
  /// The text is not JSON, is cut or is damaged.
  case json(JSONError)
  /// One line of a file with a value on each is not JSON, is cut or is damaged.
  case line(Int, JSONError)
  /// It is JSON, but not of a health record.
  case notFHIR
  /// A Bundle without any resource.
  case nothingInside
}
