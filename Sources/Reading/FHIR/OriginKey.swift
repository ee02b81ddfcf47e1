internal import JSON

/// What the sender calls a fact: the system it is from, the type and the id.
///
/// A newer file of the same sender has the same key, so that it updates what came from the older
/// one. Without an id there is no key, and the content decides.
struct OriginKey {
  private let base: String?

  /// - Parameter system: What to call the sender where the file gives no address.
  init(of resource: Resource, system: String) {
    guard let name = resource.typeAndID else {
      base = resource.url.map { "\($0)|\(resource.type)" }
      return
    }
    if let server = resource.base {
      base = "\(server)|\(name)"
    } else if let id = resource.id, Self.isUniversal(id) {
      base = "|\(name)"
    } else {
      base = "\(system)|\(name)"
    }
  }

  func text(part: String?) -> String? {
    base.map { base in part.map { "\(base)#\($0)" } ?? base }
  }

  /// A UUID or a hash means the same everywhere; `1` or `patient-a` does not.
  private static func isUniversal(_ id: String) -> Bool {
    let digits = id.utf8.count { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        true
      default: false
      }
    }
    return digits >= 32 && id.utf8.count <= 36 || digits >= 40
  }
}
