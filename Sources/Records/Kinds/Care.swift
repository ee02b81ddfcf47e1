// What is done about the illness: treatments, options, medicines, allergies, vaccines, devices.

extension KindDescription {
  static let treatment = KindDescription(
    .treatment, one: "treatment", many: "treatments",
    about: "A treatment of the tumor: surgery, injections, radiation, or the choice to wait.",
    titles: [["name"], ["type"]], dates: ["start", "end"], columns: ["status", "goal"],
    canBeNone: true,
    fields: [
      .choice(
        "type", "Kind of treatment",
        [
          ("surgery", "surgery"), ("somatostatin-analog", "somatostatin analog injections"),
          ("chemotherapy", "chemotherapy"), ("targeted", "targeted therapy"),
          ("radionuclide", "radionuclide therapy (PRRT)"),
          ("radiation", "radiation from outside"), ("ablation", "ablation"),
          ("embolization", "embolization"), ("trial", "clinical trial"),
          ("supportive", "supportive or palliative care"), ("integrative", "integrative care"),
          ("watchful-waiting", "watchful waiting"), ("declined", "chosen to stop or not to treat"),
          ("other", "something else"),
        ], ask: "What kind of treatment?", asked: true),
      .coded(
        "name", "Treatment", ask: "What was done, or which medicine?",
        help: "For example: lobectomy with removal of lymph nodes, or lanreotide.", required: true),
      .date("start", "Start", ask: "When, or when did it start?", asked: true),
      .date("end", "End", ask: "When did it end?", help: "Leave it empty while it goes on."),
      .choice(
        "status", "Status",
        [
          ("planned", "planned"), ("current", "going on"), ("done", "done"),
          ("stopped", "stopped"), ("not-done", "not done"),
        ], ask: "How does it stand?", asked: true),
      .text("statusReason", "Why stopped or not done"),
      .choice(
        "goal", "Goal",
        [
          ("curative", "to remove or cure it"), ("control", "to keep it in check"),
          ("palliative", "to ease symptoms"), ("supportive", "to support"),
          ("diagnostic", "to find out"),
        ], ask: "What was the goal, as you were told?"),
      .text(
        "who", "Who", ask: "Who treats, and where?", help: "For example: Dr. Okafor, Riverside.",
        asked: true),
      .text("place", "Where"),
      .text("approach", "Approach", help: "For surgery: open, keyhole or robot."),
      .coded("bodySite", "Part of the body", many: true),
      .long("findings", "What was found"),
      .text("nodesExamined", "Lymph nodes removed"),
      .text("nodesPositive", "Lymph nodes with tumor"),
      .text("margins", "Margins", help: "R0 or clear: no tumor at the cut edge."),
      .text("dose", "Dose", help: "As printed: 120 mg every 28 days."),
      .text("cyclesPlanned", "Cycles planned"),
      .text("cyclesGiven", "Cycles given"),
      .text("activity", "Activity per cycle", help: "For PRRT, as printed: 7.4 GBq."),
      .text("radiationArea", "Area"),
      .text("radiationDose", "Radiation dose", help: "As printed: 50 Gy."),
      .text("fractions", "Fractions"),
      .text("trialTitle", "Trial title"),
      .text("trialNumber", "Trial number", help: "For example an NCT number."),
      .text("response", "Response", help: "What the doctors said about how it worked."),
      .text("sideEffects", "Side effects"),
      .coded("reason", "For which illness", many: true),
      .coded("outcome", "Outcome"),
    ])

  static let option = KindDescription(
    .option, one: "option", many: "options",
    about: "A treatment that was talked about, to decide on.",
    titles: [["name"]], dates: ["date"], columns: ["recommendedBy", "decision"], personal: true,
    fields: [
      .text("name", "Option", ask: "Which treatment was talked about?", required: true),
      .text("recommendedBy", "Recommended by", ask: "Who recommended it?", asked: true),
      .date("date", "Talked about on", ask: "When was that?", asked: true, .past),
      .text("aim", "Aim", ask: "What is it for, as you were told?", asked: true),
      .text("benefit", "Chance", help: "What it may bring, in the doctor's words."),
      .text("risk", "Risks", help: "In the doctor's words."),
      .text("decision", "Decision", ask: "What was decided?", asked: true),
      .date("decideBy", "Decide by"),
      .text("secondOpinionFrom", "Second opinion from"),
      .date("secondOpinionDate", "Second opinion on"),
      .text("secondOpinion", "Second opinion said"),
    ])

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
      .text("form", "Form", help: "tablet, injection, drops"),
      .text("strength", "Strength", help: "For example: 20 mg."),
      .coded("route", "Route"),
      .choice(
        "status", "Status",
        [
          ("current", "taken now"), ("stopped", "stopped"), ("completed", "finished"),
          ("on-hold", "paused"), ("planned", "planned"), ("not-taken", "not taken"),
          ("unknown", "not known"),
        ], ask: "Is it taken now?", asked: true),
      .date("start", "Since", ask: "Since when?", asked: true),
      .date("stop", "Stopped on"),
      .text("stopReason", "Why stopped"),
      .coded("reason", "What for", ask: "What is it for?", asked: true, many: true),
      .text("prescriber", "Prescribed by", ask: "Who prescribed it?", asked: true),
      .choice(
        "type", "Kind",
        [
          ("prescription", "prescription"), ("over-the-counter", "without prescription"),
          ("supplement", "supplement"), ("herbal", "herbal"),
        ]),
      .text(
        "teamKnows", "Who on the team knows",
        help: "For supplements: tell the care team, and note who knows."),
      .date("written", "Written on", .past),
      .quantity("amount", "Amount"),
      .text("intent", "Order or plan", help: "What the file called it: order, plan, proposal."),
      .coded("category", "Category", many: true),
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
        "severity", "Severity", ask: "How bad was it?", help: "mild, moderate or severe",
        asked: true),
      .date("since", "Since", ask: "Since when?", asked: true, .past),
      .text("type", "Kind", help: "allergy or intolerance"),
      .text("category", "Category", help: "food, medicine, surroundings"),
      .text("criticality", "Risk", help: "What the file says about how dangerous it can be."),
      .text("status", "Status"),
      .text("verification", "How sure"),
      .date("recorded", "Written down", .past),
      .date("lastTime", "Last time", .past),
    ])

  static let vaccine = KindDescription(
    .vaccine, one: "vaccine", many: "vaccines", also: ["immunization", "vaccination"],
    about: "A vaccination.",
    titles: [["name"]], columns: ["status"], canBeNone: true,
    fields: [
      .coded("name", "Vaccine", ask: "Which vaccine?", required: true),
      .date("date", "Date", ask: "When?", asked: true, .past),
      .choice(
        "status", "Status", [("completed", "given"), ("not-done", "not given")]),
      .text("statusReason", "Why not given"),
      .text("lot", "Lot number"),
      .text("maker", "Maker"),
      .text("dose", "Dose in the series"),
      .text("site", "Part of the body"),
      .coded("route", "Route"),
      .text("who", "Given by", ask: "Who gave it?", asked: true),
      .text("place", "Where"),
    ])

  static let device = KindDescription(
    .device, one: "device", many: "devices",
    about: "A device in or on the body, such as a port or a pacemaker.",
    titles: [["name"], ["model"], ["deviceIdentifier"]], dates: ["date", "made"],
    columns: ["status"], canBeNone: true,
    fields: [
      .coded("name", "Device", ask: "Which device?", required: true),
      .date("date", "Since", ask: "Since when?", asked: true),
      .coded("bodySite", "Part of the body", ask: "Where is it?", asked: true),
      .text("status", "Status"),
      .text("maker", "Maker"),
      .text("model", "Model"),
      .text("serial", "Serial number"),
      .text("lot", "Lot number"),
      .text("deviceIdentifier", "Device identifier"),
      .text("carrier", "UDI", help: "The line of numbers on the device card."),
      .date("made", "Made on"),
      .date("expires", "Use by"),
      .coded("reason", "What for", many: true),
    ])

  static let procedure = KindDescription(
    .procedure, one: "procedure", many: "procedures",
    about: "Anything else that was done: a biopsy, a bronchoscopy, another operation.",
    titles: [["name"]], columns: ["status"], canBeNone: true,
    fields: [
      .coded("name", "Procedure", ask: "What was done?", required: true),
      .date("date", "Date", ask: "When?", asked: true),
      .text("who", "Who", ask: "Who did it, and where?", asked: true),
      .text("place", "Where"),
      .coded("bodySite", "Part of the body", many: true),
      .text("status", "Status"),
      .text("statusReason", "Why not done"),
      .coded("reason", "Why", many: true),
      .coded("outcome", "Outcome"),
      .coded("complication", "Complications", many: true),
      .coded("category", "Category"),
      .long("findings", "What was found"),
    ])

  static let encounter = KindDescription(
    .encounter, one: "hospital stay", many: "hospital stays", also: ["encounter", "stay"],
    about: "A hospital stay or a visit that a clinic recorded.",
    titles: [["type"], ["class"]], columns: ["place"],
    fields: [
      .coded(
        "type", "What", ask: "What was it?", help: "For example: emergency visit.",
        required: true, many: true),
      .date("date", "Date", ask: "When?", asked: true),
      .text("place", "Where", ask: "Where?", asked: true),
      .text("who", "With whom", ask: "With whom?", asked: true),
      .coded("reason", "Why", ask: "Why?", asked: true, many: true),
      .coded("class", "Class", help: "outpatient, inpatient, emergency"),
      .text("status", "Status"),
      .text("discharge", "Left for"),
    ])
}
