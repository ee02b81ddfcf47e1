// What is said about lists of things to do, the calendar file and reminders.

extension Problem {
  /// No list has that name. `close` is one that there is.
  package static func noSuchList(_ typed: String, close: String?) -> Problem {
    Problem(
      "There is no list called \"\(typed)\".", name: "no-such-list", safe: "Nothing was changed.",
      next: close.map { "Did you mean:  netvault checklist \($0)" }
        ?? "See which there are:  netvault checklist", exit: .nothingFound)
  }

  /// The same for an item that somebody wants to add to it.
  package static func noSuchListToAdd(_ typed: String, close: String?) -> Problem {
    Problem(
      "There is no list called \"\(typed)\".", name: "no-such-list", safe: "Nothing was changed.",
      why: close.map { "Did you mean \($0)?" } ?? "",
      next: "To begin a list of your own, add:  --new", exit: .nothingFound)
  }

  package static func noSuchItem(_ typed: String) -> Problem {
    Problem(
      "No list has an item with \"\(typed)\" in it.", name: "no-such-item",
      safe: "Nothing was changed.", next: "See the lists:  netvault checklist",
      exit: .nothingFound)
  }

  /// A number of a last list that was none of things to do.
  package static let notAnItem = Problem(
    "That number is not an item of a checklist.", name: "not-an-item",
    safe: "Nothing was changed.",
    next: "See them with their numbers:  netvault checklist insurance", exit: .needsAnswer)

  /// A number behind the name of a list.
  package static func noSuchItemNumber(_ number: Int, count: Int, list: String) -> Problem {
    Problem(
      "That list has no item \(number). It ends at \(count).", name: "no-such-item",
      safe: "Nothing was changed.", next: "See it:  netvault checklist \(list)",
      exit: .nothingFound)
  }

  package static func noItems(of owner: String) -> Problem {
    Problem(
      "There is nothing on these lists for \"\(owner)\".", name: "no-items-of",
      next: "Say who does what:  netvault checklist give", exit: .nothingFound)
  }

  package static let nothingOpen = Problem(
    "Nothing is open on this list.", name: "nothing-open",
    next: "See all of it, without:  --open", exit: .nothingFound)

  /// `how` is "done", "open" or "not needed".
  package static func itemAlready(_ how: String) -> Problem {
    Problem(
      "That item is \(how) already.", name: "item-already", safe: "Nothing was changed.",
      next: "See the lists:  netvault checklist", exit: .declined)
  }

  package static let itemKnown = Problem(
    "That is on the list already.", name: "item-known", safe: "Nothing was changed.",
    next: "See the lists:  netvault checklist", exit: .declined)

  package static let giveNeedsMore = Problem(
    "Say who does it, or by when.", name: "needs-answer", safe: "Nothing was changed.",
    next: "Answer with:  --owner or --due", exit: .needsAnswer)

  // MARK: the calendar

  /// Nothing has a day, or nothing that was changed since then.
  package static let emptyCalendar = Problem(
    "There is nothing with a day to put into a calendar.", name: "empty-calendar",
    safe: "Nothing was written.", next: "See what has a day:  netvault due --within 1y",
    exit: .nothingFound)

  // MARK: reminders

  package static let remindersOnAlready = Problem(
    "Reminders are on already.", name: "reminders-on", safe: "Nothing was changed.",
    next: "See what they say:  netvault reminders", exit: .declined)

  package static let remindersOffAlready = Problem(
    "Reminders are off.", name: "reminders-off", safe: "Nothing was changed.",
    next: "To turn them on:  netvault reminders on", exit: .declined)

  /// A reminders file that is not one, or not this person's. `why` says which.
  package static func remindersUnreadable(_ path: String, why: String) -> Problem {
    Problem(
      "The reminders cannot be read: the file \(why).", name: "reminders-unreadable",
      why: "It is \(path)", next: "To write them anew:  netvault reminders on", exit: .cannotRead)
  }

  /// A file of that name which netvault did not write, or which was changed since.
  package static func notOurFile(_ path: String) -> Problem {
    Problem(
      "\(path) is there, and not as netvault writes it.", name: "not-our-file",
      safe: "It was left as it is.", next: "Look at it, and move it away.", exit: .declined)
  }

  package static let notInstalled = Problem(
    "There is nothing to take away.", name: "not-installed", safe: "Nothing was changed.",
    next: "See how reminders stand:  netvault reminders", exit: .declined)

  package static let installedAlready = Problem(
    "That is in place already.", name: "installed", safe: "Nothing was changed.",
    next: "To take it away:  netvault reminders uninstall", exit: .declined)
}
