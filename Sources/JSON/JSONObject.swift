/// The members of a JSON object, in the order they were written.
///
/// Made for the small objects of records: a look-up walks the members. Two objects are
/// equal when they have equal members in the same order.
package struct JSONObject: Sendable, Hashable {
  package struct Member: Sendable, Hashable {
    package let key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  package private(set) var members: [Member]

  package init() { members = [] }

  /// Trusts that no two members have one name.
  init(unique members: [Member]) { self.members = members }

  package init(_ pairs: some Sequence<(String, JSONValue)>) {
    members = []
    for (key, value) in pairs { self[key] = value }
  }

  package var count: Int { members.count }
  package var isEmpty: Bool { members.isEmpty }
  package var keys: [String] { members.map(\.key) }

  /// The member of that name.
  ///
  /// Setting nil removes it; a new name goes to the end.
  package subscript(key: String) -> JSONValue? {
    get {
      for member in members where member.key == key { return member.value }
      return nil
    }
    set {
      let place = members.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Adds a member at the end without looking for one of the same name.
  ///
  /// For building large objects from names that are known to differ.
  package mutating func append(_ key: String, _ value: JSONValue) {
    members.append(Member(key: key, value: value))
  }
}

extension JSONObject: Sequence {
  package func makeIterator() -> AnyIterator<(key: String, value: JSONValue)> {
    var rest = members.makeIterator()
    return AnyIterator { rest.next().map { ($0.key, $0.value) } }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

/// Says how many members there are. Never what they hold: this text reaches logs.
extension JSONObject: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "an object of \(members.count)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
