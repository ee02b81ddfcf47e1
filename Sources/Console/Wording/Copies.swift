// What is said about copies of a vault: older ones, and those that went their own way.

extension Problem {
  /// A copy that ends before what this computer saw last. `here` and `seen` are when each was saved
  /// last. A notice is for somebody who only looks.
  package static func vaultOlder(
    missing: Int, here: String?, seen: String?, isNotice: Bool
  ) -> Problem {
    let saves = missing == 1 ? "The last save is" : "The last \(missing) saves are"
    return Problem(
      "This is an older copy of the vault. \(saves) missing in it.", name: "vault-older",
      safe: "Nothing was changed.", why: lastSaves(here: here, seen: seen),
      next: isNotice
        ? "Look for the newer copy before you change anything here."
        : "Look for the newer copy. To go on with this one, add:  --accept-older",
      exit: .needsAnswer)
  }

  /// A copy that has other saves than those that this computer saw.
  package static func vaultForked(here: String?, seen: String?, isNotice: Bool) -> Problem {
    Problem(
      "This copy and the one seen here last went different ways. Each has saves of its own.",
      name: "vault-forked", safe: "Nothing was changed.", why: lastSaves(here: here, seen: seen),
      next: (isNotice ? "" : "To go on with this one alone, add --accept-older. ")
        + "To join the two:  netvault merge <other>",
      exit: .needsAnswer)
  }

  private static func lastSaves(here: String?, seen: String?) -> String {
    guard let here, let seen else { return "" }
    return here == seen
      ? "Both were last saved on \(here)."
      : "It was last saved on \(here). The other one was saved on \(seen)."
  }
}
