internal import CPageLog

extension nv_result {
  /// The value as the C functions return it.
  var int32: Int32 { Int32(rawValue) }
}

extension SealError {
  /// The error that a result of the page log stands for. `NV_OK` is not one.
  init(_ result: Int32, errno: Int32 = 0) {
    self =
      switch nv_result(UInt32(bitPattern: result)) {
      case NV_NOSPC: .noSpace
      case NV_DAMAGED: .damaged(.log)
      case NV_CUT: .damaged(.cutShort)
      case NV_MEMORY: .memory
      case NV_POISONED: .syncFailed
      case NV_WORN: .keyWornOut
      case NV_READONLY: .readOnly
      case NV_INUSE: .inUse
      case NV_MISSING: .missing
      case NV_EXISTS: .exists
      case NV_DENIED: .permission
      case NV_NOTAFILE: .notAVault
      case NV_MISUSE: .databaseOpen
      case NV_IO: .io(errno: errno)
      default: .engine
      }
  }
}
