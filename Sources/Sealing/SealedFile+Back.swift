internal import CPageLog

extension SealedFile {
  /// The sequence of the last commit at the last clean close, which `goBack` goes back to.
  package var cleanSequence: UInt64 { header.sealed.clean.sequence }

  /// Marks this state as a clean close, unless it is one.
  package func settleIfNeeded() throws(SealError) {
    guard header.sealed.clean.sequence != facts.sequence else { return }
    try settle()
  }

  /// Goes back to the last clean close: what was committed since is cut off, and the file is as it
  /// was then, to the byte. No database may be open on it.
  package func goBack() throws(SealError) {
    let (log, place) = try unsafe opened()
    guard mode == .write else { throw .readOnly }
    try unsafe check(nv_log_back(log), place)
  }
}
