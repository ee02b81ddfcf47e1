// What the illness is: the person, alerts, diagnoses, and what was found in the family.

extension KindDescription {
  static let person = KindDescription(
    .person, one: "person", many: "people", also: ["patient"],
    about: "The person whose records these are.",
    titles: [["name"]], dates: ["born"], columns: ["born"],
    fields: [
      .text(
        "name", "Name", ask: "Whose records are these?", help: "First and last name, as on papers.",
        required: true),
      .text("otherNames", "Other names", help: "A birth name or a short name.", many: true),
      .date(
        "born", "Date of birth", ask: "Date of birth?", help: "For example, 27 3 1958.",
        asked: true, .past),
      .text("sex", "Sex", ask: "Sex, as on medical papers?", help: "female, male or other words."),
      .text("gender", "Gender", help: "In your own words, where it matters for care."),
      .text("address", "Address", help: "Street, town, code, country.", many: true),
      .text("phone", "Phone", help: "With country code if you travel.", many: true),
      .text("email", "E-mail", many: true),
      .text("language", "Language", ask: "Which language do you speak best?", many: true),
      .text("needs", "Hearing or sight needs", help: "For example: hard of hearing, large print."),
      .text("bloodGroup", "Blood group", help: "As printed on a card, such as 0 positive."),
      .text("directive", "Advance directive", help: "Where the paper is, and who has a copy."),
      .text(
        "identifier", "Hospital numbers", help: "Record numbers that hospitals use.", many: true),
      .date("died", "Date of death", .past),
      .text("reason", "Why I come", help: "One sentence a new doctor reads first."),
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
        "toldBy", "Told by", ask: "Who told you?", help: "A name, so that others can ask.",
        asked: true),
      .date("since", "Since", ask: "Since when?", asked: true),
      .choice(
        "status", "Status",
        [("active", "active"), ("inactive", "no longer"), ("entered-in-error", "a mistake")]),
      .text("category", "Kind of alert"),
    ])

  static let diagnosis = KindDescription(
    .diagnosis, one: "diagnosis", many: "diagnoses", also: ["condition", "problem"],
    about: "The tumor, its return or spread, or any other illness.",
    titles: [["name"]], dates: ["diagnosed", "onset", "recorded"],
    columns: ["status", "stage", "stageGroup"], canBeNone: true,
    fields: [
      .coded(
        "name", "What", ask: "What were you told you have?",
        help: "As the report says it, often under \"Diagnosis\": typical carcinoid of the lung, "
          + "atypical carcinoid of the lung, or other words.",
        required: true),
      .date(
        "diagnosed", "When", ask: "When did you get the diagnosis?",
        help: "A day, a month, a year, or words such as spring 2020.", asked: true, .past),
      .choice(
        "role", "Kind of diagnosis",
        [
          ("primary", "the lung neuroendocrine tumor"), ("recurrence", "the tumor came back"),
          ("metastasis", "the tumor has spread"), ("second-cancer", "another cancer"),
          ("carcinoid-syndrome", "carcinoid syndrome"), ("men1", "MEN1"),
          ("dipnech", "DIPNECH"), ("other", "another illness"),
        ], ask: "What kind of diagnosis is it?",
        help: "Carcinoid syndrome: the tumor's hormones cause flushing or diarrhea. MEN1: an "
          + "inherited tendency to such tumors. DIPNECH: many tiny growths of the same cells.",
        asked: true),
      .text(
        "site", "Where", ask: "Which side and part of the lung, or of the body?",
        help: "For example: right lower lobe.", asked: true),
      .text(
        "stage", "Stage (TNM)", ask: "Stage, if you know it",
        help: "Written like T1b N0 M0. Copy it as printed.", asked: true),
      .text("stageGroup", "Stage group", help: "Written like IA or stage IIB."),
      .choice(
        "stageType", "Staged", [("clinical", "before surgery"), ("pathological", "after surgery")],
        help: "A small c or p in front of the T: clinical or pathological."),
      .text("stageEdition", "Edition", help: "For example: AJCC 8th edition."),
      .text(
        "ki67", "Ki-67", ask: "Ki-67, if you know it",
        help: "A percentage on the pathology report, such as 4 % or <2 %.", asked: true),
      .text(
        "toldBy", "Told by", ask: "Who told you?", help: "A name and what they do.", asked: true),
      .choice(
        "status", "Status now",
        [
          ("active", "active"), ("recurrence", "came back"), ("relapse", "came back after a pause"),
          ("inactive", "not active"), ("remission", "no sign of it now"), ("resolved", "over"),
        ], ask: "How does it stand today?"),
      .choice(
        "verification", "How sure",
        [
          ("confirmed", "confirmed"), ("provisional", "probable"),
          ("differential", "one of several possibilities"), ("unconfirmed", "not confirmed"),
          ("refuted", "ruled out"),
        ], ask: "How sure is it?"),
      .choice(
        "recurrenceType", "Return", [("local", "in the same place"), ("distant", "elsewhere")],
        help: "Only for a tumor that came back."),
      .link(
        "of", "Belongs to", to: [.diagnosis], help: "The first diagnosis, for a return or spread."),
      .choice("side", "Side", [("left", "left"), ("right", "right"), ("both", "both sides")]),
      .text("lobe", "Lobe", help: "upper, middle or lower"),
      .coded("bodySite", "Part of the body", many: true),
      .choice(
        "histology", "Cell type",
        [
          ("typical", "typical carcinoid"), ("atypical", "atypical carcinoid"),
          ("other", "another type"), ("unknown", "not known"),
        ], help: "Typical and atypical differ in how fast the cells divide."),
      .long("histologyWords", "Pathologist's words", help: "Copy the sentence from the report."),
      .text("grade", "Grade", help: "For example: G1, low grade."),
      .text("mitoses", "Mitoses", help: "With the area, as printed: 1 per 2 mm2."),
      .yesNo("necrosis", "Necrosis", ask: "Does the report say necrosis (dead tissue)?"),
      .quantity("size", "Size", unit: "mm", ask: "How large was it?", help: "For example: 18 mm."),
      .text("nodesExamined", "Lymph nodes looked at", help: "A number."),
      .text("nodesPositive", "Lymph nodes with tumor", help: "A number."),
      .text("metastases", "Spread to", help: "Which parts of the body."),
      .text("margins", "Margins", help: "R0 or clear: no tumor at the cut edge."),
      .text("receptors", "Somatostatin receptors", help: "What the DOTATATE or other scan said."),
      .choice(
        "resectable", "Can be removed",
        [("yes", "yes"), ("no", "no"), ("not-said", "nobody said")],
        ask: "Did the doctors say that it can be removed by surgery?"),
      .text("hormones", "Hormone symptoms", help: "For example: flushing, diarrhea."),
      .coded("severity", "Severity"),
      .coded("category", "Category", many: true),
      .date("onset", "Began", .past),
      .date("resolved", "Over since", .past),
      .date("recorded", "Written down", .past),
    ])

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
      .text("age", "Age then", ask: "How old was the person then?", asked: true),
      .text("name", "Name"),
      .choice("deceased", "Has died", [("yes", "yes"), ("no", "no"), ("unknown", "not known")]),
      .text("status", "Status"),
      .date("date", "Written down", .past),
    ])

  static let symptom = KindDescription(
    .symptom, one: "symptom", many: "symptoms",
    about: "Something noticed, for the diary.",
    titles: [["what"]], dates: ["date"], columns: ["bother"], personal: true,
    fields: [
      .coded("what", "What", ask: "What did you notice?", required: true),
      .date("date", "When", ask: "When?", asked: true, .past),
      .text("howLong", "How long", ask: "How long did it last?", asked: true),
      .text(
        "bother", "How much it bothers", ask: "How much did it bother, 0 (not at all) to 10?",
        asked: true),
      .text("done", "What was done"),
      .text("noticedBy", "Noticed by", ask: "Who noticed?", asked: true),
      .text("toldTo", "Told to", ask: "Which doctor or nurse knows of it?"),
      .choice("reportAtOnce", "Told to report at once", [("yes", "yes"), ("no", "no")]),
      .text("saidBy", "Who said so", help: "Who asked you to report this at once."),
    ])

  static let lateEffect = KindDescription(
    .lateEffect, one: "late effect", many: "late effects",
    about: "A lasting or possible effect of a treatment, and what to watch for.",
    titles: [["effect"]], dates: ["since"], columns: ["status", "of"],
    fields: [
      .coded("effect", "Effect", ask: "Which effect?", required: true),
      .text("of", "Of which treatment", ask: "Of which treatment?", asked: true),
      .choice(
        "status", "Status",
        [("possible", "possible"), ("present", "present"), ("gone", "gone")], asked: true),
      .text("watch", "Watch for", ask: "What should you watch for?"),
      .text("callWhen", "When to call"),
      .text("callWhom", "Whom to call"),
      .text("saidBy", "Who said so", ask: "Who told you?", asked: true),
      .date("since", "Since"),
    ])
}
