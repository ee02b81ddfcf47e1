// What is done against the tumor, and what was talked about to decide on.

extension KindDescription {
  static let treatment = KindDescription(
    .treatment, one: "treatment", many: "treatments",
    about: "A treatment of the tumor: surgery, injections, radiation, or the choice to wait.",
    titles: [["name"], ["type"]], dates: ["start", "end"], columns: ["status", "goal"],
    canBeNone: true, fields: treatmentWhat + treatmentHow + treatmentAfter)

  static let treatmentTypes = [
    ("surgery", "surgery"), ("somatostatin-analog", "somatostatin analog injections"),
    ("chemotherapy", "chemotherapy"), ("targeted", "targeted therapy"),
    ("radionuclide", "radionuclide therapy (PRRT)"),
    ("radiation", "radiation from outside"), ("ablation", "ablation"),
    ("embolization", "embolization"), ("trial", "clinical trial"),
    ("supportive", "supportive or palliative care"), ("integrative", "integrative care"),
    ("watchful-waiting", "watchful waiting"), ("declined", "chosen to stop or not to treat"),
    ("other", "something else"),
  ]

  private static let treatmentWhat: [Field] = [
    .choice(
      "type", "Kind of treatment", treatmentTypes, ask: "What kind of treatment?",
      help:
        "Somatostatin analogs are octreotide and lanreotide. Ablation destroys a spot with heat "
        + "or cold. Embolization closes the blood supply.", asked: true),
    .coded(
      "name", "Treatment", ask: "What was done, or which medicine?",
      help: "For example: lobectomy with removal of lymph nodes, or lanreotide.", required: true),
    .date(
      "start", "Start", ask: "When, or when did it start?",
      help: "For example: 11 May 2020, or spring 2020.", asked: true),
    .date("end", "End", ask: "When did it end?", help: "Leave it empty while it goes on.")
      .when("status", ["done", "stopped"]),
    .choice(
      "status", "Status",
      [
        ("planned", "planned"), ("current", "going on"), ("done", "done"),
        ("stopped", "stopped"), ("not-done", "not done"),
      ], ask: "How does it stand?",
      help: "Stopped: it ended sooner than planned. Not done: it was planned, and never began.",
      asked: true),
    .text(
      "statusReason", "Why stopped or not done", ask: "Why was it stopped, or not done?",
      help: "As you were told. For example: blood counts too low.", asked: true
    ).when("status", ["stopped", "not-done"]),
    .choice(
      "goal", "Goal",
      [
        ("curative", "to remove or cure it"), ("control", "to keep it in check"),
        ("palliative", "to ease symptoms"), ("supportive", "to support"),
        ("diagnostic", "to find out"),
      ], ask: "What was the goal, as you were told?",
      help: "Doctors say curative, control, palliative or supportive."),
    .text(
      "who", "Who", ask: "Who treats, and where?", help: "For example: Dr. Okafor, Riverside.",
      asked: true),
    .text(
      "place", "Where", ask: "In which hospital or clinic?",
      help: "For example: Riverside Hospital."),
  ]

  private static let local = ["surgery", "ablation", "embolization"]
  private static let medicines = [
    "somatostatin-analog", "chemotherapy", "targeted", "trial", "supportive", "integrative",
    "other",
  ]

  /// What only some sorts of treatment have.
  private static let treatmentHow: [Field] = [
    .text(
      "approach", "Approach", ask: "Was it open surgery, keyhole surgery, or with a robot?",
      help: "Keyhole surgery in the chest is called VATS. For example: keyhole.", asked: true
    ).when("type", ["surgery"]),
    .coded(
      "bodySite", "Part of the body", ask: "Which part of the body was treated?",
      help: "For example: right lower lobe, or liver.", many: true
    ).when("type", local),
    .long(
      "findings", "What was found", ask: "What did they find?",
      help: "From the operation note. For example: no tumor seen outside the lobe."
    ).when("type", local),
    .text(
      "nodesExamined", "Lymph nodes removed", ask: "How many lymph nodes were removed?",
      help: "A number. In 0/9 it is the second: 9.", asked: true
    ).when("type", ["surgery"]),
    .text(
      "nodesPositive", "Lymph nodes with tumor", ask: "How many of them had tumor in them?",
      help: "A number. In 0/9 it is the first: 0.", asked: true
    ).when("nodesExamined"),
    .text(
      "margins", "Cut edge (margins)", ask: "Was the cut edge free of tumor?",
      help: "R0 or clear: no tumor at the cut edge. R1: some was seen there."
    ).when("type", ["surgery"]),
    .text(
      "medicines", "Medicines in it", ask: "Which medicines are in it?",
      help: "For example: capecitabine; temozolomide.", many: true
    ).when("type", ["chemotherapy", "trial"]),
    .text(
      "dose", "Dose", ask: "What is the dose, with its unit, and how often?",
      help: "As printed: 120 mg every 28 days.", asked: true
    ).when("type", medicines),
    .text(
      "every", "How often", ask: "How often is it given?",
      help: "For injections and infusions. For example: every 28 days, or every 8 weeks.",
      asked: true
    ).when("type", ["somatostatin-analog", "chemotherapy", "targeted", "radionuclide", "trial"]),
    .date(
      "lastGiven", "Last given", ask: "When was it given last?", help: "For example: 3 November.",
      .past
    ).when("every"),
    .date(
      "nextDose", "Next one", ask: "Which day is booked for the next one?",
      help: "Leave it empty and it is counted from the last one."
    ).when("every"),
    .text(
      "givenWhere", "Given where", ask: "Where is it given, and by whom?",
      help: "For example: City Clinic, nurse Kim, left side last time."
    ).when("every"),
    .text(
      "cyclesPlanned", "Cycles planned", ask: "How many cycles were planned?",
      help: "A cycle is one round of treatment. For example: 4."
    ).when("type", ["chemotherapy", "radionuclide", "trial"]),
    .text(
      "cyclesGiven", "Cycles given", ask: "How many cycles were given so far?",
      help: "For example: 3.", asked: true
    ).when("type", ["chemotherapy", "radionuclide", "trial"]),
    .text(
      "cycle", "Which cycle", ask: "If this is about one cycle: which?",
      help: "For example: 2 of 4. Leave it empty when this is about all of them."
    ).when("type", ["radionuclide"]),
    .quantity(
      "activity", "Activity per cycle", unit: "GBq", ask: "How much activity per cycle, in GBq?",
      help: "The strength of the radioactive medicine, as printed: 7.4 GBq.", asked: true
    ).when("type", ["radionuclide"]),
    .quantity(
      "totalActivity", "Activity in all", unit: "GBq", ask: "How much activity in all, in GBq?",
      help: "The sum over all cycles, if a letter says it: 29.6 GBq."
    ).when("type", ["radionuclide"]),
    .text(
      "radiationArea", "Area", ask: "Which area was radiated?",
      help: "For example: right chest, or a bone of the spine.", asked: true
    ).when("type", ["radiation"]),
    .quantity(
      "radiationDose", "Radiation dose", unit: "Gy", ask: "How much radiation in all, in Gy?",
      help: "From the last letter of the radiation clinic, as printed: 50 Gy.", asked: true
    ).when("type", ["radiation"]),
    .text(
      "fractions", "Sessions (fractions)", ask: "In how many sessions (fractions)?",
      help: "For example: 25.", asked: true
    ).when("type", ["radiation"]),
    .text(
      "trialTitle", "Trial title", ask: "What is the trial called?",
      help: "The title on the consent form, or its short name.", asked: true
    ).when("type", ["trial"]),
    .text(
      "trialNumber", "Trial number", ask: "Which number does the trial have?",
      help: "For example: an NCT number, which stands on the consent form.", asked: true
    ).when("type", ["trial"]),
    .text(
      "choiceReason", "Why this was chosen", ask: "Why was this chosen?",
      help: "In your own words. For example: no growth in two years, so we wait and watch.",
      asked: true
    ).when("type", ["watchful-waiting", "declined"]),
    .choice(
      "teamTold", "Does the team know", MedicineWords.told, ask: "Does your care team know of it?",
      help: "Teams want to know of everything, because some things do not go together.", asked: true
    ).when("type", ["integrative"]),
    .text(
      "teamKnows", "Who on the team knows", ask: "Who on the team knows?",
      help: "A name, such as: Dr. Lee."
    ).when("teamTold", ["yes"]),
  ]

  private static let treatmentAfter: [Field] = [
    .text(
      "response", "Response", ask: "How did it work, as the doctors said?",
      help: "For example: stable, smaller, or no sign of it on the scan."),
    .text(
      "sideEffects", "Side effects", ask: "Which side effects were there?",
      help: "For example: tired for a week after each cycle. Answer none for none."),
    .link(
      "diagnosis", "Against which diagnosis", to: [.diagnosis],
      ask: "Against which diagnosis is it?",
      help: "Words of a diagnosis that is kept here, such as: typical carcinoid."),
    .coded("reason", "For which illness", help: "The illness as the file names it.", many: true)
      .fromFiles,
    .coded("outcome", "Outcome", help: "The outcome as the file names it.").fromFiles,
  ]

  static let option = KindDescription(
    .option, one: "option", many: "options",
    about: "A treatment that was talked about, to decide on.",
    titles: [["name"]], dates: ["date"], columns: ["recommendedBy", "decision"], personal: true,
    fields: [
      .text(
        "name", "Option", ask: "Which treatment was talked about?",
        help: "For example: radionuclide therapy (PRRT), or a second operation.", required: true),
      .choice(
        "type", "Kind of treatment", treatmentTypes, ask: "What kind of treatment is that?",
        help: "For example: clinical trial. It decides what else is asked."),
      .text(
        "recommendedBy", "Recommended by", ask: "Who recommended it?",
        help: "A name, or a tumor board. For example: Dr. Lee.", asked: true),
      .date(
        "date", "Talked about on", ask: "When was that?", help: "For example: 3 November.",
        asked: true, .past),
      .text(
        "aim", "Aim", ask: "What is it for, as you were told?",
        help: "For example: to keep the tumor in check.", asked: true),
      .text(
        "benefit", "Chance", ask: "What may it bring, in the doctor's words?",
        help: "Write down the words you heard. For example: may stop the growth for years."),
      .text(
        "risk", "Risks", ask: "Which risks were named, in the doctor's words?",
        help: "For example: low blood counts, harm to the kidneys."),
      .text(
        "trialTitle", "Trial title", ask: "What is the trial called?",
        help: "The title on the consent form, or its short name.", asked: true
      ).when("type", ["trial"]),
      .text(
        "trialNumber", "Trial number", ask: "Which number does the trial have?",
        help: "For example: an NCT number, which stands on the consent form.", asked: true
      ).when("type", ["trial"]),
      .text(
        "trialContact", "Trial contact", ask: "Whom can you ask about the trial?",
        help: "A name and a number. For example: study nurse Kim, 555-0155."
      ).when("type", ["trial"]),
      .text(
        "decision", "Decision", ask: "What was decided?",
        help: "For example: yes, no, wait until the next scan.", asked: true),
      .date(
        "decidedOn", "Decided on", ask: "When was it decided?", help: "For example: 10 November.",
        .past
      ).when("decision"),
      .text(
        "decisionReason", "Why decided so", ask: "Why was it decided so?",
        help: "In your own words. Later you may want to know."
      ).when("decision"),
      .date(
        "decideBy", "Decide by", ask: "By when must it be decided?",
        help: "For example: in 3 weeks. Leave it empty when nobody gave a day."),
      .choice(
        "secondOpinionStatus", "Second opinion",
        [("none", "not asked for"), ("asked", "asked for"), ("received", "received")],
        ask: "Did you ask another doctor too (a second opinion)?",
        help: "It is usual, and most doctors welcome it.", asked: true),
      .text(
        "secondOpinionFrom", "Second opinion from", ask: "Whom did you ask?",
        help: "For example: Dr. Roth, NET center of City Clinic.", asked: true
      ).when("secondOpinionStatus", ["asked", "received"]),
      .date(
        "secondOpinionDate", "Second opinion on", ask: "When was that, or when will it be?",
        help: "For example: 12 November."
      ).when("secondOpinionStatus", ["asked", "received"]),
      .text(
        "secondOpinion", "Second opinion said", ask: "What did the other doctor say?",
        help: "In their words. For example: the same plan, but start after the next scan.",
        asked: true
      ).when("secondOpinionStatus", ["received"]),
      .link(
        "treatment", "Became", to: [.treatment], ask: "Which treatment came of it?",
        help: "Words of a treatment that is kept here, such as: lanreotide."
      ).when("decision"),
    ])
}
