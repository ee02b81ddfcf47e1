import CPageLog
import Glibc

/// The disk as the table of file functions that `SealedFile` is handed.
extension Disk {
  @unsafe
  static func of(_ context: UnsafeMutableRawPointer?) -> Disk {
    guard let context = unsafe context else { preconditionFailure("the table has a context") }
    return unsafe Unmanaged<Disk>.fromOpaque(context).takeUnretainedValue()
  }

  @unsafe
  func fillTable(_ table: UnsafeMutablePointer<nv_files>) {
    unsafe table.initialize(to: nv_files_real().pointee)
    unsafe table.pointee.pCtx = Unmanaged.passUnretained(self).toOpaque()
    unsafe table.pointee.xOpen = { context, path, flags, _ in
      unsafe Disk.of(context).open(String(cString: path), flags)
    }
    unsafe table.pointee.xClose = { context, handle in unsafe Disk.of(context).close(handle) }
    unsafe table.pointee.xPread = { context, handle, bytes, count, offset in
      unsafe Disk.of(context).read(handle, bytes, count, Int(offset))
    }
    unsafe table.pointee.xPwrite = { context, handle, bytes, count, offset in
      unsafe Disk.of(context).write(handle, bytes, count, Int(offset))
    }
    unsafe table.pointee.xTruncate = { context, handle, size in
      unsafe Disk.of(context).on(handle, .truncate) {
        .change(.truncate(size: Int(size)), node: $0)
      }
    }
    unsafe table.pointee.xDatasync = { context, handle in
      unsafe Disk.of(context).sync(handle, .datasync)
    }
    unsafe table.pointee.xSync = { context, handle in unsafe Disk.of(context).sync(handle, .sync) }
    unsafe table.pointee.xRename = { context, from, to in
      unsafe Disk.of(context).rename(String(cString: from), String(cString: to))
    }
    unsafe table.pointee.xUnlink = { context, path in
      unsafe Disk.of(context).unlink(String(cString: path))
    }
    unsafe table.pointee.xLock = { context, handle, operation in
      unsafe Disk.of(context).lock(handle, operation)
    }
    unsafe table.pointee.xFstat = { context, handle, result in
      unsafe Disk.of(context).status(handle, &result.pointee)
    }
    unsafe table.pointee.xStat = { context, path, result in
      unsafe Disk.of(context).status(String(cString: path), &result.pointee)
    }
    unsafe table.pointee.xResolve = { context, path in
      guard unsafe Disk.of(context).resolves(String(cString: path)) else { return nil }
      return unsafe strdup(path)
    }
    unsafe table.pointee.xRandom = { context, bytes, count in
      guard unsafe Disk.of(context).fails(.random) == nil else { return -1 }
      return unsafe nv_files_real().pointee.xRandom(nil, bytes, count)
    }
    unsafe table.pointee.xAlloc = { context, count in
      guard unsafe Disk.of(context).fails(.alloc) == nil else { return nil }
      return unsafe malloc(count)
    }
    // Space ahead of the end: no byte of any file is another one for it.
    unsafe table.pointee.xReserve = { context, _, _, _ in
      unsafe Disk.of(context).fails(.reserve) == nil ? 0 : -1
    }
    unsafe table.pointee.xPwriteDirect = { context, handle, bytes, count, offset in
      unsafe Disk.of(context).write(handle, bytes, count, Int(offset))
    }
    unsafe table.pointee.xNow = { _ in 1_790_000_000 }
  }

  /// Counts a call; sets errno and says how it fails, if it does.
  fileprivate func fails(_ call: FaultPlan.Call) -> FaultPlan.Kind? {
    let kind = faults.next(call)
    switch kind {
    case .refuse(let reason), .lie(let reason), .torn(let reason): errno = reason
    case .short, nil: break
    }
    return kind
  }

  private func refuse(_ reason: Int32) -> Int32 {
    errno = reason
    return -1
  }

  fileprivate func open(_ path: String, _ flags: Int32) -> Int32 {
    if fails(.open) != nil { return -1 }
    if flags & O_DIRECTORY != 0 {
      return path == Self.folder ? newHandle(Handle(node: nil)) : refuse(ENOENT)
    }
    guard flags & O_CREAT != 0 else {
      guard let node = node(path) else { return refuse(ENOENT) }
      return newHandle(Handle(node: node))
    }
    guard node(path) == nil else { return refuse(EEXIST) }
    let name = String(path.dropFirst(Self.folder.count + 1))
    perform(.create(name, node: nodes.count))
    return newHandle(Handle(node: nodes.count - 1))
  }

  fileprivate func close(_ handle: Int32) -> Int32 {
    // Whatever close(2) says, the descriptor is gone: its manual page.
    guard handles.removeValue(forKey: handle) != nil else { return refuse(EBADF) }
    return fails(.close) == nil ? 0 : -1
  }

  @unsafe
  fileprivate func read(
    _ handle: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int, _ offset: Int
  ) -> Int {
    let fault = fails(.pread)
    if let fault, fault != .short { return -1 }
    guard let node = handles[handle]?.node else { return Int(refuse(EBADF)) }
    let count = fault == .short ? (count + 1) / 2 : count
    return unsafe nodes[node].seen.read(into: bytes, count: count, at: offset)
  }

  @unsafe
  fileprivate func write(
    _ handle: Int32, _ bytes: UnsafeRawPointer, _ count: Int, _ offset: Int
  ) -> Int {
    var put = count
    var answer = count
    switch fails(.pwrite) {
    case .refuse: return -1
    case .lie: answer = -1
    case .torn:
      put = count / 2
      answer = -1
    case .short:
      put = (count + 1) / 2
      answer = put
    case nil: break
    }
    guard let node = handles[handle]?.node else { return Int(refuse(EBADF)) }
    let reason = errno
    let copy = unsafe [UInt8](unsafeUninitializedCapacity: put) { new, filled in
      if let start = new.baseAddress { unsafe memcpy(start, bytes, put) }
      filled = put
    }
    perform(.change(.write(offset: offset, bytes: copy), node: node))
    errno = reason
    return answer
  }

  fileprivate func on(
    _ handle: Int32, _ call: FaultPlan.Call, _ event: (Int) -> Event
  ) -> Int32 {
    let fault = fails(call)
    if case .refuse = fault { return -1 }
    guard let node = handles[handle]?.node else { return refuse(EBADF) }
    perform(event(node))
    return fault == nil ? 0 : -1
  }

  fileprivate func sync(_ handle: Int32, _ call: FaultPlan.Call) -> Int32 {
    let fault = fails(call)
    guard let open = handles[handle] else { return refuse(EBADF) }
    switch fault {
    // Interrupted, and nothing else happened.
    case .refuse(EINTR): return -1
    case .refuse:
      // The system takes the pages for clean all the same: what they were is not on the disk, and
      // a later sync does not bring it there (LWN 752063).
      if let node = open.node { forgetPending(node) }
      return -1
    case .torn: return -1
    case .lie, .short, nil: break
    }
    if let node = open.node { perform(.sync(node: node)) } else { perform(.syncFolder) }
    return fault == nil ? 0 : -1
  }

  fileprivate func rename(_ from: String, _ to: String) -> Int32 {
    let fault = fails(.rename)
    if case .refuse = fault { return -1 }
    guard node(from) != nil else { return refuse(ENOENT) }
    let cut = Self.folder.count + 1
    perform(.rename(from: String(from.dropFirst(cut)), to: String(to.dropFirst(cut))))
    return fault == nil ? 0 : -1
  }

  fileprivate func unlink(_ path: String) -> Int32 {
    let fault = fails(.unlink)
    if case .refuse = fault { return -1 }
    guard node(path) != nil else { return refuse(ENOENT) }
    perform(.unlink(String(path.dropFirst(Self.folder.count + 1))))
    return fault == nil ? 0 : -1
  }

  fileprivate func lock(_ handle: Int32, _ operation: Int32) -> Int32 {
    if fails(.lock) != nil { return -1 }
    guard let own = handles[handle] else { return refuse(EBADF) }
    let wanted = operation & ~LOCK_NB
    let isTaken = handles.contains { other, held in
      other != handle && held.node == own.node
        && (held.lock == LOCK_EX || (held.lock == LOCK_SH && wanted == LOCK_EX))
    }
    if isTaken { return refuse(EWOULDBLOCK) }
    handles[handle]?.lock = wanted
    return 0
  }

  fileprivate func status(_ handle: Int32, _ result: inout stat) -> Int32 {
    if fails(.fstat) != nil { return -1 }
    guard let open = handles[handle] else { return refuse(EBADF) }
    fill(&result, open.node)
    return 0
  }

  fileprivate func status(_ path: String, _ result: inout stat) -> Int32 {
    if fails(.stat) != nil { return -1 }
    if path == Self.folder {
      fill(&result, nil)
      return 0
    }
    guard let node = node(path) else { return refuse(ENOENT) }
    fill(&result, node)
    return 0
  }

  private func fill(_ result: inout stat, _ node: Int?) {
    result = stat()
    result.st_dev = 1
    result.st_ino = UInt(1 + (node ?? -1) + 1)
    result.st_nlink = 1
    result.st_mode = node == nil ? S_IFDIR | 0o700 : S_IFREG | 0o600
    result.st_size = node.map { nodes[$0].seen.size } ?? 0
  }

  fileprivate func resolves(_ path: String) -> Bool {
    if fails(.resolve) != nil { return false }
    if path == Self.folder || node(path) != nil { return true }
    errno = ENOENT
    return false
  }
}
