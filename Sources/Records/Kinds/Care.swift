// What is taken and given besides: medicines, allergies, vaccines, devices, procedures, stays.

/// Answers that treatments and medicines share.
enum MedicineWords {
  static let told = [("yes", "yes"), ("no", "not yet"), ("unknown", "not known")]
}

extension KindDescription {
  private static let stopped = ["stopped", "completed"]

  static let medicine = KindDescription(
    .medicine, one: "medicine", many: "medicines", also: ["medication"],
    about: "A medicine, supplement or herbal product.",
    titles: [["name"]], dates: ["start", "written", "stop"], columns: ["dose", "status"],
    canBeNone: true,
    fields: [
      .coded(
        "name", "Medicine", ask: "Which medicine?", help: "As on the box, with the strength.",
        required: true),
      .text(
        "dose", "How taken", ask: "How do you take it?",
        help: "For example: 20 mg every morning.", asked: true),
      .text(
        "form", "Form", ask: "In which form is it?", help: "For example: tablet, injection, drops."),
      .text(
        "strength", "Strength", ask: "Which strength is on the box?", help: "For example: 20 mg."),
      .coded(
        "route", "Route", ask: "How does it get into the body?",
        help: "For example: by mouth, under the skin, into a muscle."),
      .choice(
        "status", "Status",
        [
          ("current", "taken now"), ("stopped", "stopped"), ("completed", "finished"),
          ("on-hold", "paused"), ("planned", "planned"), ("not-taken", "not taken"),
          ("unknown", "not known"),
        ], ask: "Is it taken now?",
        help: "Paused: stopped for a while. Finished: taken to the end.",
        asked: true),
      .date(
        "start", "Since", ask: "Since when?", help: "For example: July 2026, or about 2015.",
        asked: true),
      .date(
        "stop", "Stopped on", ask: "When was it stopped?", help: "For example: last March.",
        asked: true
      ).when("status", stopped),
      .text(
        "stopReason", "Why stopped", ask: "Why was it stopped?",
        help: "For example: a rash, or no longer needed.", asked: true
      ).when("status", stopped),
      .coded(
        "reason", "What for", ask: "What is it for?", help: "For example: heartburn.", asked: true,
        many: true),
      .text(
        "prescriber", "Prescribed by", ask: "Who prescribed it?",
        help: "For example: Dr. Roth. Leave it empty when you bought it yourself.", asked: true),
      .choice(
        "type", "Kind",
        [
          ("prescription", "prescription"), ("over-the-counter", "without prescription"),
          ("supplement", "supplement"), ("herbal", "herbal"),
        ], ask: "Is it on prescription, bought freely, a supplement or herbal?",
        help: "Supplements are vitamins, minerals and the like. Herbal is made of plants.",
        asked: true),
      .choice(
        "teamTold", "Does the team know", MedicineWords.told,
        ask: "Does your care team know of it?",
        help: "Teams want to know of everything, because some things do not go together.",
        asked: true
      ).when("type", ["over-the-counter", "supplement", "herbal"]),
      .text(
        "teamKnows", "Who on the team knows", ask: "Who on the team knows?",
        help: "A name, such as: Dr. Lee.", asked: true
      ).when("teamTold", ["yes"]),
      .date("written", "Written on", help: "The date of the prescription.", .past).fromFiles,
      .quantity(
        "amount", "Amount", ask: "How much is in one package?", help: "For example: 28 tablets."
      ).fromFiles,
      .text("intent", "Order or plan", help: "What the file called it: order, plan, proposal.")
        .fromFiles,
      .coded("category", "Category", help: "The list it stood in, in the file's words.", many: true)
        .fromFiles,
    ])

  static let allergy = KindDescription(
    .allergy, one: "allergy", many: "allergies",
    about: "A substance that must be avoided, and what it did.",
    titles: [["substance"]], dates: ["since", "recorded", "lastTime"],
    columns: ["reaction", "severity"], canBeNone: true,
    fields: [
      .coded(
        "substance", "Substance", ask: "Allergic to what?",
        help: "For example: penicillin, iodinated contrast.", required: true),
      .coded(
        "reaction", "Reaction", ask: "What happened?", help: "For example: hives.",
        asked: true, many: true),
      .text(
        "severity", "Severity", ask: "How bad was it?",
        help: "For example: mild, moderate or severe.",
        asked: true),
      .date(
        "since", "Since", ask: "Since when?", help: "For example: 2020, or as a child.",
        asked: true, .past),
      .text(
        "type", "Kind", ask: "Is it an allergy, or something you cannot bear (intolerance)?",
        help: "For example: allergy."),
      .text(
        "category", "Category", ask: "Is it food, a medicine, or something around you?",
        help: "For example: medicine."),
      .text("criticality", "Risk", help: "What the file says about how dangerous it can be.")
        .fromFiles,
      .text(
        "status", "Status", ask: "Does it still hold?", help: "For example: active, or no longer."),
      .text(
        "verification", "How sure", ask: "How sure is it?", help: "For example: tested by a doctor."
      ),
      .date("recorded", "Written down", help: "When the clinic wrote it down.", .past).fromFiles,
      .date(
        "lastTime", "Last time", ask: "When did it happen last?", help: "For example: 2020.", .past),
    ])

  static let vaccine = KindDescription(
    .vaccine, one: "vaccine", many: "vaccines", also: ["immunization", "vaccination"],
    about: "A vaccination.",
    titles: [["name"]], columns: ["status"], canBeNone: true,
    fields: [
      .coded(
        "name", "Vaccine", ask: "Which vaccine?",
        help: "As on the vaccination card. For example: influenza, or pneumococcal.", required: true
      ),
      .date(
        "date", "Date", ask: "When?", help: "For example: October 2026.", asked: true, .past),
      .choice(
        "status", "Status", [("completed", "given"), ("not-done", "not given")],
        ask: "Was it given?", help: "Not given: it was offered or planned, and did not happen."),
      .text(
        "statusReason", "Why not given", ask: "Why was it not given?",
        help: "For example: fever that day."
      ).when("status", ["not-done"]),
      .text(
        "lot", "Lot number", ask: "Which lot number is on the card?", help: "For example: EX1234."),
      .text("maker", "Maker", ask: "Who made it?", help: "The company on the card."),
      .text(
        "dose", "Dose in the series", ask: "Which dose of how many was it?",
        help: "For example: 2 of 3."),
      .text("site", "Part of the body", ask: "Where was it given?", help: "For example: left arm."),
      .coded("route", "Route", help: "How it was given, in the file's words.").fromFiles,
      .text(
        "who", "Given by", ask: "Who gave it?", help: "For example: Corner Pharmacy.", asked: true),
      .text("place", "Where", ask: "In which place?", help: "For example: Riverside Clinic."),
    ])

  static let device = KindDescription(
    .device, one: "device", many: "devices",
    about: "A device in or on the body, such as a port or a pacemaker.",
    titles: [["name"], ["model"], ["deviceIdentifier"]], dates: ["date", "made"],
    columns: ["status"], canBeNone: true,
    fields: [
      .coded(
        "name", "Device", ask: "Which device?", help: "For example: port, pacemaker, hip joint.",
        required: true),
      .date(
        "date", "Since", ask: "Since when?", help: "When it was put in. For example: June 2020.",
        asked: true),
      .coded(
        "bodySite", "Part of the body", ask: "Where is it?", help: "For example: right chest.",
        asked: true),
      .text(
        "status", "Status", ask: "Is it still there?",
        help: "For example: in use, or removed in 2023."
      ),
      .text("maker", "Maker", ask: "Who made it?", help: "The company on the device card."),
      .text("model", "Model", ask: "Which model is it?", help: "As on the device card."),
      .text(
        "serial", "Serial number", ask: "Which serial number does it have?",
        help: "As on the device card, after SN."),
      .text("lot", "Lot number", ask: "Which lot number does it have?", help: "After LOT."),
      .text("deviceIdentifier", "Device identifier", help: "The part of the UDI that files bring.")
        .fromFiles,
      .text(
        "carrier", "UDI", ask: "Which line of numbers is on the device card?",
        help: "Called UDI. It is long, and begins with (01)."),
      .date("made", "Made on", help: "The day it was made, from the file.").fromFiles,
      .date("expires", "Use by", help: "The last day for putting it in, from the file.").fromFiles,
      .coded(
        "reason", "What for", ask: "What is it for?", help: "For example: chemotherapy.", many: true
      ),
    ])

  static let procedure = KindDescription(
    .procedure, one: "procedure", many: "procedures",
    about: "Anything else that was done: a biopsy, a bronchoscopy, another operation.",
    titles: [["name"]], columns: ["status"], canBeNone: true,
    fields: [
      .coded(
        "name", "Procedure", ask: "What was done?",
        help: "For example: bronchoscopy with biopsy, or gallbladder removed.", required: true),
      .date("date", "Date", ask: "When?", help: "For example: 22 April 2020.", asked: true),
      .text(
        "who", "Who", ask: "Who did it, and where?", help: "For example: Dr. Haas, Riverside.",
        asked: true),
      .text("place", "Where", ask: "In which hospital or clinic?", help: "For example: Riverside."),
      .coded(
        "bodySite", "Part of the body", ask: "Which part of the body?",
        help: "For example: right lung.",
        many: true),
      .text("status", "Status", ask: "How does it stand?", help: "For example: done, or planned."),
      .text(
        "statusReason", "Why not done", ask: "Why was it not done?", help: "For example: a cold."
      )
      .when("status", ["not"]),
      .coded(
        "reason", "Why", ask: "Why was it done?", help: "For example: a spot on the CT.", many: true
      ),
      .link(
        "treatment", "Part of which treatment", to: [.treatment],
        ask: "Is it part of a treatment that is kept here?",
        help: "For an injection or an infusion. Words of the treatment, such as: lanreotide."),
      .coded("outcome", "Outcome", help: "The outcome as the file names it.").fromFiles,
      .coded(
        "complication", "Complications", ask: "Did anything go wrong (complications)?",
        help: "For example: bleeding. Answer none for none.", many: true),
      .coded("category", "Category", help: "The list it stood in, in the file's words.").fromFiles,
      .long(
        "findings", "What was found", ask: "What did they find?",
        help: "Copy the sentence from the report. For example: a small growth in the airway."),
    ])

  static let encounter = KindDescription(
    .encounter, one: "hospital stay", many: "hospital stays", also: ["encounter", "stay"],
    about: "A hospital stay or a visit that a clinic recorded.",
    titles: [["type"], ["class"]], columns: ["place"],
    fields: [
      .coded(
        "type", "What", ask: "What was it?", help: "For example: emergency visit.",
        required: true, many: true),
      .date(
        "date", "Date", ask: "When?", help: "For example: from 10 to 16 May 2020.", asked: true),
      .text(
        "place", "Where", ask: "Where?", help: "For example: Riverside Hospital, ward 4.",
        asked: true),
      .text("who", "With whom", ask: "With whom?", help: "For example: Dr. Okafor.", asked: true),
      .coded(
        "reason", "Why", ask: "Why?", help: "For example: lobectomy, or trouble breathing.",
        asked: true, many: true),
      .coded("class", "Class", help: "The file's word: outpatient, inpatient, emergency.")
        .fromFiles,
      .text("status", "Status", help: "The file's word: planned, finished.").fromFiles,
      .text(
        "discharge", "Left for", ask: "Where did you go afterwards?",
        help: "For example: home, or a rehabilitation clinic."),
    ])
}
