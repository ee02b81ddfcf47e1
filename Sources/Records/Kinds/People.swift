// Who helps, and how life goes: the team, support, habits.

extension KindDescription {
  static let teamMember = KindDescription(
    .teamMember, one: "team member", many: "team members", also: ["team", "contact"],
    about: "A doctor, nurse, pharmacy, clinic or relative who helps.",
    titles: [["name"], ["organization"], ["role"]], dates: ["date"],
    columns: ["role", "phone"],
    fields: [
      .text("name", "Name", ask: "Who?", help: "For example: Dr. Okafor.", required: true),
      .coded(
        "role", "Role", ask: "What do they do?",
        help: "For example: thoracic surgeon, medical oncologist, pulmonologist, radiation "
          + "oncologist, nuclear medicine; endocrinologist, family doctor, nurse, pharmacy, social "
          + "worker, case manager of the insurer, family.",
        asked: true, many: true),
      .text(
        "phone", "Phone by day", ask: "Phone by day?", help: "For example: 555-0134.", asked: true,
        many: true),
      .text(
        "phoneNight", "Phone at night", ask: "Phone at night and on weekends?",
        help: "Clinics often have another number for it. For example: 555-0199.", asked: true,
        many: true),
      .text(
        "email", "E-mail", ask: "Which e-mail address?", help: "For example: clinic@example.org.",
        many: true),
      .text(
        "organization", "Clinic", ask: "Which clinic or company?",
        help: "For example: Riverside Hospital.", asked: true),
      .text(
        "address", "Address", ask: "What is the address?",
        help: "For example: 4 Mill Lane, Riverside.",
        many: true),
      .text(
        "coordinates", "Looks after", ask: "What do they look after for you?",
        help: "For example: plans the scans, or keeps all letters together."),
      .text(
        "relation", "Relation", ask: "For family and friends: who is it to you?",
        help: "For example: son, wife, friend."),
      .text(
        "mayBeTold", "May be told", ask: "For family and friends: what may they be told?",
        help: "For example: everything, or only when I am in hospital."),
      .choice(
        "emergency", "Call in an emergency", [("yes", "yes"), ("no", "no")],
        ask: "Should somebody call this person in an emergency?",
        help: "The summary for a doctor then names them."),
      .text(
        "identifier", "Number", ask: "Which number do clinics and insurers know them by?",
        help: "In the United States the NPI. It stands on bills.", many: true),
      .text("members", "Members", help: "The members of a team that a file brought.", many: true)
        .fromFiles,
      .coded("reason", "For which illness", help: "The illness as the file names it.", many: true)
        .fromFiles,
      .text("status", "Status", ask: "Do they still help?", help: "For example: until 2024."),
      .date("date", "Since", ask: "Since when do they help?", help: "For example: May 2020."),
    ])

  static let support = KindDescription(
    .support, one: "support note", many: "support notes", also: ["support", "mood"],
    about: "How you feel, and who or what helps: groups, counsellors, rides, money.",
    titles: [["what"]], columns: ["distress"], personal: true,
    fields: [
      .text(
        "what", "What", ask: "What is it about?",
        help: "For example: afraid before the scan, or a ride to the clinic.", required: true),
      .choice(
        "type", "Kind of support",
        [
          ("mood", "how I feel"), ("group", "a group"), ("counsellor", "a counsellor"),
          ("programme", "rides, lodging or money"), ("other", "something else"),
        ], ask: "What kind of note is it?", help: "For example: how I feel."),
      .date(
        "date", "When", ask: "When?", help: "For example: today, or last Tuesday.", asked: true,
        .past),
      .text(
        "distress", "Distress, 0 to 10", ask: "How heavy is it, 0 (not at all) to 10?",
        help: "Clinics use such a number too. For example: 6.", asked: true),
      .text(
        "who", "Who helps", ask: "Who helps?",
        help: "For example: my sister, or the social worker.",
        asked: true),
      .text(
        "contact", "Contact", ask: "How can they be reached?",
        help: "For example: 555-0122, mornings."
      ),
      .text(
        "programme", "Programme", ask: "Which programme is it?",
        help: "For example: rides, lodging, financial aid."
      ).unless("type", ["mood"]),
    ])

  private static let smoking = ["smok", "tobacco", "cigar", "nicotine", "vap"]

  static let habit = KindDescription(
    .habit, one: "habit", many: "habits", also: ["lifestyle"],
    about: "Smoking, activity, food, alcohol, weight.",
    titles: [["what"]], dates: ["date", "issued"], columns: ["status", "finding", "value"],
    fields: [
      .coded(
        "what", "What", ask: "Which habit?",
        help: "For example: smoking, activity, food, alcohol, weight.", required: true),
      .text(
        "status", "How it is", ask: "How is it?", help: "For example: never smoked.",
        asked: true),
      .date(
        "date", "As of", ask: "As of when?", help: "For example: today, or 2020.", asked: true,
        .past),
      .text(
        "packYears", "Pack-years", ask: "How many packs a day, and for how many years?",
        help: "Doctors multiply the two (pack-years). For example: half a pack for 10 years."
      ).when("what", smoking),
      .date("quit", "Stopped on", ask: "When did you stop?", help: "For example: 2008.", .past)
        .when("what", smoking + ["alcohol", "drink"]),
      .text(
        "advice", "Advice", ask: "What advice were you given about it?",
        help: "For example: walk for 20 minutes a day."),
      .text(
        "adviceBy", "Who gave the advice", ask: "Who gave the advice?",
        help: "A name, such as: nurse Kim."
      ).when("advice"),
      .coded("finding", "Finding", help: "The finding as the file names it.").fromFiles,
      .quantity(
        "value", "Value", ask: "Is there a number for it, with its unit?",
        help: "For example: 72 kg."
      ),
      .parts(
        "parts", "Parts", help: "Values that belong together, such as: walking 20 minutes."),
      .text("who", "Written down by", help: "Who wrote it down, from the file.", many: true)
        .fromFiles,
      .coded("category", "Category", help: "The list it stood in, in the file's words.", many: true)
        .fromFiles,
      .coded("absent", "Why there is no value", help: "The file's words for a missing value.")
        .fromFiles,
      .date("issued", "Reported on", help: "When the clinic reported it.", .past).fromFiles,
    ])
}
