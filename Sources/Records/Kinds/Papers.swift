// Papers and words: documents, notes, wishes, and the answer "none".

extension KindDescription {
  static let document = KindDescription(
    .document, one: "document", many: "documents", also: ["letter", "file"],
    about: "A letter, scan, photo, report, card or other file.",
    titles: [["title"], ["type"]], columns: ["from"],
    fields: [
      .text(
        "title", "Title", ask: "What is it?", help: "For example: discharge letter.",
        required: true),
      .date(
        "date", "Date", ask: "Which date is on it?", help: "For example: 16 May 2020.", asked: true,
        .past),
      .text(
        "from", "From", ask: "Who wrote it?", help: "For example: Dr. Okafor, Riverside.",
        asked: true, many: true),
      .coded(
        "type", "Kind of document", ask: "What kind of paper is it?",
        help: "For example: operation note, letter, photo, insurance card."),
      .coded("category", "Category", help: "The list it stood in, in the file's words.", many: true)
        .fromFiles,
      .text("status", "Status", help: "The file's word: current, replaced.").fromFiles,
      .text(
        "location", "Where it is", ask: "Where is the paper itself?",
        help: "For a file that is not in the vault. For example: blue folder.", many: true),
      .text("contentType", "File type", help: "The type of the file, from a program.", many: true)
        .fromFiles,
      .long(
        "text", "In its words", ask: "What does it say?",
        help: "Copy what you want to find again. A search finds typed words, not pictures."),
    ])

  static let note = KindDescription(
    .note, one: "note", many: "notes",
    about: "Free words.",
    titles: [["text"]], columns: ["topic"], personal: true,
    fields: [
      .long(
        "text", "Note", ask: "What do you want to write down?",
        help: "In your own words, as long as you like.", required: true),
      .text(
        "topic", "Topic", ask: "What is it about?", help: "For example: side effects.", asked: true),
      .date("date", "Date", ask: "About which day is it?", help: "For example: today."),
      .link(
        "about", "About which record", to: [], ask: "About which record is it?",
        help: "Words of a record that is kept here, such as: lobectomy."),
    ])

  static let wish = KindDescription(
    .wish, one: "wish", many: "wishes", also: ["directive", "consent"],
    about: "What matters to you, who may decide, and where the papers are.",
    titles: [["what"]], columns: ["whoDecides"],
    fields: [
      .coded(
        "what", "Wish", ask: "What matters to you?",
        help: "In your own words. For example: to be at home as long as I can.", required: true,
        many: true),
      .text(
        "whoDecides", "Who may decide", ask: "Who may decide for you?",
        help: "If you cannot decide yourself (health care proxy). For example: Jonas, my son.",
        asked: true, many: true),
      .text(
        "paper", "Where the paper is", ask: "Is there a paper, and where is it?",
        help: "An advance directive or living will. For example: blue folder.", asked: true),
      .date(
        "date", "Date", ask: "When was it written?", help: "For example: June 2024.", asked: true,
        .past),
      .text(
        "careChoice", "Hospice or home care",
        ask: "What do you want for a time when cure has ended?",
        help: "Only if you like to say it. For example: hospice, or care at home."),
      .text("status", "Status", ask: "Does it still hold?", help: "For example: yes."),
      .text("category", "Category", help: "The list it stood in, in the file's words.", many: true)
        .fromFiles,
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
        ], ask: "Of what is there none?", help: "For example: allergies.", required: true),
      .choice(
        "answer", "Answer",
        [
          ("none-known", "none known"), ("not-asked", "not asked"),
          ("unavailable", "information unavailable"),
        ], ask: "What is the answer?",
        help: "None known: somebody asked, and there is none. Not asked: nobody asked yet.",
        required: true),
      .coded("wording", "In the file's words", help: "The words of the file it came from.")
        .fromFiles,
      .date(
        "date", "Date", ask: "When was that answered?", help: "For example: today.", .past),
    ])
}
