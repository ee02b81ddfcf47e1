internal import ArgumentParser
internal import Console
internal import JSON
internal import Records

/// `netvault practice`: a made-up patient's vault, to try everything in.
struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Open a made-up patient's vault to try things safely.",
    discussion: """
      Examples:
        netvault practice                    make it, and say what to try
        netvault --vault practice list       try something in it
        netvault practice reset              start over, as if nothing was tried
        netvault practice remove             take it away

      The patient does not exist. Her vault stands apart from your own, and nothing that is done
      in it touches them. Its dates follow the day on which it is made.
      """,
    subcommands: [PracticeOpen.self, PracticeReset.self, PracticeRemove.self],
    defaultSubcommand: PracticeOpen.self)
}

/// `netvault practice open`, which need not be written out.
struct PracticeOpen: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Make it where there is none, and say what to try.",
    discussion: """
      Example:
        netvault practice
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let practice = PracticeVault(talk)
    let standing = try practice.standing()
    // A story that nobody touched moves on to today by itself.
    let isToBeMade = standing.map { !$0.isChanged && $0.told != talk.today } ?? true
    if options.dryRun {
      talk.terminal.say(
        standing == nil
          ? "A practice vault would be made at \(practice.path). Nothing was changed."
          : "The practice vault is there: \(practice.path). Nothing was changed.")
      return .done
    }
    let count = isToBeMade ? try practice.make() : nil
    if options.json {
      talk.answer(json: PracticeTalk.json(practice, isMade: isToBeMade))
      return .done
    }
    if standing == nil, let count {
      talk.terminal.say("The practice vault is made, with \(Listing.count(count, "record")).")
    } else {
      talk.terminal.say("The practice vault is ready.")
    }
    PracticeTalk.explain(talk, told: isToBeMade ? talk.today : standing?.told)
    return .done
  }
}

/// `netvault practice reset`: as if nothing was tried.
struct PracticeReset: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Start over, as if nothing was tried.",
    discussion: """
      Examples:
        netvault practice reset
        netvault practice reset --yes    for scripts
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let practice = PracticeVault(talk)
    let standing = try practice.standing()
    guard !options.dryRun else {
      talk.terminal.say("The practice vault would be made anew. Nothing was changed.")
      return .done
    }
    if standing?.isChanged ?? false {
      talk.terminal.explain("What you tried in the practice vault will be gone.")
      guard try Prompt(talk.terminal).yes("Start over?", flag: "yes") else {
        throw Problem.declined
      }
    }
    let count = try practice.make()
    if options.json {
      talk.answer(json: PracticeTalk.json(practice, isMade: true))
      return .done
    }
    talk.terminal.say(
      "The practice vault is as new, with \(Listing.count(count, "record")).")
    talk.terminal.say("Your own vaults were not touched.")
    talk.terminal.say("Next: netvault --vault practice")
    return .done
  }
}

/// `netvault practice remove`: takes it away.
struct PracticeRemove: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take the practice vault away.",
    discussion: """
      Examples:
        netvault practice remove
        netvault practice remove --yes    for scripts
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let practice = PracticeVault(talk)
    guard let standing = try practice.standing() else { throw Problem.noPractice }
    guard !options.dryRun else {
      talk.terminal.say("The practice vault would be taken away. Nothing was changed.")
      return .done
    }
    if standing.isChanged {
      talk.terminal.explain("What you tried in the practice vault will be gone.")
      guard try Prompt(talk.terminal).yes("Take it away?", flag: "yes") else {
        throw Problem.declined
      }
    }
    try practice.remove()
    if options.json {
      talk.answer(json: ["format": RecordsJSON.format, "removed": .string(practice.path)])
      return .done
    }
    talk.terminal.say("The practice vault is gone. Your own vaults were not touched.")
    talk.terminal.say("Next: netvault    (make another one: netvault practice)")
    return .done
  }
}

/// What to try, and how to stop.
private enum PracticeTalk {
  private static let toTry = [
    ("Where things stand:", ""), ("What she takes:", " list medicines"),
    ("Find a word:", " search flushing"), ("One record in full:", " show lobectomy"),
    ("Write something down:", " add symptom"), ("Take it back:", " undo"),
  ]

  static func explain(_ talk: Talk, told: PartialDate?) {
    let terminal = talk.terminal
    terminal.say("Mara Ellison is made up: six years with a carcinoid of the lung.")
    terminal.say("Nothing you do in her vault touches your own.")
    if let told, told != talk.today {
      terminal.say(Styled("You tried things in it. Its story was told for \(told.spelled)."))
    }
    terminal.say()
    for (what, words) in toTry {
      terminal.say(Styled(what))
      terminal.say(Styled("  netvault --vault practice\(words)"))
    }
    terminal.say()
    terminal.say("No passphrase is asked. Where a command wants one, it is: practice")
    terminal.say("Start over: netvault practice reset")
    terminal.say("Take it away: netvault practice remove")
    terminal.say("Next: netvault --vault practice")
  }

  static func json(_ practice: PracticeVault, isMade: Bool) -> JSONValue {
    [
      "format": RecordsJSON.format, "vault": .string(practice.path), "made": .bool(isMade),
      "passphrase": .string(PracticePlace.passphrase),
    ]
  }
}
