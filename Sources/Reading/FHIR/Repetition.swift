internal import JSON

/// Whether a resource came before in the same import: pages of a search overlap, and the history
/// of a resource has all its versions.
enum Repetition {
  case none
  /// The same content again.
  case same
  /// An earlier version of what was taken in.
  case older
  /// A later version of this one.
  case newer(Resource)

  init(of resource: Resource, among seen: [String: Resource]) {
    guard let key = Self.key(of: resource), let known = seen[key] else {
      self = .none
      return
    }
    if known.json == resource.json {
      self = .same
      return
    }
    let (old, new) = (Self.version(of: known), Self.version(of: resource))
    guard let old, let new, old != new else {
      // Two different resources under one name: a mistake of the sender, and both are kept.
      self = .none
      return
    }
    self = old < new ? .newer(known) : .older
  }

  /// The name a resource has in the world: its address, or type and id.
  static func key(of resource: Resource) -> String? {
    resource.url ?? resource.typeAndID
  }

  /// Instants of one server compare as text; version numbers alone do not.
  private static func version(of resource: Resource) -> String? {
    resource.json["meta"]?.text("lastUpdated")
  }
}
