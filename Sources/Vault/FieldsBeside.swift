internal import Dispatch
internal import Records
internal import Synchronization

/// Reads the fields of one batch of records on another thread, while the rows of the next one come
/// from the disk and are opened.
final class FieldsBeside: Sendable {
  private let queue = DispatchQueue(label: "fields")
  private let result = Mutex<Result<[[String: Value]], any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins with a batch. Its fields are taken before the next one begins.
  func begin(_ batch: FieldsBatch) {
    queue.async {
      let fields = Result {
        var batch = batch
        return try batch.read()
      }
      self.result.withLock { $0 = fields }
      self.isDone.signal()
    }
  }

  /// Waits for the fields of the batch that was begun, in the order of its records.
  func take() throws -> [[String: Value]] {
    isDone.wait()
    let taken = result.withLock { result in
      defer { result = nil }
      return result
    }
    return try taken?.get() ?? []
  }
}

/// Gives back what came with each record's fields, once they are read.
struct FieldsQueue<Item> {
  private let wanted: Set<String>?
  private let beside = FieldsBeside()
  private var batch: FieldsBatch
  private var waiting: [Item] = []
  private var begun: [Item] = []

  /// - Parameter wanted: The only fields that are read; nil for all.
  init(only wanted: Set<String>? = nil) {
    self.wanted = wanted
    batch = FieldsBatch(only: wanted)
  }

  /// Adds one. Calls `body` for those whose fields were read in the meantime, in their order.
  mutating func add(
    _ item: Item, _ fields: String, of kind: Kind,
    _ body: (Item, [String: Value]) throws -> Void
  ) throws {
    batch.append(fields, of: kind)
    waiting.append(item)
    guard batch.isFull else { return }
    let done = begun
    let fields = done.isEmpty ? [] : try beside.take()
    beside.begin(batch)
    (begun, waiting, batch) = (waiting, [], FieldsBatch(only: wanted))
    for (item, fields) in zip(done, fields) { try body(item, fields) }
  }

  /// Calls `body` for all that are left.
  mutating func finish(_ body: (Item, [String: Value]) throws -> Void) throws {
    if !begun.isEmpty {
      for (item, fields) in zip(begun, try beside.take()) { try body(item, fields) }
      begun = []
    }
    // A few records are read here: another thread would not be worth it.
    for (item, fields) in zip(waiting, try batch.read()) { try body(item, fields) }
    waiting = []
  }
}
