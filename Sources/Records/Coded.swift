/// One code of one code system, as a document gave it.
package struct Coding: Hashable, Sendable {
  package var system: String?
  package var code: String?
  package var display: String?

  package init(system: String?, code: String?, display: String? = nil) {
    self.system = system
    self.code = code
    self.display = display
  }
}

/// Words with the codes that stand beside them. The words are always there; codes never have to be.
package struct Coded: Hashable, Sendable {
  package var text: String
  package var codings: [Coding]

  package init(_ text: String, _ codings: [Coding] = []) {
    self.text = text
    self.codings = codings
  }

  /// The code in one system, or nil.
  package func code(in system: String) -> String? {
    codings.first { $0.system == system }?.code
  }

  /// True when any coding is this one.
  package func has(_ code: String, in system: String) -> Bool {
    codings.contains { $0.code == code && $0.system == system }
  }
}
