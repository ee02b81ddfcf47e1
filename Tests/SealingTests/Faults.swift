import CPageLog
import Glibc
internal import Sealing

/// The real file calls, written down, one of which can be made to fail.
@safe final class Faults {
  /// Fails the calls of one name from the `from`-th on, or that one alone.
  struct Rule {
    let call: String
    let from: Int
    let errno: Int32
    var once = true
  }

  private let table: UnsafeMutablePointer<nv_files>
  private(set) var log: [String] = []
  private var counts: [String: Int] = [:]
  var rule: Rule? { didSet { counts = [:] } }
  /// A second rule, for another call.
  var second: Rule?
  /// As a file system that cannot write past its cache.
  var refusesDirect = false

  init() {
    unsafe table = .allocate(capacity: 1)
    unsafe table.initialize(to: nv_files_real().pointee)
    unsafe table.pointee.pCtx = Unmanaged.passUnretained(self).toOpaque()
    unsafe table.pointee.xOpen = { context, path, flags, mode in
      guard unsafe Faults.of(context).passes("open") else { return -1 }
      return unsafe nv_files_real().pointee.xOpen(nil, path, flags, mode)
    }
    unsafe table.pointee.xPread = { context, file, bytes, count, offset in
      guard unsafe Faults.of(context).passes("pread") else { return -1 }
      return unsafe nv_files_real().pointee.xPread(nil, file, bytes, count, offset)
    }
    unsafe table.pointee.xPwrite = { context, file, bytes, count, offset in
      guard unsafe Faults.of(context).passes("pwrite") else {
        // A failing write may have put a part of it on the disk.
        _ = unsafe nv_files_real().pointee.xPwrite(nil, file, bytes, count / 2, offset)
        return -1
      }
      return unsafe nv_files_real().pointee.xPwrite(nil, file, bytes, count, offset)
    }
    unsafe table.pointee.xTruncate = { context, file, size in
      guard unsafe Faults.of(context).passes("truncate") else { return -1 }
      return unsafe nv_files_real().pointee.xTruncate(nil, file, size)
    }
    unsafe table.pointee.xDatasync = { context, file in
      guard unsafe Faults.of(context).passes("datasync") else { return -1 }
      return unsafe nv_files_real().pointee.xDatasync(nil, file)
    }
    unsafe table.pointee.xSync = { context, file in
      guard unsafe Faults.of(context).passes("sync") else { return -1 }
      return unsafe nv_files_real().pointee.xSync(nil, file)
    }
    unsafe table.pointee.xRename = { context, from, to in
      guard unsafe Faults.of(context).passes("rename") else { return -1 }
      return unsafe nv_files_real().pointee.xRename(nil, from, to)
    }
    unsafe table.pointee.xRandom = { context, bytes, count in
      guard unsafe Faults.of(context).passes("random") else { return -1 }
      return unsafe nv_files_real().pointee.xRandom(nil, bytes, count)
    }
    unsafe table.pointee.xAlloc = { context, count in
      guard unsafe Faults.of(context).passes("alloc") else { return nil }
      return unsafe nv_files_real().pointee.xAlloc(nil, count)
    }
    unsafe table.pointee.xPwriteDirect = { context, file, bytes, count, offset in
      if unsafe Faults.of(context).refusesDirect {
        errno = EINVAL
        return -1
      }
      guard unsafe Faults.of(context).passes("pwrite") else {
        _ = unsafe nv_files_real().pointee.xPwrite(nil, file, bytes, count / 2, offset)
        return -1
      }
      return unsafe nv_files_real().pointee.xPwriteDirect(nil, file, bytes, count, offset)
    }
    unsafe table.pointee.xReserve = { context, file, offset, count in
      guard unsafe Faults.of(context).passes("reserve") else { return -1 }
      return unsafe nv_files_real().pointee.xReserve(nil, file, offset, count)
    }
  }

  /// To be handed to `SealedFile`. `self` must outlive what is opened with it.
  var calls: FileCalls { unsafe FileCalls(table: table) }

  func count(of call: String) -> Int { log.count { $0 == call } }

  func forget() { log = [] }

  private func passes(_ call: String) -> Bool {
    log.append(call)
    guard let rule = [rule, second].compactMap(\.self).first(where: { $0.call == call }) else {
      return true
    }
    counts[call, default: 0] += 1
    let index = counts[call, default: 0]
    guard rule.once ? index == rule.from : index >= rule.from else { return true }
    errno = rule.errno
    return false
  }

  @unsafe
  private static func of(_ context: UnsafeMutableRawPointer?) -> Faults {
    guard let context = unsafe context else { preconditionFailure("the table has a context") }
    return unsafe Unmanaged<Faults>.fromOpaque(context).takeUnretainedValue()
  }

  deinit {
    unsafe table.deallocate()
  }
}
