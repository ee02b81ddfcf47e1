internal import CPageLog

/// Keeps the memory of this process off the disk: no core file, and no debugger of the same user.
///
/// To be called once, before the first secret is read. Returns what the system did not allow, for
/// `doctor`; the program goes on all the same.
package func hardenProcess() -> [String] {
  var refused: [String] = []
  if nv_process_undumpable() != 0 { refused.append("PR_SET_DUMPABLE") }
  if nv_process_no_core() != 0 { refused.append("RLIMIT_CORE") }
  return refused
}
