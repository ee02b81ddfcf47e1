// What was measured and seen: laboratory results, scans, pathology, vital signs.

extension KindDescription {
  private static let resultStatus: Field = .text(
    "status", "Status", help: "What the file says: final, preliminary, amended.")

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
      .coded("finding", "Finding", help: "For a result in words: positive, not seen."),
      .range(
        "range", "Usual range", ask: "Which range does the laboratory print beside it?",
        help: "Copy it as printed: below 100, or 3.5 - 5.0.", asked: true),
      .coded("flag", "Flag", ask: "Is there a mark beside the value, such as H?", asked: true),
      .date("date", "Date", ask: "When was it taken?", asked: true, .past),
      .text("laboratory", "Laboratory", ask: "Which laboratory?", asked: true, many: true),
      .coded("specimen", "Specimen", help: "blood, 24-hour urine"),
      .text("preparation", "Preparation", help: "For example: fasting, no bananas for 3 days."),
      .coded("category", "Category", many: true),
      .coded("method", "Method"),
      .coded("bodySite", "Part of the body"),
      .parts("parts", "Parts", help: "Values that belong together."),
      .coded("absent", "Why there is no value"),
      resultStatus,
      .date("issued", "Reported on", .past),
      .long("conclusion", "In the report's words"),
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
        "value", "Value", ask: "What is the value, with its unit?", help: "72 kg",
        asked: true),
      .parts("parts", "Parts", help: "The two numbers of a blood pressure."),
      .coded("finding", "Finding"),
      .date("date", "Date", ask: "When?", asked: true, .past),
      .range("range", "Usual range"),
      .coded("flag", "Flag"),
      .text("who", "Measured by", many: true),
      .coded("category", "Category", many: true),
      .coded("method", "Method"),
      .coded("bodySite", "Part of the body"),
      .coded("absent", "Why there is no value"),
      resultStatus,
      .date("issued", "Reported on", .past),
    ])

  static let imaging = KindDescription(
    .imaging, one: "scan", many: "scans", also: ["imaging", "image"],
    about: "A CT, PET, MRI, x-ray or other picture of the body.",
    titles: [["name"], ["region"]], dates: ["date", "issued"], columns: ["conclusion"],
    fields: [
      .coded(
        "name", "Kind of scan", ask: "Which scan?",
        help: "For example: CT of the chest, Ga-68 DOTATATE PET/CT.", required: true),
      .date("date", "Date", ask: "When?", asked: true, .past),
      .text("region", "Part of the body", ask: "Which part of the body?", asked: true, many: true),
      .long(
        "conclusion", "Conclusion", ask: "What does the conclusion say?",
        help: "Copy the sentence from the report, often under \"Impression\".", asked: true),
      .text("place", "Where", ask: "Where was it done?", asked: true),
      .text("who", "Read by", many: true),
      .text("contrast", "Contrast", help: "with or without contrast"),
      .text("tracer", "Radiopharmaceutical"),
      .text("comparedWith", "Compared with"),
      .text("imagesAt", "Where the images are", help: "A disc at home, a hospital's archive."),
      .text("radiationDose", "Radiation dose", help: "If the report gives it."),
      .coded("modality", "Modality", many: true),
      .text("series", "Series"),
      .coded("category", "Category", many: true),
      .coded("reason", "Why", many: true),
      .text("identifier", "Study number", many: true),
      resultStatus,
      .date("issued", "Reported on", .past),
    ])

  static let pathology = KindDescription(
    .pathology, one: "pathology report", many: "pathology reports", also: ["pathology"],
    about: "What a pathologist saw in tissue.",
    titles: [["name"], ["specimen"]], dates: ["date", "issued"], columns: ["conclusion"],
    fields: [
      .coded(
        "name", "Report", ask: "Which report?",
        help: "For example: biopsy of the right lower lobe.", required: true),
      .date("date", "Date", ask: "When was the tissue taken?", asked: true, .past),
      .text("number", "Report number", ask: "Which number is on the report?", asked: true),
      .coded("specimen", "Specimen", ask: "What was looked at?", asked: true, many: true),
      .long(
        "conclusion", "Conclusion", ask: "What does the conclusion say?",
        help: "Copy the sentence under \"Diagnosis\".", asked: true),
      .text("markers", "Markers", help: "For example: chromogranin positive, Ki-67 3 %."),
      .text("laboratory", "Laboratory", many: true),
      .coded("category", "Category", many: true),
      .coded("members", "Belongs to it", many: true),
      resultStatus,
      .date("issued", "Reported on", .past),
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
