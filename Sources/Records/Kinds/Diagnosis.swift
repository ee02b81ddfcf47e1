// What the illness is, as a pathology report would say it.

extension KindDescription {
  static let diagnosis = KindDescription(
    .diagnosis, one: "diagnosis", many: "diagnoses", also: ["condition", "problem"],
    about: "The tumor, its return or spread, or any other illness.",
    titles: [["name"]], dates: ["diagnosed", "onset", "recorded"],
    columns: ["status", "stage", "stageGroup"], canBeNone: true,
    fields: diagnosisWhat + diagnosisTissue + diagnosisRest)

  /// Kinds of diagnosis that no pathologist stages.
  private static let notTumors = ["carcinoid-syndrome", "men1", "dipnech", "other"]

  /// What it is, since when, where, and how far it had gone.
  private static let diagnosisWhat: [Field] = [
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
      help: "Written like T1b N0 M0. T is the tumor, N the lymph nodes, M the spread. "
        + "Copy it as printed.", asked: true
    ).unless("role", notTumors),
    .text(
      "stageGroup", "Stage group", ask: "Which stage in Roman numbers, if the report has it?",
      help: "Written like IA or stage IIB."
    ).unless("role", notTumors),
    .choice(
      "stageType", "Staged", [("clinical", "before surgery"), ("pathological", "after surgery")],
      ask: "Was the stage told before or after surgery?",
      help: "A small c or p in front of the T: clinical (scans) or pathological (tissue)."
    ).when("stage"),
    .text(
      "stageEdition", "Edition", ask: "Which edition of the staging rules does it name?",
      help: "For example: AJCC 8th edition. Rules change, so doctors want to know."
    ).when("stage"),
    .text(
      "ki67", "Ki-67", ask: "Ki-67, if you know it",
      help: "How many cells are dividing: a percentage on the pathology report, such as 4 % "
        + "or <2 %.", asked: true
    ).unless("role", notTumors),
    .text(
      "toldBy", "Told by", ask: "Who told you?",
      help: "A name and what they do. For example: Dr. Okafor, thoracic surgery.", asked: true),
    .choice(
      "copiedFrom", "Read from",
      [("report", "a report in my hand"), ("memory", "from memory"), ("told", "told by somebody")],
      ask: "Where did you read this just now?",
      help: "A new doctor trusts words that were copied from a report more.", asked: true),
    .choice(
      "status", "Status now",
      [
        ("active", "active"), ("recurrence", "came back"), ("relapse", "came back after a pause"),
        ("inactive", "not active"), ("remission", "no sign of it now"), ("resolved", "over"),
      ], ask: "How does it stand today?",
      help: "As the doctors say it. No sign of it now is also called remission, or NED."),
    .choice(
      "verification", "How sure",
      [
        ("confirmed", "confirmed"), ("provisional", "probable"),
        ("differential", "one of several possibilities"), ("unconfirmed", "not confirmed"),
        ("refuted", "ruled out"),
      ], ask: "How sure is it?", help: "A tumor is confirmed when a pathologist saw its cells."),
    .choice(
      "recurrenceType", "Return", [("local", "in the same place"), ("distant", "elsewhere")],
      ask: "Did it come back in the same place, or elsewhere?",
      help: "Doctors say local or distant recurrence.", asked: true
    ).when("role", ["recurrence"]),
    .link(
      "of", "Belongs to", to: [.diagnosis], ask: "To which first diagnosis does it belong?",
      help: "Words of the first diagnosis, such as: typical carcinoid.", asked: true
    ).when("role", ["recurrence", "metastasis", "second-cancer", "carcinoid-syndrome"]),
    .choice(
      "side", "Side", [("left", "left"), ("right", "right"), ("both", "both sides")],
      ask: "Which side?", help: "Your own left or right. For example: right."
    ).unless("role", notTumors),
    .text(
      "lobe", "Lobe", ask: "Which lobe of the lung?", help: "For example: upper, middle or lower."
    ).unless("role", notTumors),
    .coded(
      "bodySite", "Part of the body", ask: "Which part of the body, in the report's words?",
      help: "For example: lower lobe of the lung.", many: true),
  ]

  /// What the pathologist saw.
  private static let diagnosisTissue: [Field] = [
    .choice(
      "histology", "Cell type (histology)",
      [
        ("typical", "typical carcinoid"), ("atypical", "atypical carcinoid"),
        ("other", "another type"), ("unknown", "not known"),
      ], ask: "Which cell type does the pathology report name?",
      help: "Typical and atypical differ in how fast the cells divide. Often under \"Diagnosis\"."
    ).unless("role", notTumors),
    .long(
      "histologyWords", "Pathologist's words",
      ask: "What does the pathologist write, word for word?",
      help: "Copy the sentence from the report. For example: typical carcinoid, 1.8 cm."
    ).unless("role", notTumors),
    .text(
      "grade", "Grade", ask: "Which grade does the report give?",
      help: "For example: G1, low grade. A low grade means slowly dividing cells."
    ).unless("role", notTumors),
    .text(
      "mitoses", "Dividing cells (mitoses)", ask: "How many dividing cells (mitoses) were counted?",
      help: "With the area, as printed: 1 per 2 mm2."
    ).unless("role", notTumors),
    .yesNo(
      "necrosis", "Dead tissue (necrosis)", ask: "Does the report say necrosis (dead tissue)?",
      help: "No necrosis is also written as: necrosis absent."
    ).unless("role", notTumors),
    .quantity("size", "Size", unit: "mm", ask: "How large was it?", help: "For example: 18 mm.")
      .unless("role", notTumors),
    .text(
      "nodesExamined", "Lymph nodes looked at", ask: "How many lymph nodes did they look at?",
      help: "A number. In 0/9 it is the second: 9."
    ).unless("role", notTumors),
    .text(
      "nodesPositive", "Lymph nodes with tumor", ask: "How many lymph nodes had tumor in them?",
      help: "A number. In 0/9 it is the first: 0."
    ).when("nodesExamined"),
    .text(
      "metastases", "Spread to (metastases)", ask: "To which parts of the body has it spread?",
      help: "For example: liver, bone. Answer none when they found no spread."
    ).unless("role", notTumors),
    .text(
      "margins", "Cut edge (margins)", ask: "Was the cut edge free of tumor?",
      help: "R0 or clear: no tumor at the cut edge. R1: some was seen there."
    ).unless("role", notTumors),
    .text(
      "receptors", "Somatostatin receptors (SSTR)",
      ask: "What did the DOTATATE or octreotide scan say?",
      help: "Whether the tumor takes up the tracer. For example: positive, lung only."
    ).unless("role", notTumors),
    .choice(
      "resectable", "Can be removed (resectable)",
      [("yes", "yes"), ("no", "no"), ("not-said", "nobody said")],
      ask: "Did the doctors say that it can be removed by surgery?",
      help: "Doctors say resectable, or unresectable."
    ).unless("role", notTumors),
    .text(
      "hormones", "Hormone symptoms", ask: "Which symptoms come from the tumor's hormones?",
      help: "For example: flushing, diarrhea, wheezing. Answer none when there are none."
    ).unless("role", ["men1", "dipnech", "other"]),
    .yesNo(
      "syndrome", "Carcinoid syndrome", ask: "Did a doctor say that you have carcinoid syndrome?",
      help: "Hormones from the tumor that cause flushing or diarrhea."
    ).unless("role", notTumors),
    .choice(
      "men1", "MEN1 (inherited)",
      [
        ("yes", "yes"), ("no", "no, it was tested"), ("not-tested", "not tested"),
        ("unknown", "not known"),
      ], ask: "Is MEN1 in you or the family, as far as you know?",
      help: "An inherited tendency to such tumors. A blood test can look for it."
    ).unless("role", notTumors),
    .link(
      "report", "Pathology report", to: [.pathology], ask: "Which pathology report says this?",
      help: "Words of a report that is kept here already, such as its number."
    ).unless("role", notTumors),
  ]

  private static let diagnosisRest: [Field] = [
    .coded("severity", "Severity", help: "The word of the file: mild, moderate or severe.")
      .fromFiles,
    .coded("category", "Category", help: "The list it stood in, in the file's words.", many: true)
      .fromFiles,
    .date(
      "onset", "Began", ask: "When did it begin?",
      help: "The first signs, which can be before the diagnosis. For example: 2018.", .past),
    .date(
      "resolved", "Over since", ask: "Since when is it over?",
      help: "Only where it has gone. For example: May 2020.", .past
    ).when("status", ["resolved", "remission", "inactive"]),
    .date("recorded", "Written down", help: "When the clinic wrote it down.", .past).fromFiles,
  ]
}
