// What comes next, who helps, and what the person wants: follow-up, visits, questions, team, wishes.

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
        help: "netvault shows this name beside every date.", asked: true),
      .text(
        "every", "How often", ask: "How often?", help: "For example: every 12 months.",
        asked: true),
      .date("due", "First due", ask: "When is it due next?", asked: true),
      .date("last", "Last done", ask: "When was it done last?", asked: true, .past),
      .text("until", "Until"),
      .choice(
        "status", "Status",
        [("open", "open"), ("done", "done"), ("skipped", "skipped"), ("moved", "moved")]),
      .link("result", "Result", to: [.result, .imaging, .visit]),
    ])

  static let plan = KindDescription(
    .plan, one: "care plan", many: "care plans", also: ["plan"],
    about: "What a care team planned, as they wrote it.",
    titles: [["name"]], dates: ["date"], columns: ["status"],
    fields: [
      .coded("name", "Plan", ask: "What is the plan called?", required: true, many: true),
      .date("date", "From", ask: "From when?", asked: true),
      .text("who", "Made by", ask: "Who made it?", asked: true, many: true),
      .text("status", "Status"),
      .text("intent", "Order or plan"),
      .coded("activities", "What is planned", many: true),
      .coded("reason", "For which illness", many: true),
      .text("goals", "Goals", many: true),
      .long("text", "In the plan's words"),
    ])

  static let visit = KindDescription(
    .visit, one: "appointment", many: "appointments", also: ["visit"],
    about: "A visit, planned or past: with whom, what was asked, what was said.",
    titles: [["what", "who"]], dates: ["date"], columns: ["status", "place"], personal: true,
    fields: [
      .text("what", "What", ask: "What is it for?", help: "For example: oncology.", required: true),
      .date("date", "When", ask: "When?", asked: true),
      .text("who", "With whom", ask: "With whom?", asked: true, many: true),
      .text("place", "Where", ask: "Where?", asked: true),
      .choice(
        "status", "Status",
        [
          ("planned", "planned"), ("kept", "kept"), ("missed", "missed"),
          ("cancelled", "cancelled"),
        ]),
      .text("questions", "Questions", help: "What to ask.", many: true),
      .long("said", "What was said"),
      .long("decided", "What was decided"),
      .text("next", "What comes next"),
      .coded("reason", "Why", many: true),
      .text("writtenBy", "Written down by"),
    ])

  static let question = KindDescription(
    .question, one: "question", many: "questions",
    about: "Something to ask at a visit, and the answer.",
    titles: [["text"]], dates: ["asked"], columns: ["whom", "answer"],
    fields: [
      .text("text", "Question", ask: "What do you want to ask?", required: true),
      .text("whom", "For whom", ask: "Whom do you want to ask?", asked: true),
      .choice(
        "topic", "Topic",
        [
          ("choosing", "choosing a treatment"), ("during", "during treatment"),
          ("side-effects", "side effects"), ("after", "after treatment"),
          ("recurrence", "if it comes back"), ("support", "support"), ("money", "money"),
        ]),
      .date("asked", "Asked on", .past),
      .long("answer", "Answer"),
      .text("answeredBy", "Answered by"),
    ])

  static let teamMember = KindDescription(
    .teamMember, one: "team member", many: "team members", also: ["team", "contact"],
    about: "A doctor, nurse, pharmacy, clinic or relative who helps.",
    titles: [["name"], ["organization"], ["role"]], dates: ["date"],
    columns: ["role", "phone"],
    fields: [
      .text("name", "Name", ask: "Who?", help: "For example: Dr. Okafor.", required: true),
      .coded(
        "role", "Role", ask: "What do they do?",
        help: "thoracic surgeon, medical oncologist, pulmonologist, radiation oncologist, nuclear "
          + "medicine, endocrinologist, family doctor, nurse, pharmacy, social worker, "
          + "case manager of the insurer, family",
        asked: true, many: true),
      .text("phone", "Phone by day", ask: "Phone by day?", asked: true, many: true),
      .text(
        "phoneNight", "Phone at night", ask: "Phone at night and on weekends?", asked: true,
        many: true),
      .text("email", "E-mail", many: true),
      .text("organization", "Clinic", ask: "Which clinic or company?", asked: true),
      .text("address", "Address", many: true),
      .text("coordinates", "Looks after", help: "What they coordinate."),
      .text("relation", "Relation", help: "For family: son, wife, friend."),
      .text("mayBeTold", "May be told", help: "For family: everything, or only some things."),
      .choice("emergency", "Call in an emergency", [("yes", "yes"), ("no", "no")]),
      .text("identifier", "Number", help: "A number that clinics and insurers use.", many: true),
      .text("members", "Members", many: true),
      .coded("reason", "For which illness", many: true),
      .text("status", "Status"),
      .date("date", "Since"),
    ])

  static let support = KindDescription(
    .support, one: "support note", many: "support notes", also: ["support", "mood"],
    about: "How you feel, and who or what helps: groups, counsellors, rides, money.",
    titles: [["what"]], columns: ["distress"], personal: true,
    fields: [
      .text("what", "What", ask: "What is it about?", required: true),
      .date("date", "When", ask: "When?", asked: true, .past),
      .text(
        "distress", "Distress, 0 to 10", ask: "How heavy is it, 0 (not at all) to 10?",
        asked: true),
      .text("who", "Who helps", ask: "Who helps?", asked: true),
      .text("contact", "Contact"),
      .text("programme", "Programme", help: "rides, lodging, financial aid"),
    ])

  static let habit = KindDescription(
    .habit, one: "habit", many: "habits", also: ["lifestyle"],
    about: "Smoking, activity, food, alcohol, weight.",
    titles: [["what"]], dates: ["date", "issued"], columns: ["status", "finding", "value"],
    fields: [
      .coded(
        "what", "What", ask: "Which habit?", help: "smoking, activity, food, alcohol, weight",
        required: true),
      .text(
        "status", "How it is", ask: "How is it?", help: "For example: never smoked.",
        asked: true),
      .date("date", "As of", ask: "As of when?", asked: true, .past),
      .text("packYears", "Pack-years", help: "Packs a day times years."),
      .date("quit", "Stopped on", .past),
      .text("advice", "Advice"),
      .text("adviceBy", "Who gave the advice"),
      .coded("finding", "Finding"),
      .quantity("value", "Value"),
      .parts("parts", "Parts", help: "Values that belong together."),
      .text("who", "Written down by", many: true),
      .coded("category", "Category", many: true),
      .coded("absent", "Why there is no value"),
      .date("issued", "Reported on", .past),
    ])

  static let document = KindDescription(
    .document, one: "document", many: "documents", also: ["letter", "file"],
    about: "A letter, scan, photo, report, card or other file.",
    titles: [["title"], ["type"]], columns: ["from"],
    fields: [
      .text(
        "title", "Title", ask: "What is it?", help: "For example: discharge letter.",
        required: true),
      .date("date", "Date", ask: "Which date is on it?", asked: true, .past),
      .text("from", "From", ask: "Who wrote it?", asked: true, many: true),
      .coded("type", "Kind of document"),
      .coded("category", "Category", many: true),
      .text("status", "Status"),
      .text("location", "Where it is", help: "For a file that is not in the vault.", many: true),
      .text("contentType", "File type", many: true),
      .long("text", "In its words"),
    ])

  static let note = KindDescription(
    .note, one: "note", many: "notes",
    about: "Free words.",
    titles: [["text"]], columns: ["topic"], personal: true,
    fields: [
      .long("text", "Note", ask: "What do you want to write down?", required: true),
      .text("topic", "Topic", ask: "What is it about?", asked: true),
      .date("date", "Date"),
      .link("about", "About which record", to: []),
    ])

  static let wish = KindDescription(
    .wish, one: "wish", many: "wishes", also: ["directive", "consent"],
    about: "What matters to you, who may decide, and where the papers are.",
    titles: [["what"]], columns: ["whoDecides"],
    fields: [
      .coded("what", "Wish", ask: "What matters to you?", required: true, many: true),
      .text(
        "whoDecides", "Who may decide", ask: "Who may decide for you?", asked: true,
        many: true),
      .text("paper", "Where the paper is", ask: "Is there a paper, and where is it?", asked: true),
      .date("date", "Date", ask: "When was it written?", asked: true, .past),
      .text("careChoice", "Hospice or home care"),
      .text("status", "Status"),
      .text("category", "Category", many: true),
    ])

  static let absence = KindDescription(
    .absence, one: "answer \"none\"", many: "answers \"none\"", also: ["none"],
    about: "The answer that there is none of a kind, that nobody asked, or that it is not known.",
    titles: [["of", "answer"]], columns: ["answer"],
    fields: [
      .choice(
        "of", "Of what",
        [
          ("allergy", "allergies"), ("diagnosis", "other illnesses"), ("medicine", "medicines"),
          ("treatment", "treatments"), ("procedure", "procedures"), ("vaccine", "vaccines"),
          ("device", "devices"), ("family-history", "illnesses in the family"),
        ], ask: "Of what is there none?", required: true),
      .choice(
        "answer", "Answer",
        [
          ("none-known", "none known"), ("not-asked", "not asked"),
          ("unavailable", "information unavailable"),
        ], ask: "What is the answer?", required: true),
      .coded("wording", "In the file's words"),
      .date("date", "Date", .past),
    ])
}
