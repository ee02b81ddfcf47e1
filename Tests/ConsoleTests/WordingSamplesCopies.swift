import Console

extension WordingSamples {
  static let copies: [(String, Problem, [String])] = [
    (
      "vaultOlder",
      .vaultOlder(
        missing: 3, here: "2 November 2026, 10:12", seen: "5 November 2026, 09:30",
        isNotice: false),
      [
        "This is an older copy of the vault. The last 3 saves are missing in it.",
        "Nothing was changed.",
        "It was last saved on 2 November 2026, 10:12. The other one was saved on "
          + "5 November 2026, 09:30.",
        "Look for the newer copy. To go on with this one, add:  --accept-older",
      ]
    ),
    (
      "vaultOlder", .vaultOlder(missing: 1, here: nil, seen: nil, isNotice: true),
      [
        "This is an older copy of the vault. The last save is missing in it.",
        "Nothing was changed.", "Look for the newer copy before you change anything here.",
      ]
    ),
    (
      "vaultForked",
      .vaultForked(
        here: "2 November 2026, 10:12", seen: "2 November 2026, 10:12", isNotice: false),
      [
        "This copy and the one seen here last went different ways. Each has saves of its own.",
        "Nothing was changed.", "Both were last saved on 2 November 2026, 10:12.",
        "To go on with this one alone, add --accept-older. To join the two:  "
          + "netvault merge <other>",
      ]
    ),
    (
      "vaultForked", .vaultForked(here: nil, seen: nil, isNotice: true),
      [
        "This copy and the one seen here last went different ways. Each has saves of its own.",
        "Nothing was changed.", "To join the two:  netvault merge <other>",
      ]
    ),
  ]
}
