// Bills, calls about them, and lists of what is to be done.

extension KindDescription {
  static let claim = KindDescription(
    .claim, one: "claim", many: "claims", also: ["bill", "eob"],
    about: "A bill, and what the insurer paid of it.",
    titles: [["service"], ["provider"], ["type"]], dates: ["date", "created"],
    columns: ["billed", "planPaid", "patientOwes"], personal: true,
    fields: claimBill + claimDenial)

  private static let claimBill: [Field] = [
    .coded(
      "service", "For what", ask: "What was it for?", help: "For example: CT of the chest.",
      required: true, many: true),
    .date(
      "date", "Date of service", ask: "When was the visit or treatment?",
      help: "The date of service on the bill. For example: 3 October.", asked: true, .past),
    .text(
      "provider", "From", ask: "Who sent the bill?", help: "For example: Riverside Hospital.",
      asked: true),
    .choice(
      "paper", "Which paper",
      [
        ("bill", "a bill"), ("statement", "the insurer's statement (EOB)"),
        ("both", "a bill and the statement"),
      ], ask: "Which paper do you have?",
      help: "A bill asks for money. The insurer's statement (EOB) does not.", asked: true),
    .text(
      "account", "Bill or account number", ask: "Which number is on the bill?",
      help: "Called account or statement number. For example: 40-221."),
    .date(
      "received", "Came on", ask: "When did the paper come?",
      help: "Write the day on each paper when it comes.", .past),
    .text("insurer", "Insurer", ask: "Which insurer is it sent to?", help: "The company's name."),
    .choice(
      "network", "In the network",
      [("in", "in the network"), ("out", "outside the network"), ("unknown", "not known")],
      ask: "Did the plan count it as in its network?",
      help: "The statement says it. Outside the network it costs more."),
    .text(
      "number", "Claim number", ask: "Which claim number?",
      help: "It stands on the insurer's statement (EOB).", asked: true, many: true),
    .money(
      "billed", "Billed", ask: "How much was billed?", help: "For example: 1200 USD.", asked: true),
    .money(
      "allowed", "Allowed", ask: "How much does the plan allow for it?",
      help: "The plan's price, on the insurer's statement."),
    .money(
      "planPaid", "Plan paid", ask: "How much did the plan pay?", help: "For example: 900 USD.",
      asked: true),
    .money(
      "patientOwes", "You owe", ask: "How much do you owe?", help: "For example: 150 USD.",
      asked: true),
    .money(
      "deductible", "Deductible", ask: "How much of it goes to the deductible?",
      help: "On the insurer's statement."),
    .money(
      "copay", "Copay", ask: "How much is the copay?", help: "A fixed part for each visit."),
    .money(
      "coinsurance", "Coinsurance", ask: "How much is the coinsurance?",
      help: "Your share in percent, as an amount."),
    .choice(
      "match", "Bill and statement",
      [
        ("statement-only", "only the insurer's statement"), ("bill-only", "only the bill"),
        ("matching", "they match"), ("differing", "they differ"),
      ], ask: "Do the bill and the insurer's statement (EOB) match?",
      help: "Compare the amount that you owe on both."),
    .date(
      "paidOn", "Paid on", ask: "When did you pay it?", help: "Leave it empty until you paid.",
      .past),
    .money(
      "paid", "You paid", ask: "How much did you pay?", help: "For example: 150 USD."
    ).when("paidOn"),
    .text(
      "paidHow", "Paid how", ask: "How did you pay?", help: "For example: card, or cheque 204."
    ).when("paidOn"),
    .text(
      "dispute", "In dispute", ask: "If you do not agree with it: what did you tell them?",
      help: "For example: called the clinic on 3 November, they check the bill."),
    .coded("type", "Kind of claim", help: "The file's word for it.", many: true).fromFiles,
    .text("status", "Status", help: "The file's word: active, cancelled.").fromFiles,
    .text("outcome", "Outcome", help: "The file's word: complete, partial.").fromFiles,
    .coded("diagnoses", "Illness codes on the claim", help: "As the file has them.", many: true)
      .fromFiles,
    .parts("totals", "Amounts", help: "Every amount that the statement prints: allowed 900 USD."),
    .text("replaces", "Takes the place of", help: "An earlier claim, from the file.", many: true)
      .fromFiles,
    .date("created", "Statement of", ask: "Which date is on the statement?", help: "On top of it."),
  ]

  private static let claimDenial: [Field] = [
    .date(
      "denied", "Denied on", ask: "If the insurer refused to pay: when?",
      help: "The date of the letter. Leave it empty when they paid.", .past),
    .text(
      "denialReason", "Why denied", ask: "Which reason did they give?",
      help: "Copy the sentence of the letter. You need it for an appeal.", asked: true
    ).when("denied"),
    .date(
      "noticed", "Letter came on", ask: "When did the letter of refusal come?",
      help: "The day on which you had it in your hand.", .past
    ).when("denied"),
    .text(
      "appealLevel", "Appeal level", ask: "Which appeal is it?",
      help: "For example: first internal appeal, or external review."
    ).when("denied"),
    .date(
      "appealFiled", "Appeal filed on", ask: "When did you send the appeal?",
      help: "For example: 5 November.", .past
    ).when("denied"),
    .date(
      "appealDeadline", "Appeal by", ask: "By which day must the appeal be sent?",
      help: "The letter says it.", asked: true
    ).when("denied"),
    .date(
      "appealDecided", "Appeal decided on", ask: "When was the appeal decided?",
      help: "The date of the letter.", .past
    ).when("appealFiled"),
    .text(
      "appealOutcome", "Appeal outcome", ask: "How did the appeal end?",
      help: "For example: they pay now."
    ).when("appealFiled"),
  ]

  static let call = KindDescription(
    .call, one: "call", many: "calls",
    about: "A phone call with an insurer or a clinic, and what was promised.",
    titles: [["with"]], columns: ["reference", "promised"], personal: true,
    fields: [
      .text(
        "with", "With", ask: "With whom did you speak?",
        help: "The company, and the person's name. For example: Acme Health, Sam.", required: true),
      .date(
        "date", "When", ask: "When?", help: "For example: today 14:30.", asked: true, .past),
      .text(
        "about", "About", ask: "What was it about?", help: "For example: permission for the scan.",
        asked: true),
      .text(
        "reference", "Reference number", ask: "Which reference number did they give?",
        help: "Ask for it in every call.", asked: true),
      .text(
        "promised", "Promised", ask: "What did they promise?",
        help: "For example: a letter within a week.", asked: true),
      .date(
        "by", "By when", ask: "By when did they promise it?", help: "For example: next Friday.",
        asked: true
      ).when("promised"),
    ])

  static let checklistItem = KindDescription(
    .checklistItem, one: "checklist item", many: "checklist items", also: ["checklist", "task"],
    about: "One thing to do or to have ready.",
    titles: [["what"]], dates: ["due"], columns: ["list", "status", "owner"], personal: true,
    fields: [
      .text(
        "what", "What", ask: "What is to be done?", help: "For example: ask for the CT report.",
        required: true),
      .text(
        "list", "List", ask: "On which list?",
        help: "For example: insurance, new doctor, visit, travel.", asked: true),
      .choice(
        "status", "Status",
        [("open", "open"), ("done", "done"), ("not-needed", "not needed")],
        ask: "How does it stand?", help: "For example: open.", asked: true),
      .date("due", "Due", ask: "By when?", help: "For example: in 2 weeks.", asked: true),
      .text(
        "owner", "Who does it", ask: "Who does it?", help: "For example: Jonas.", asked: true),
      .text(
        "evidence", "Proof", ask: "What shows that it is done?",
        help: "For example: letter of 2 November."
      ).when("status", ["done"]),
      .text(
        "doneBy", "Done by", ask: "Who did it?", help: "For example: Jonas."
      ).when("status", ["done"]),
      .text(
        "reason", "Why not needed", ask: "Why is it not needed?",
        help: "For example: the plan asks for no permission for this scan."
      ).when("status", ["not-needed"]),
      .link(
        "about", "About which record", to: [], ask: "About which record is it?",
        help: "Words of a record that is kept here, such as: PET scan."),
      .text("item", "Item", help: "The name of the item of netvault's own list.").fromFiles,
      .text("why", "Why", help: "Why it stands on the list.").fromFiles,
      .text("source", "Read in", help: "Where it was read.").fromFiles,
      .text("asOf", "Read on", help: "The day on which it was looked up.").fromFiles,
    ])
}
