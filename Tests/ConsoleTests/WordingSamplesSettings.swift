import Console

extension WordingSamples {
  static let settings: [(String, Problem, [String])] = [
    (
      "unknownSetting", .unknownSetting("datse", close: "dates", settings: ["vault", "dates"]),
      [
        "netvault has no setting \"datse\".", "Nothing was changed.",
        "Did you mean:  netvault config dates",
      ]
    ),
    (
      "unknownSetting", .unknownSetting("shoe", close: nil, settings: ["vault", "dates"]),
      [
        "netvault has no setting \"shoe\".", "Nothing was changed.", "There are: vault, dates.",
      ]
    ),
    (
      "settingValue", .settingValue("dates", "metric", choices: ["day-first", "month-first"]),
      [
        "\"metric\" is nothing that dates can be.", "Nothing was changed.",
        "It can be day-first, month-first. Type:  netvault config dates day-first",
      ]
    ),
    (
      "settingValue", .settingValue("vault", "", choices: []),
      [
        "\"\" is nothing that vault can be.", "Nothing was changed.",
        "Look at it with:  netvault config vault",
      ]
    ),
    (
      "noVaultOfThatName", .noVaultOfThatName("dad", others: ["ana", "karl"]),
      [
        "There is no vault \"dad\" on this computer.", "Nothing was changed.",
        "There are: ana, karl.", "See all of them:  netvault vaults",
      ]
    ),
    (
      "unlockIsOff", .unlockIsOff,
      [
        "Your settings say that no vault is kept open.", "Nothing was changed.",
        "The setting is lock-after.", "To open it all the same:  netvault unlock --for 15m",
      ]
    ),
    (
      "vaultName", .vaultName("karl", isTaken: true),
      ["\"karl\" is the name of another vault here.", "Type another one, such as:  dad"]
    ),
    (
      "vaultName", .vaultName("my dad's", isTaken: false),
      [
        "\"my dad's\" has more than letters, figures and dashes in it.",
        "Type another one, such as:  dad",
      ]
    ),
    (
      "newsLater", .newsLater,
      [
        "It was not shown.", "It stays in your vault until you want to see it.",
        "You may want somebody with you:  netvault show pathology",
      ]
    ),
  ]
}
