import Console

extension WordingSamples {
  static let lists: [(String, Problem, [String])] = [
    (
      "noSuchList", .noSuchList("insurnace", close: "insurance"),
      [
        "There is no list called \"insurnace\".", "Nothing was changed.",
        "Did you mean:  netvault checklist insurance",
      ]
    ),
    (
      "noSuchList", .noSuchList("x", close: nil),
      [
        "There is no list called \"x\".", "Nothing was changed.",
        "See which there are:  netvault checklist",
      ]
    ),
    (
      "noSuchListToAdd", .noSuchListToAdd("travle", close: "travel"),
      [
        "There is no list called \"travle\".", "Nothing was changed.", "Did you mean travel?",
        "To begin a list of your own, add:  --new",
      ]
    ),
    (
      "noSuchItem", .noSuchItem("xyz"),
      [
        "No list has an item with \"xyz\" in it.", "Nothing was changed.",
        "See the lists:  netvault checklist",
      ]
    ),
    (
      "notAnItem", .notAnItem,
      [
        "That number is not an item of a checklist.", "Nothing was changed.",
        "See them with their numbers:  netvault checklist insurance",
      ]
    ),
    (
      "noSuchItemNumber", .noSuchItemNumber(99, count: 11, list: "travel"),
      [
        "That list has no item 99. It ends at 11.", "Nothing was changed.",
        "See it:  netvault checklist travel",
      ]
    ),
    (
      "noItems", .noItems(of: "Jonas"),
      [
        "There is nothing on these lists for \"Jonas\".",
        "Say who does what:  netvault checklist give",
      ]
    ),
    (
      "nothingOpen", .nothingOpen,
      ["Nothing is open on this list.", "See all of it, without:  --open"]
    ),
    (
      "itemAlready", .itemAlready("done"),
      [
        "That item is done already.", "Nothing was changed.",
        "See the lists:  netvault checklist",
      ]
    ),
    (
      "itemKnown", .itemKnown,
      [
        "That is on the list already.", "Nothing was changed.",
        "See the lists:  netvault checklist",
      ]
    ),
    (
      "giveNeedsMore", .giveNeedsMore,
      [
        "Say who does it, or by when.", "Nothing was changed.",
        "Answer with:  --owner or --due",
      ]
    ),
    (
      "emptyCalendar", .emptyCalendar,
      [
        "There is nothing with a day to put into a calendar.", "Nothing was written.",
        "See what has a day:  netvault due --within 1y",
      ]
    ),
    (
      "remindersOnAlready", .remindersOnAlready,
      [
        "Reminders are on already.", "Nothing was changed.",
        "See what they say:  netvault reminders",
      ]
    ),
    (
      "remindersOffAlready", .remindersOffAlready,
      ["Reminders are off.", "Nothing was changed.", "To turn them on:  netvault reminders on"]
    ),
    (
      "remindersUnreadable", .remindersUnreadable("/x/reminders-1", why: "is a link"),
      [
        "The reminders cannot be read: the file is a link.", "It is /x/reminders-1",
        "To write them anew:  netvault reminders on",
      ]
    ),
    (
      "notOurFile", .notOurFile("/x/netvault-due.timer"),
      [
        "/x/netvault-due.timer is there, and not as netvault writes it.",
        "It was left as it is.", "Look at it, and move it away.",
      ]
    ),
    (
      "notInstalled", .notInstalled,
      [
        "There is nothing to take away.", "Nothing was changed.",
        "See how reminders stand:  netvault reminders",
      ]
    ),
    (
      "installedAlready", .installedAlready,
      [
        "That is in place already.", "Nothing was changed.",
        "To take it away:  netvault reminders uninstall",
      ]
    ),
  ]
}
