/// How much a text may ask for before it is refused.
package struct JSONLimits: Sendable, Hashable {
  /// No value is nested deeper than this, whatever is asked: values are taken apart by
  /// recursion, and a thousand levels fit on any stack.
  package static let deepest = 1000

  /// How many objects and arrays may stand inside each other.
  ///
  /// FHIR needs about twenty.
  package var depth: Int
  /// The longest string, in bytes.
  ///
  /// A scanned letter inside a resource is some megabytes.
  package var maxString: Int
  /// The longest text, in bytes.
  ///
  /// YAJL counts in places with 32 bits, hence below 2 GiB.
  package var maxBytes: Int

  package init(depth: Int = 256, maxString: Int = 64 << 20, maxBytes: Int = 1 << 30) {
    self.depth = min(depth, Self.deepest)
    self.maxString = maxString
    self.maxBytes = min(maxBytes, 1 << 30)
  }
}
