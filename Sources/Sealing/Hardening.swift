internal import CPageLog

/// Keeps the memory of this process to itself: no core file, no debugger of the same user, and no
/// report of a crash that shows what was in memory.
///
/// To be called once, before the first secret is read. Returns what the system did not allow, for
/// `doctor`; the program goes on all the same.
package func hardenProcess() -> [String] {
  var refused: [String] = []
  if nv_process_undumpable() != 0 { refused.append("PR_SET_DUMPABLE") }
  if nv_process_no_core() != 0 { refused.append("RLIMIT_CORE") }
  if nv_process_no_backtrace() != 0 { refused.append("SIG_DFL") }
  return refused
}

/// Gives large blocks of memory back to the system when they are no longer used, so that a large file
/// takes no more than it needs at one time. To be called once, early.
package func boundMemory() {
  _ = nv_process_give_back()
}
