import CPageLog
import Glibc
internal import Sealing

/// A disk in memory, with one folder, that knows what would survive a loss of power.
///
/// Each file has what the running system sees, and what surely is on the disk: only a sync of the
/// file brings them together. A name is as sure as the last sync of the folder.
@safe final class Disk {
  static let folder = "/disk"

  /// A file, with or without a name.
  struct Node {
    var seen = Content()
    var sure = Content()
    /// What was done since the last sync of this file.
    var pending: [Change] = []
    /// A sync failed: some of what is seen is neither on the disk nor pending.
    var isForgotten = false
  }

  enum Change {
    case write(offset: Int, bytes: [UInt8])
    case truncate(size: Int)
  }

  /// A change of the folder.
  enum Naming {
    case add(String, node: Int)
    case remove(String)
    /// `from` becomes `to`, and what was called `to` loses its name.
    case rename(from: String, to: String, node: Int)
  }

  /// Everything that can be done to a disk, and what the program said meanwhile.
  enum Event {
    case create(String, node: Int)
    case change(Change, node: Int)
    case sync(node: Int)
    case syncFolder
    case rename(from: String, to: String)
    case unlink(String)
    /// Step `n` of the workload begins.
    case begin(Int)
    /// Step `n` was reported as done.
    case done(Int)
  }

  var nodes: [Node] = []
  var names: [String: Int] = [:]
  var sureNames: [String: Int] = [:]
  var pendingNames: [Naming] = []
  /// What was done so far, if it is written down.
  var film: [Event]?
  /// Which calls fail.
  var faults = FaultPlan()

  struct Handle {
    var node: Int?  // nil: the folder
    var lock = Int32(LOCK_UN)
  }
  var handles: [Int32: Handle] = [:]
  private var nextHandle: Int32 = 1_000_000
  private let table: UnsafeMutablePointer<nv_files>

  init() {
    unsafe table = .allocate(capacity: 1)
    unsafe fillTable(table)
  }

  /// To be handed to `SealedFile`. The disk must outlive what is opened with it.
  var calls: FileCalls { unsafe FileCalls(table: table) }

  /// Descriptors that nobody closed.
  var openCount: Int { handles.count }

  func path(_ name: String = "my.vault") -> String { Self.folder + "/" + name }

  func node(_ path: String) -> Int? {
    guard path.hasPrefix(Self.folder + "/") else { return nil }
    return names[String(path.dropFirst(Self.folder.count + 1))]
  }

  /// The content of a file as the running system sees it.
  subscript(name: String) -> Content? {
    get { names[name].map { nodes[$0].seen } }
    set {
      guard let newValue else { return names[name] = nil }
      let node = Node(seen: newValue, sure: newValue)
      nodes.append(node)
      names[name] = nodes.count - 1
      sureNames[name] = nodes.count - 1
    }
  }

  func mark(_ event: Event) { film?.append(event) }

  func newHandle(_ handle: Handle) -> Int32 {
    nextHandle += 1
    handles[nextHandle] = handle
    return nextHandle
  }

  deinit { unsafe table.deallocate() }
}

extension Disk {
  /// Does one thing, and writes it down.
  func perform(_ event: Event) {
    film?.append(event)
    switch event {
    case .create(let name, let node):
      while nodes.count <= node { nodes.append(Node()) }
      names[name] = node
      pendingNames.append(.add(name, node: node))
    case .change(let change, let node):
      Self.apply(change, to: &nodes[node].seen)
      nodes[node].pending.append(change)
    case .sync(let node):
      if nodes[node].isForgotten {
        for change in nodes[node].pending { Self.apply(change, to: &nodes[node].sure) }
      } else {
        nodes[node].sure = nodes[node].seen
      }
      nodes[node].pending = []
    case .syncFolder:
      sureNames = names
      pendingNames = []
    case .rename(let from, let to):
      guard let node = names[from] else { return }
      names[from] = nil
      names[to] = node
      pendingNames.append(.rename(from: from, to: to, node: node))
    case .unlink(let name):
      names[name] = nil
      pendingNames.append(.remove(name))
    case .begin, .done: break
    }
  }

  static func apply(_ change: Change, to content: inout Content) {
    switch change {
    case .write(let offset, let bytes): content.write(bytes, at: offset)
    case .truncate(let size): content.resize(to: size)
    }
  }

  /// The same disk once more, all that is pending still pending.
  func copy() -> Disk {
    let other = Disk()
    other.nodes = nodes
    other.names = names
    other.sureNames = sureNames
    other.pendingNames = pendingNames
    return other
  }
}
