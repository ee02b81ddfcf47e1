// What a person notices, what treatment may leave behind, and what runs in the family.

extension KindDescription {
  static let familyHistory = KindDescription(
    .familyHistory, one: "family history", many: "family histories", also: ["family"],
    about: "An illness of a relative.",
    titles: [["relation", "condition"]], columns: ["age"], canBeNone: true,
    fields: [
      .text(
        "relation", "Relative", ask: "Which relative?", help: "For example: mother.",
        required: true),
      .coded(
        "condition", "Illness", ask: "Which illness?", help: "For example: MEN1, a tumor.",
        asked: true, many: true),
      .text(
        "age", "Age then", ask: "How old was the person then?",
        help: "For example: 52, or about 50.",
        asked: true),
      .text("name", "Name", ask: "What is the person called?", help: "Only if you like: Maria."),
      .choice(
        "deceased", "Has died", [("yes", "yes"), ("no", "no"), ("unknown", "not known")],
        ask: "Has the person died?", help: "Doctors ask, to see how the illness went."),
      .text("status", "Status", help: "The file's word for how complete this is.").fromFiles,
      .date("date", "Written down", help: "When the clinic wrote it down.", .past).fromFiles,
    ])

  static let symptom = KindDescription(
    .symptom, one: "symptom", many: "symptoms",
    about: "Something noticed, for the diary.",
    titles: [["what"]], dates: ["date"], columns: ["bother"], personal: true,
    fields: [
      .coded(
        "what", "What", ask: "What did you notice?", help: "For example: flushing after lunch.",
        required: true),
      .date(
        "date", "When", ask: "When?", help: "For example: today, yesterday, or 2 weeks ago.",
        asked: true, .past),
      .text(
        "howLong", "How long", ask: "How long did it last?", help: "For example: 10 minutes.",
        asked: true),
      .text(
        "bother", "How much it bothers", ask: "How much did it bother, 0 (not at all) to 10?",
        help: "For example: 4. There is no wrong number.", asked: true),
      .text(
        "done", "What was done", ask: "What was done about it, and did it help?",
        help: "For example: sat down and drank water; it went away."),
      .text(
        "noticedBy", "Noticed by", ask: "Who noticed?", help: "For example: I did, or my son.",
        asked: true),
      .text(
        "toldTo", "Told to", ask: "Which doctor or nurse knows of it?",
        help: "A name. Leave it empty when you have not told anyone yet."),
      .date(
        "toldOn", "Told on", ask: "When did you tell them?", help: "For example: 3 November.", .past
      ).when("toldTo"),
      .choice(
        "reportAtOnce", "Told to report at once", [("yes", "yes"), ("no", "no")],
        ask: "Did your team ask you to report this at once?",
        help: "Teams give a list of such signs. netvault adds none of its own."),
      .text(
        "saidBy", "Who said so", ask: "Who asked you to report it at once?",
        help: "A name, such as: nurse Kim, chemotherapy clinic."
      ).when("reportAtOnce", ["yes"]),
      .link(
        "treatment", "During which treatment", to: [.treatment, .medicine],
        ask: "During which treatment or medicine is that?",
        help: "Words of a treatment or medicine that is kept here, such as: lanreotide."),
    ])

  static let lateEffect = KindDescription(
    .lateEffect, one: "late effect", many: "late effects",
    about: "A lasting or possible effect of a treatment, and what to watch for.",
    titles: [["effect"]], dates: ["since"], columns: ["status", "of"],
    fields: [
      .coded(
        "effect", "Effect", ask: "Which effect?", help: "For example: short of breath on stairs.",
        required: true),
      .text(
        "of", "Of which treatment", ask: "Of which treatment?",
        help: "For example: lobectomy, or radionuclide therapy.", asked: true),
      .choice(
        "status", "Status",
        [("possible", "possible"), ("present", "present"), ("gone", "gone")],
        ask: "Is it there, or only possible?",
        help: "Possible: you were told that it may come. Present: you have it.", asked: true),
      .text(
        "watch", "Watch for", ask: "What should you watch for?",
        help: "In the doctor's words. For example: tired for more than 2 weeks."),
      .text(
        "callWhen", "When to call", ask: "When should you call?",
        help: "In the doctor's words. For example: a fever above 38."),
      .text(
        "callWhom", "Whom to call", ask: "Whom should you call?",
        help: "A name and a number. For example: day clinic, 555-0170."),
      .text(
        "saidBy", "Who said so", ask: "Who told you?", help: "For example: Dr. Lee.", asked: true),
      .date("since", "Since", ask: "Since when?", help: "For example: summer 2020."),
      .text("rule", "Entry", help: "The name of the entry that it was taken from.").fromFiles,
      .text("source", "Read in", help: "Where it was read, when no doctor said it.").fromFiles,
      .text("asOf", "Read on", help: "The day on which it was looked up.").fromFiles,
    ])
}
