// Insurance and money: policies, authorizations, referrals, claims, calls, checklists.

extension KindDescription {
  static let coverage = KindDescription(
    .coverage, one: "insurance", many: "insurance policies", also: ["coverage", "policy"],
    about: "An insurance policy, with the numbers on its card.",
    titles: [["insurer", "plan"], ["type"]], dates: ["start", "end"],
    columns: ["memberId", "end"], personal: true,
    fields: [
      .text("insurer", "Insurer", ask: "Which insurer?", required: true, many: true),
      .text("plan", "Plan", ask: "Which plan?", asked: true),
      .coded("type", "Kind of plan", help: "HMO, PPO, Medicare Part B ..."),
      .text("memberId", "Member number", ask: "Which member number is on the card?", asked: true),
      .text("groupId", "Group number", ask: "Which group number?", asked: true),
      .text("payerId", "Payer number"),
      .text("subscriber", "Subscriber", help: "Whose policy it is."),
      .text("subscriberId", "Subscriber number"),
      .coded("relation", "Relation to the subscriber", help: "self, spouse, child"),
      .date("start", "From", ask: "Since when?", asked: true),
      .date("end", "Until", ask: "Until when?", asked: true),
      .text("order", "Order", help: "primary or secondary"),
      .money("premium", "Premium"),
      .text("premiumDue", "Premium due on"),
      .money("deductible", "Deductible, one person"),
      .money("deductibleFamily", "Deductible, family"),
      .money("deductibleOut", "Deductible outside the network"),
      .money("deductibleUsed", "Deductible used so far"),
      .money("outOfPocketMax", "Most you pay in a year, one person"),
      .money("outOfPocketMaxFamily", "Most you pay in a year, family"),
      .money("outOfPocketMaxOut", "Most you pay outside the network"),
      .money("outOfPocketUsed", "Paid so far"),
      .text("rxBin", "Pharmacy BIN"),
      .text("rxPcn", "Pharmacy PCN"),
      .text("rxGroup", "Pharmacy group"),
      .text("rxId", "Pharmacy member number"),
      .text("phone", "Phone", ask: "Which phone number is on the card?", asked: true, many: true),
      .text("status", "Status"),
      .text("network", "Network"),
      .text("dependent", "Dependent number"),
      .text("classes", "Other numbers", many: true),
      .parts("costs", "Costs", help: "What the card says a visit costs."),
    ])

  static let authorization = KindDescription(
    .authorization, one: "authorization", many: "authorizations",
    about: "The insurer's permission for a scan, a treatment or a medicine.",
    titles: [["service"]], dates: ["asked", "decided", "validFrom"],
    columns: ["status", "number", "validTo"], personal: true,
    fields: [
      .text("service", "For what", ask: "Permission for what?", required: true),
      .text("code", "Service code"),
      .text("number", "Number", ask: "Which number did they give?", asked: true),
      .choice(
        "status", "Status",
        [
          ("asked", "asked for"), ("approved", "approved"), ("denied", "denied"),
          ("appeal", "under appeal"), ("expired", "expired"),
        ], ask: "How does it stand?", asked: true),
      .date("asked", "Asked on", ask: "When was it asked for?", asked: true),
      .date("decided", "Decided on"),
      .date("validFrom", "Valid from"),
      .date("validTo", "Valid until", ask: "Until when is it valid?", asked: true),
      .text("unitsApproved", "Units approved"),
      .text("unitsUsed", "Units used"),
      .text("insurer", "Insurer"),
      .text("reason", "Reason given"),
    ])

  static let referral = KindDescription(
    .referral, one: "referral", many: "referrals",
    about: "A doctor's letter that sends you to another.",
    titles: [["service"]], dates: ["date", "validFrom"], columns: ["from", "to", "validTo"],
    personal: true,
    fields: [
      .text("service", "For what", ask: "What is it for?", required: true),
      .text("from", "From", ask: "Who sends you?", asked: true),
      .text("to", "To", ask: "To whom?", asked: true),
      .text("number", "Number"),
      .text("code", "Service code"),
      .text("status", "Status"),
      .date("date", "Date", ask: "When was it written?", asked: true),
      .date("validFrom", "Valid from"),
      .date("validTo", "Valid until", ask: "Until when is it valid?", asked: true),
      .text("unitsApproved", "Visits allowed"),
      .text("unitsUsed", "Visits used"),
    ])

  static let claim = KindDescription(
    .claim, one: "claim", many: "claims", also: ["bill", "eob"],
    about: "A bill, and what the insurer paid of it.",
    titles: [["service"], ["provider"], ["type"]], dates: ["date", "created"],
    columns: ["billed", "planPaid", "patientOwes"], personal: true,
    fields: [
      .coded("service", "For what", ask: "What was it for?", required: true, many: true),
      .date("date", "Date of service", ask: "When was the visit or treatment?", asked: true, .past),
      .text("provider", "From", ask: "Who sent the bill?", asked: true),
      .text("insurer", "Insurer"),
      .text("number", "Claim number", ask: "Which claim number?", asked: true, many: true),
      .money("billed", "Billed", ask: "How much was billed?", asked: true),
      .money("allowed", "Allowed"),
      .money("planPaid", "Plan paid", ask: "How much did the plan pay?", asked: true),
      .money("patientOwes", "You owe", ask: "How much do you owe?", asked: true),
      .money("deductible", "Deductible"),
      .money("copay", "Copay"),
      .money("coinsurance", "Coinsurance"),
      .choice(
        "match", "Bill and statement",
        [
          ("statement-only", "only the insurer's statement"), ("bill-only", "only the bill"),
          ("matching", "they match"), ("differing", "they differ"),
        ]),
      .date("paidOn", "Paid on", .past),
      .coded("type", "Kind of claim", many: true),
      .text("status", "Status"),
      .text("outcome", "Outcome"),
      .coded("diagnoses", "Illness codes on the claim", many: true),
      .parts("totals", "Amounts", help: "Every amount that the statement prints."),
      .text("replaces", "Takes the place of", many: true),
      .date("created", "Statement of"),
      .date("denied", "Denied on", .past),
      .text("denialReason", "Why denied"),
      .text("appealLevel", "Appeal level"),
      .date("appealFiled", "Appeal filed on", .past),
      .date("appealDeadline", "Appeal by"),
      .text("appealOutcome", "Appeal outcome"),
    ])

  static let call = KindDescription(
    .call, one: "call", many: "calls",
    about: "A phone call with an insurer or a clinic, and what was promised.",
    titles: [["with"]], columns: ["reference", "promised"], personal: true,
    fields: [
      .text("with", "With", ask: "With whom did you speak?", required: true),
      .date("date", "When", ask: "When?", asked: true, .past),
      .text("about", "About", ask: "What was it about?", asked: true),
      .text(
        "reference", "Reference number", ask: "Which reference number did they give?",
        asked: true),
      .text("promised", "Promised", ask: "What did they promise?", asked: true),
      .date("by", "By when"),
    ])

  static let checklistItem = KindDescription(
    .checklistItem, one: "checklist item", many: "checklist items", also: ["checklist", "task"],
    about: "One thing to do or to have ready.",
    titles: [["what"]], dates: ["due"], columns: ["list", "status", "owner"], personal: true,
    fields: [
      .text("what", "What", ask: "What is to be done?", required: true),
      .text(
        "list", "List", ask: "On which list?", help: "insurance, new doctor, visit, travel",
        asked: true),
      .choice(
        "status", "Status",
        [("open", "open"), ("done", "done"), ("not-needed", "not needed")], asked: true),
      .date("due", "Due", ask: "By when?", asked: true),
      .text("owner", "Who does it", ask: "Who does it?", asked: true),
      .text("evidence", "Proof", help: "For example: letter of 2 November."),
    ])
}
