internal import Records

/// In which fields two records are not alike.
enum Comparison {
  /// The names of the fields, in order.
  ///
  /// - Parameter loosely: For what a person typed. Then only what the file says counts, in its
  ///   words: that a file also has codes, and a person wrote more, is no difference.
  static func differing(_ new: Record, _ old: Record, loosely: Bool) -> [String] {
    var names = Set(new.fields.keys)
    if !loosely { names.formUnion(old.fields.keys) }
    return names.filter { name in
      switch (new.fields[name].map(plain), old.fields[name].map(plain)) {
      case (.link?, _), (_, .link?): false
      case (let new?, let old?): loosely ? !saysSame(new, old) : new != old
      case (nil, nil): false
      default: true
      }
    }.sorted()
  }

  /// A list of one is that one.
  private static func plain(_ value: Value) -> Value {
    if case .list(let values) = value, values.count == 1 { return values[0] }
    return value
  }

  private static func saysSame(_ new: Value, _ old: Value) -> Bool {
    if new == old { return true }
    if case .quantity(let new) = new, case .quantity(let old) = old { return new.says(old) }
    return ContentKey.normal(new.words) == ContentKey.normal(old.words)
  }
}

extension Quantity {
  /// True for `5.1 ng/mL` with and without a code for the unit. `5.1` and `5.10` are not the same
  /// statement, and a person decides.
  fileprivate func says(_ other: Quantity) -> Bool {
    number == other.number && comparator == other.comparator
      && (unit ?? code) == (other.unit ?? other.code)
  }
}
