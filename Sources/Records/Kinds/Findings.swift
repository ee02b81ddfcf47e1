// What was measured and seen: laboratory results, scans, pathology, vital signs.

extension KindDescription {
  private static let resultStatus: Field = .text(
    "status", "Status", help: "What the file says: final, preliminary, amended."
  ).fromFiles
  private static let issued: Field = .date(
    "issued", "Reported on", ask: "Which date is on the report?",
    help: "Often some days after the test. For example: 12 November.", .past)
  private static let categories: Field = .coded(
    "category", "Category", help: "The list it stood in, in the file's words.", many: true
  ).fromFiles
  private static let absent: Field = .coded(
    "absent", "Why there is no value", help: "The file's words for a value that is not there."
  ).fromFiles

  static let result = KindDescription(
    .result, one: "result", many: "results", also: ["lab", "test"],
    about: "A laboratory test or another measured finding.",
    titles: [["name"]], dates: ["date", "issued"], columns: ["value", "range", "flag"],
    fields: [
      .coded(
        "name", "Test", ask: "Which test?",
        help: "As printed, for example: chromogranin A.", required: true),
      .quantity(
        "value", "Value", ask: "What is the value, with its unit?",
        help: "As printed: 88 ng/mL, or <5.", asked: true),
      .coded(
        "finding", "Finding", ask: "If the result is words: which?",
        help: "For a result in words: positive, not seen."),
      .range(
        "range", "Usual range", ask: "Which range does the laboratory print beside it?",
        help: "Copy it as printed: below 100, or 3.5 - 5.0.", asked: true),
      .coded(
        "flag", "Flag", ask: "Is there a mark beside the value, such as H?",
        help: "H is high, L is low. Copy it as printed.", asked: true),
      .date(
        "date", "Date", ask: "When was it taken?",
        help: "The day of the blood or urine, not of the report. For example: 10 November.",
        asked: true, .past),
      .text(
        "laboratory", "Laboratory", ask: "Which laboratory?",
        help: "Ranges differ between laboratories. For example: Riverside lab.", asked: true,
        many: true),
      .coded(
        "specimen", "Specimen", ask: "What was tested: blood, urine or something else?",
        help: "For example: blood, or 24-hour urine."),
      .text(
        "preparation", "Preparation", ask: "Were you fasting, or did you avoid some foods?",
        help: "For example: fasting, no bananas for 3 days."),
      categories,
      .coded("method", "Method", help: "How it was measured, in the file's words.").fromFiles,
      .coded("bodySite", "Part of the body", help: "Where it was taken, in the file's words.")
        .fromFiles,
      .parts(
        "parts", "Parts", help: "Values that belong together, such as: systolic 120 mmHg."),
      absent,
      resultStatus,
      issued,
      .long(
        "conclusion", "In the report's words", ask: "What does the report say about it?",
        help: "Copy the sentence. For example: no sign of a raised hormone."),
    ])

  static let vitalSign = KindDescription(
    .vitalSign, one: "vital sign", many: "vital signs", also: ["vital", "vitals"],
    about: "Weight, blood pressure, pulse, temperature, oxygen.",
    titles: [["name"]], dates: ["date", "issued"], columns: ["value", "parts"],
    fields: [
      .coded(
        "name", "What", ask: "What was measured?", help: "For example: weight.",
        required: true),
      .quantity(
        "value", "Value", ask: "What is the value, with its unit?",
        help: "For example: 72 kg.", asked: true),
      .parts(
        "parts", "Parts", help: "The two numbers of a blood pressure: systolic 120 mmHg."),
      .coded(
        "finding", "Finding", ask: "If it is words and no number: which?",
        help: "For example: regular pulse."),
      .date(
        "date", "Date", ask: "When?", help: "For example: this morning, or 3 November.",
        asked: true, .past),
      .range(
        "range", "Usual range", ask: "Which range were you told to stay in?",
        help: "For example: 110 to 140, from the clinic's sheet."),
      .coded("flag", "Flag", help: "The file's mark, such as H.").fromFiles,
      .text(
        "who", "Measured by", ask: "Who measured it?", help: "For example: I did, at home.",
        many: true),
      categories,
      .coded("method", "Method", help: "How it was measured, in the file's words.").fromFiles,
      .coded("bodySite", "Part of the body", help: "Where it was measured, in the file's words.")
        .fromFiles,
      absent,
      resultStatus,
      issued,
    ])

  static let imaging = KindDescription(
    .imaging, one: "scan", many: "scans", also: ["imaging", "image"],
    about: "A CT, PET, MRI, x-ray or other picture of the body.",
    titles: [["name"], ["region"]], dates: ["date", "issued"], columns: ["conclusion"],
    fields: [
      .coded(
        "name", "Kind of scan", ask: "Which scan?",
        help: "For example: CT of the chest, Ga-68 DOTATATE PET/CT.", required: true),
      .date("date", "Date", ask: "When?", help: "For example: 3 October 2025.", asked: true, .past),
      .text(
        "region", "Part of the body", ask: "Which part of the body?",
        help: "For example: chest and belly.", asked: true, many: true),
      .long(
        "conclusion", "Conclusion", ask: "What does the conclusion say?",
        help: "Copy the sentence from the report, often under \"Impression\".", asked: true),
      .text(
        "place", "Where", ask: "Where was it done?", help: "For example: Riverside Hospital.",
        asked: true),
      .text(
        "who", "Read by", ask: "Who read the pictures?", help: "The name below the report.",
        many: true),
      .text(
        "contrast", "Contrast", ask: "Was contrast given?",
        help: "A liquid into the vein or to drink. For example: with contrast."
      ).unless("name", noContrast),
      .text(
        "tracer", "Tracer (radiopharmaceutical)", ask: "Which tracer was used?",
        help: "The radioactive liquid of a PET or other scan. For example: Ga-68 DOTATATE.",
        asked: true
      ).when("name", tracerScans),
      .text(
        "comparedWith", "Compared with", ask: "With which earlier scan was it compared?",
        help: "The report says it, often as \"Comparison\". For example: CT of 4 October 2024."),
      .text(
        "imagesAt", "Where the images are", ask: "Where are the pictures themselves?",
        help: "For example: a disc at home, or a hospital's archive."),
      .text(
        "radiationDose", "Radiation dose", ask: "Does the report give a radiation dose?",
        help: "Often written as DLP or mSv. Copy it as printed."),
      .coded(
        "modality", "Modality", help: "The machine in the file's words: CT, PT, MR.", many: true
      )
      .fromFiles,
      .text("series", "Series", help: "The number of picture series, from the file.").fromFiles,
      categories,
      .coded(
        "reason", "Why", ask: "Why was it done?", help: "For example: yearly check.", many: true),
      .text(
        "identifier", "Study number", ask: "Which study number is on the report?",
        help: "Also called accession number. Another hospital can find the pictures by it.",
        many: true),
      resultStatus,
      issued,
    ])

  /// Scans that use a radioactive tracer, and pictures that use no contrast.
  private static let tracerScans = [
    "pet", "dotatate", "dotatoc", "dotanoc", "octreo", "scinti", "spect", "fdg", "bone scan",
  ]
  private static let noContrast = ["x-ray", "bone density", "dexa", "echo"]

  static let pathology = KindDescription(
    .pathology, one: "pathology report", many: "pathology reports", also: ["pathology"],
    about: "What a pathologist saw in tissue.",
    titles: [["name"], ["specimen"]], dates: ["date", "issued"], columns: ["conclusion"],
    fields: [
      .coded(
        "name", "Report", ask: "Which report?",
        help: "For example: biopsy of the right lower lobe.", required: true),
      .date(
        "date", "Date", ask: "When was the tissue taken?",
        help: "The day of the biopsy or operation. For example: 11 May 2020.", asked: true, .past),
      .text(
        "number", "Report number", ask: "Which number is on the report?",
        help: "Laboratories find the tissue by it. For example: S20-1234.", asked: true),
      .coded(
        "specimen", "Specimen", ask: "What was looked at?",
        help: "For example: right lower lobe, 9 lymph nodes.", asked: true, many: true),
      .long(
        "conclusion", "Conclusion", ask: "What does the conclusion say?",
        help: "Copy the sentence under \"Diagnosis\".", asked: true),
      .text(
        "markers", "Markers", ask: "Which stains (markers) are named, and what did they show?",
        help: "For example: chromogranin positive, Ki-67 3 %."),
      .text(
        "laboratory", "Laboratory", ask: "Which laboratory?",
        help: "For example: Riverside pathology.", many: true),
      .text(
        "who", "Pathologist", ask: "Which pathologist signed it?",
        help: "The name below the report."
      ),
      .link(
        "diagnosis", "About which diagnosis", to: [.diagnosis], ask: "About which diagnosis is it?",
        help: "Words of a diagnosis that is kept here, such as: typical carcinoid."),
      categories,
      .coded("members", "Belongs to it", help: "Other findings of the same file.", many: true)
        .fromFiles,
      resultStatus,
      issued,
    ])
}

extension Field {
  static func range(
    _ name: String, _ label: String, ask: String? = nil, help: String = "", asked: Bool = false
  ) -> Field {
    make(name, .range, label, ask: ask, help: help, asked: asked)
  }

  static func parts(_ name: String, _ label: String, help: String) -> Field {
    make(name, .parts, label, ask: nil, help: help, many: true)
  }
}
