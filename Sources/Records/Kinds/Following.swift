// What comes next: checks, plans, appointments and questions.

extension KindDescription {
  static let followUp = KindDescription(
    .followUp, one: "follow-up check", many: "follow-up checks", also: ["follow-up", "followup"],
    about: "A test or visit that somebody asked for, and how often.",
    titles: [["what"]], dates: ["due"], columns: ["every", "askedBy", "status"],
    fields: [
      .coded(
        "what", "Check", ask: "Which test or visit?", help: "For example: CT of the chest.",
        required: true),
      .text(
        "askedBy", "Asked by", ask: "Who asked for it?",
        help: "netvault shows this name beside every date. For example: Dr. Okafor.", asked: true),
      .text(
        "every", "How often", ask: "How often?", help: "For example: every 12 months.",
        asked: true),
      .text(
        "phases", "How often, in steps", ask: "If it changes with time: how often, in steps?",
        help: "For example: every 6 months for 2 years; then every 12 months.", many: true),
      .date(
        "countedFrom", "Steps counted from", ask: "From which day are the steps counted?",
        help: "Often the day of the operation, or the end of treatment. For example: 11 May 2020."
      ).when("phases"),
      .date(
        "due", "First due", ask: "When is it due next?", help: "For example: October 2026.",
        asked: true),
      .date(
        "last", "Last done", ask: "When was it done last?", help: "For example: 3 October 2025.",
        asked: true, .past),
      .text(
        "until", "Until", ask: "Until when, if anybody said so?",
        help: "For example: for life, or until 2030."),
      .text(
        "early", "May be earlier by", ask: "How much earlier may it be done?",
        help: "As the doctor said. For example: 2 weeks."),
      .text(
        "late", "May be later by", ask: "How much later may it be done?",
        help: "As the doctor said. For example: 1 month."),
      .text(
        "place", "Where", ask: "Where is it done?", help: "For example: Riverside, radiology."),
      .choice(
        "status", "Status",
        [("open", "open"), ("done", "done"), ("skipped", "skipped"), ("moved", "moved")],
        ask: "How does it stand?", help: "Open: still to be done. Moved: it has another day now."),
      .text(
        "statusReason", "Why skipped or moved", ask: "Why was it skipped or moved?",
        help: "For example: the scanner was broken."
      ).when("status", ["skipped", "moved"]),
      .date(
        "skipped", "Skipped", ask: "Which due date was skipped?", help: "For example: October 2026."
      ).when("status", ["skipped"]),
      .date(
        "movedTo", "Moved to", ask: "To which day was it moved?", help: "For example: 3 November."
      ).when("status", ["moved"]),
      .date(
        "pausedOn", "Paused since", ask: "If it is paused: since when?",
        help: "Leave it empty when it goes on. For example: 2 May 2026."),
      .text(
        "pauseReason", "Why paused", ask: "Why is it paused?",
        help: "For example: a new treatment has begun."
      ).when("pausedOn"),
      .link(
        "result", "Result", to: [.result, .imaging, .visit], ask: "Which result came of it?",
        help: "Words of a result, scan or visit that is kept here, such as: CT October."
      ).when("status", ["done"]),
      .link(
        "answered", "Holds after", to: [.diagnosis, .treatment],
        ask: "After which new treatment or return of the tumor does it still hold?",
        help: "Words of a treatment or diagnosis that is kept here, such as: lanreotide.",
        many: true
      ).when("phases"),
      .text("rule", "Rule", help: "The name of the general rule that it was taken from.").fromFiles,
      .text("source", "Read in", help: "Where the general rule was read.").fromFiles,
      .text("asOf", "Read on", help: "The day on which the rule was looked up.").fromFiles,
    ])

  static let plan = KindDescription(
    .plan, one: "care plan", many: "care plans", also: ["plan"],
    about: "What a care team planned, as they wrote it.",
    titles: [["name"]], dates: ["date"], columns: ["status"],
    fields: [
      .coded(
        "name", "Plan", ask: "What is the plan called?",
        help: "For example: survivorship care plan.", required: true, many: true),
      .date(
        "date", "From", ask: "From when?", help: "The date on the paper. For example: June 2020.",
        asked: true),
      .text(
        "who", "Made by", ask: "Who made it?", help: "For example: Dr. Lee, City Clinic.",
        asked: true, many: true),
      .text(
        "status", "Status", ask: "Does it still hold?",
        help: "For example: yes, until the next scan."
      ),
      .choice(
        "request", "Asked for it",
        [
          ("not-asked", "not asked for yet"), ("asked", "asked for"), ("received", "received"),
        ], ask: "Did you ask your team for a survivorship care plan?",
        help: "It says what was done, and what comes now. Any patient may ask for it."),
      .text(
        "askedOf", "Asked", ask: "Whom did you ask?", help: "For example: Dr. Lee."
      ).when("request", ["asked", "received"]),
      .date(
        "askedOn", "Asked on", ask: "When did you ask?", help: "For example: 3 November.", .past
      ).when("request", ["asked", "received"]),
      .date(
        "receivedOn", "Received on", ask: "When did you get it?", help: "For example: today.", .past
      ).when("request", ["received"]),
      .text(
        "coordinator", "Who coordinates", ask: "Who keeps everything together for you?",
        help: "One name to call first. For example: nurse Kim, 555-0134."),
      .date(
        "review", "To be looked at again", ask: "When should it be looked at again?",
        help: "For example: May 2027."),
      .text(
        "noneOf", "There is none of", ask: "Of what is there none, for the plan?",
        help: "What was asked and is not there. For example: radiation, clinical trial.",
        many: true),
      .text(
        "notKnown", "Nobody knows", ask: "What did you ask about, and nobody knows?",
        help: "So that nobody has to ask again. For example: grade.", many: true),
      .text("intent", "Order or plan", help: "What the file called it: order, plan, proposal.")
        .fromFiles,
      .coded(
        "activities", "What is planned", ask: "What is planned?",
        help: "For example: CT every 12 months; blood test every 6 months.", many: true),
      .coded("reason", "For which illness", help: "The illness as the file names it.", many: true)
        .fromFiles,
      .text(
        "goals", "Goals", ask: "What is it to reach?", help: "For example: find a return early.",
        many: true),
      .long(
        "text", "In the plan's words", ask: "What does the plan say, word for word?",
        help: "Copy what you want to find again."),
    ])

  static let visit = KindDescription(
    .visit, one: "appointment", many: "appointments", also: ["visit"],
    about: "A visit, planned or past: with whom, what was asked, what was said.",
    titles: [["what", "who"]], dates: ["date"], columns: ["status", "place"], personal: true,
    fields: [
      .text("what", "What", ask: "What is it for?", help: "For example: oncology.", required: true),
      .date(
        "date", "When", ask: "When?", help: "For example: next Thursday 10:30, or 3 November.",
        asked: true),
      .text(
        "who", "With whom", ask: "With whom?", help: "For example: Dr. Lee.", asked: true,
        many: true),
      .text(
        "place", "Where", ask: "Where?", help: "For example: City Clinic, room 12.", asked: true),
      .choice(
        "status", "Status",
        [
          ("planned", "planned"), ("kept", "kept"), ("missed", "missed"),
          ("cancelled", "cancelled"),
        ], ask: "How does it stand?", help: "Kept: you were there."),
      .text(
        "questions", "Questions", ask: "What do you want to ask there?",
        help: "For example: is the cough from the medicine?", many: true),
      .long(
        "said", "What was said", ask: "What was said?",
        help: "In your own words, or as a helper wrote it down."
      ).unless("status", ["planned", "missed", "cancelled"]),
      .long(
        "decided", "What was decided", ask: "What was decided?",
        help: "For example: scan in October, same dose until then."
      ).unless("status", ["planned", "missed", "cancelled"]),
      .text(
        "next", "What comes next", ask: "What comes next, and who does it?",
        help: "For example: the clinic calls with the scan date."
      ).unless("status", ["planned"]),
      .link(
        "rebooked", "Booked again as", to: [.visit], ask: "Which visit takes its place?",
        help: "Words of a visit that is kept here, such as: oncology December."
      ).when("status", ["missed", "cancelled"]),
      .quantity(
        "distance", "Way there and back", ask: "How far was the way there and back?",
        help: "Some countries count it for taxes. For example: 42 miles, or 60 km."
      ).unless("status", ["planned", "missed", "cancelled"]),
      .money(
        "travelCost", "Fares", ask: "What did fares or fuel cost?", help: "For example: 24 USD."
      ).unless("status", ["planned", "missed", "cancelled"]),
      .money(
        "parking", "Parking", ask: "What did parking cost?", help: "For example: 12 USD."
      ).unless("status", ["planned", "missed", "cancelled"]),
      .money(
        "lodging", "Lodging", ask: "What did a place to sleep cost?", help: "For example: 90 USD."
      ).unless("status", ["planned", "missed", "cancelled"]),
      .money(
        "meals", "Meals", ask: "What did meals cost on the way?", help: "For example: 18 USD."
      ).unless("status", ["planned", "missed", "cancelled"]),
      .coded(
        "reason", "Why", help: "The reason as the file names it.", many: true
      ).fromFiles,
      .text(
        "writtenBy", "Written down by", ask: "Who wrote this down?", help: "For example: Jonas."),
    ])

  static let question = KindDescription(
    .question, one: "question", many: "questions",
    about: "Something to ask at a visit, and the answer.",
    titles: [["text"]], dates: ["asked"], columns: ["whom", "answer"],
    fields: [
      .text(
        "text", "Question", ask: "What do you want to ask?",
        help: "In your own words. For example: is the cough from the medicine?", required: true),
      .text(
        "whom", "For whom", ask: "Whom do you want to ask?", help: "For example: Dr. Lee.",
        asked: true),
      .choice(
        "topic", "Topic",
        [
          ("choosing", "choosing a treatment"), ("during", "during treatment"),
          ("side-effects", "side effects"), ("after", "after treatment"),
          ("recurrence", "if it comes back"), ("support", "support"), ("money", "money"),
        ], ask: "What is it about?", help: "It sorts your questions. For example: side effects."),
      .link(
        "visit", "At which visit", to: [.visit], ask: "At which visit do you want to ask it?",
        help: "Words of a visit that is kept here, such as: oncology November."),
      .date(
        "asked", "Asked on", ask: "When did you ask it?",
        help: "Leave it empty until you have asked. For example: 26 November.", .past),
      .long(
        "answer", "Answer", ask: "What was the answer?", help: "In their words, or in your own."),
      .text(
        "answeredBy", "Answered by", ask: "Who answered?", help: "For example: Dr. Lee."
      ).when("answer"),
    ])
}
