// Whose records these are, and what any doctor must know at once.

extension KindDescription {
  static let person = KindDescription(
    .person, one: "person", many: "people", also: ["patient"],
    about: "The person whose records these are.",
    titles: [["name"]], dates: ["born"], columns: ["born"],
    fields: [
      .text(
        "name", "Name", ask: "Whose records are these?", help: "First and last name, as on papers.",
        required: true),
      .text(
        "otherNames", "Other names", ask: "Which other names are on older papers?",
        help: "A birth name or a short name. For example: Ana Keller.", many: true),
      .date(
        "born", "Date of birth", ask: "Date of birth?", help: "For example, 27 3 1958.",
        asked: true, .past),
      .text(
        "sex", "Sex", ask: "Sex, as on medical papers?",
        help: "For example: female, male, or other words."),
      .text(
        "gender", "Gender", ask: "Gender, where it matters for care?",
        help: "In your own words, for example: woman."),
      .text(
        "address", "Address", ask: "Where do you live?",
        help: "Street, town, code, country. For example: 4 Mill Lane, Riverside.", many: true),
      .text(
        "phone", "Phone", ask: "Which phone numbers do you have?",
        help: "With the country code if you travel. For example: +1 555 0111.", many: true),
      .text(
        "email", "E-mail", ask: "Which e-mail address do you use?",
        help: "For example: ana@example.org.", many: true),
      .text(
        "language", "Language", ask: "Which language do you speak best?",
        help: "For example: English. Say so where you need an interpreter.", many: true),
      .text(
        "needs", "Hearing or sight needs", ask: "What helps you to hear, see or get about?",
        help: "For example: hard of hearing, large print."),
      .text(
        "bloodGroup", "Blood group", ask: "Which blood group is on your card?",
        help: "Copy it as printed, such as 0 positive. Leave it out when you are not sure."),
      .text(
        "emergencyContact", "In an emergency", ask: "Whom should they call in an emergency?",
        help: "Name, phone, and what they may be told. For example: Jonas, son, 555-0111, "
          + "everything.", many: true),
      .text(
        "directive", "Advance directive", ask: "Where is your advance directive?",
        help:
          "A paper about care you want or refuse. For example: blue folder, Dr. Roth has a copy."
      ),
      .text(
        "identifier", "Hospital numbers", ask: "Which record numbers do hospitals use for you?",
        help: "Often called MRN, on labels and letters. For example: Riverside 00412.", many: true),
      .date("died", "Date of death", help: "Only where somebody has died.", .past).fromFiles,
      .text(
        "reason", "Why I come", ask: "In one sentence, why do you go to a new doctor?",
        help: "A new doctor reads it first. For example: moved here, wants the checks continued."),
    ])

  static let alert = KindDescription(
    .alert, one: "alert", many: "alerts",
    about: "Something that any doctor must know at once.",
    titles: [["text"]], dates: ["since"], columns: ["toldBy"],
    fields: [
      .coded(
        "text", "Alert", ask: "What must every doctor know at once?",
        help: "For example: tell the anaesthetist about the neuroendocrine tumor.", required: true),
      .text(
        "toldBy", "Told by", ask: "Who told you?",
        help: "A name, so that others can ask. For example: Dr. Okafor.", asked: true),
      .date(
        "since", "Since", ask: "Since when?", help: "For example: May 2020, or 2019.", asked: true),
      .choice(
        "status", "Status",
        [("active", "active"), ("inactive", "no longer"), ("entered-in-error", "a mistake")],
        ask: "Does it still hold?", help: "For example: active, as long as every doctor must know."),
      .text("category", "Kind of alert", help: "The word that the file has for it.").fromFiles,
    ])
}
