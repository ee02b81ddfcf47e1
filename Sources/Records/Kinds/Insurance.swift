// Insurance: policies, and what the insurer allows beforehand.

extension KindDescription {
  static let coverage = KindDescription(
    .coverage, one: "insurance", many: "insurance policies", also: ["coverage", "policy"],
    about: "An insurance policy, with the numbers on its card.",
    titles: [["insurer", "plan"], ["type"]], dates: ["start", "end"],
    columns: ["memberId", "end"], personal: true, fields: coverageCard + coverageCosts)

  /// What the card says.
  private static let coverageCard: [Field] = [
    .text(
      "insurer", "Insurer", ask: "Which insurer?", help: "The company on the card.", required: true,
      many: true),
    .text(
      "plan", "Plan", ask: "Which plan?", help: "The name of the plan on the card.", asked: true),
    .coded(
      "type", "Kind of plan", ask: "What kind of plan is it?",
      help: "For example: HMO, PPO, Medicare Part B."),
    .text(
      "memberId", "Member number", ask: "Which member number is on the card?",
      help: "Often called member ID. Copy every letter.", asked: true),
    .text(
      "groupId", "Group number", ask: "Which group number?", help: "Often called GRP on the card.",
      asked: true),
    .text(
      "payerId", "Payer number", ask: "Which payer number is on the card?",
      help: "Clinics send bills to it. Often on the back."),
    .text(
      "subscriber", "Subscriber", ask: "Whose policy is it?",
      help: "The subscriber. For example: my husband."),
    .text(
      "subscriberId", "Subscriber number", ask: "Which number does the subscriber have?",
      help: "Only where it differs from the member number."),
    .coded(
      "relation", "Relation to the subscriber", ask: "Who are you to the subscriber?",
      help: "For example: self, spouse, child."),
    .date("start", "From", ask: "Since when?", help: "For example: 1 January 2026.", asked: true),
    .date(
      "end", "Until", ask: "Until when?", help: "Leave it empty when there is no end.", asked: true),
    .text(
      "order", "Order", ask: "Does it pay first or second?",
      help: "With two policies: primary pays first, secondary the rest."),
  ]

  /// What it costs, and where to call.
  private static let coverageCosts: [Field] = [
    .money(
      "premium", "Premium", ask: "How much is the premium?",
      help: "What you pay for the policy itself. For example: 240 USD."),
    .text(
      "premiumDue", "Premium due on", ask: "When is the premium due?",
      help: "For example: the 1st of each month."),
    .yesNo(
      "autopay", "Paid by itself", ask: "Is the premium taken from an account by itself?",
      help: "Called autopay. A card that has ended stops it."),
    .date(
      "paidThrough", "Paid until", ask: "Until when is the premium paid?",
      help: "The last day that the last payment covers. For example: 31 December."),
    .text(
      "grace", "Time to pay late (grace)", ask: "How long may the premium be late?",
      help: "The policy says it. For example: 30 days. After that the cover can end."),
    .text(
      "employer", "Through which employer", ask: "Is it through an employer? Which one?",
      help: "For example: Acme. Leave it empty for a policy of your own."),
    .text(
      "resets", "Year begins", ask: "On which day does the plan's year begin?",
      help: "The deductible begins anew then. For example: 1 January."),
    .date(
      "renewal", "Renews on", ask: "When does it renew?", help: "The letter says it."),
    .date(
      "enrolFrom", "Change plans from", ask: "From when can you change plans, by the letter?",
      help: "The enrollment window. For example: 1 November."),
    .date(
      "enrolUntil", "Change plans until", ask: "Until when can you change plans, by the letter?",
      help: "The last day of the enrollment window. For example: 15 December."),
    .money(
      "deductible", "Deductible, one person", ask: "How much is the deductible for one person?",
      help: "What you pay yourself before the plan begins to pay, for example 1500 USD."),
    .money(
      "deductibleFamily", "Deductible, family", ask: "How much is the deductible for the family?",
      help: "For example: 3000 USD."),
    .money(
      "deductibleOut", "Deductible outside the network",
      ask: "How much is the deductible outside the network?",
      help: "For doctors without a contract with the plan."),
    .money(
      "deductibleFamilyOut", "Deductible outside the network, family",
      ask: "How much is it for the family outside the network?", help: "For example: 6000 USD."),
    .money(
      "deductibleUsed", "Deductible used so far", ask: "How much of the deductible is used up?",
      help: "The insurer's statement or website says it."),
    .money(
      "deductibleFamilyUsed", "Deductible used so far, family",
      ask: "How much of the family's deductible is used up?",
      help: "The insurer's statement or website says it."),
    .money(
      "outOfPocketMax", "Most you pay in a year, one person",
      ask: "What is the most that one person pays in a year?",
      help: "The out-of-pocket maximum. For example: 5000 USD."),
    .money(
      "outOfPocketMaxFamily", "Most you pay in a year, family",
      ask: "What is the most that the family pays in a year?", help: "For example: 10000 USD."),
    .money(
      "outOfPocketMaxOut", "Most you pay outside the network",
      ask: "What is the most that one person pays outside the network?",
      help: "For doctors without a contract with the plan."),
    .money(
      "outOfPocketMaxFamilyOut", "Most you pay outside the network, family",
      ask: "What is the most that the family pays outside the network?",
      help: "For example: 20000 USD."),
    .money(
      "outOfPocketUsed", "Paid so far", ask: "How much have you paid so far this year?",
      help: "The insurer's statement or website says it."),
    .money(
      "outOfPocketFamilyUsed", "Paid so far, family",
      ask: "How much has the family paid so far this year?",
      help: "The insurer's statement or website says it."),
    .text(
      "rxBin", "Pharmacy BIN", ask: "Which BIN is on the card?",
      help: "A number that pharmacies ask for."),
    .text(
      "rxPcn", "Pharmacy PCN", ask: "Which PCN is on the card?",
      help: "Letters that pharmacies ask for."),
    .text(
      "rxGroup", "Pharmacy group", ask: "Which RxGRP is on the card?",
      help: "Letters that pharmacies ask for."),
    .text(
      "rxId", "Pharmacy member number", ask: "Which pharmacy member number is on the card?",
      help: "Only where it differs from the member number."),
    .text(
      "phone", "Phone", ask: "Which phone number is on the card?",
      help: "Often on the back. For example: 1-555-0100, option 3.", asked: true, many: true),
    .text("status", "Status", help: "The file's word: active, cancelled.").fromFiles,
    .text(
      "network", "Network", ask: "Which network of doctors does it name?",
      help: "For example: Choice Plus."),
    .text(
      "dependent", "Dependent number", ask: "Which dependent number?", help: "For example: 01."),
    .text("classes", "Other numbers", help: "More numbers that a file brought.", many: true)
      .fromFiles,
    .parts("costs", "Costs", help: "What the card says a visit costs, such as: doctor 30 USD."),
  ]

  static let authorization = KindDescription(
    .authorization, one: "authorization", many: "authorizations",
    about: "The insurer's permission for a scan, a treatment or a medicine.",
    titles: [["service"]], dates: ["asked", "decided", "validFrom"],
    columns: ["status", "number", "validTo"], personal: true,
    fields: [
      .text(
        "service", "For what", ask: "Permission for what?", help: "For example: PET scan.",
        required: true),
      .text(
        "code", "Service code", ask: "Which service code is on the letter?",
        help: "Often a CPT code with five figures."),
      .text(
        "number", "Number", ask: "Which number did they give?",
        help: "The authorization number. Clinics ask for it.", asked: true),
      .choice(
        "status", "Status",
        [
          ("asked", "asked for"), ("approved", "approved"), ("denied", "denied"),
          ("appeal", "under appeal"), ("expired", "expired"),
        ], ask: "How does it stand?", help: "For example: approved.", asked: true),
      .date(
        "asked", "Asked on", ask: "When was it asked for?", help: "For example: 2 November.",
        asked: true),
      .date(
        "decided", "Decided on", ask: "When was it decided?", help: "The date of the letter."
      ).when("status", ["approved", "denied", "appeal", "expired"]),
      .date("validFrom", "Valid from", ask: "From when is it valid?", help: "As on the letter.")
        .when("status", ["approved", "expired"]),
      .date(
        "validTo", "Valid until", ask: "Until when is it valid?", help: "As on the letter.",
        asked: true
      ).unless("status", ["asked", "denied", "appeal"]),
      .text(
        "unitsApproved", "Units approved", ask: "For how many visits or doses?",
        help: "For example: 4 doses."
      ).unless("status", ["asked", "denied", "appeal"]),
      .text(
        "unitsUsed", "Units used", ask: "How many of them are used up?", help: "For example: 1."
      )
      .when("unitsApproved"),
      .text("insurer", "Insurer", ask: "Which insurer?", help: "The company that decides."),
      .yesNo(
        "urgent", "Urgent", ask: "Did the doctor ask for it as urgent?",
        help: "An urgent request has to be decided sooner."),
      .date(
        "noticed", "Letter came on", ask: "When did the letter of refusal come?",
        help: "The day on which you had it in your hand.", .past
      ).when("status", ["denied", "appeal"]),
      .text(
        "appealLevel", "Appeal level", ask: "Which appeal is it?",
        help: "For example: internal appeal, or external review."
      ).when("status", ["denied", "appeal"]),
      .date(
        "appealDeadline", "Appeal by", ask: "By which day must the appeal be sent?",
        help: "The letter says it. It stands above every rule.", asked: true
      ).when("status", ["denied", "appeal"]),
      .date(
        "appealFiled", "Appeal filed on", ask: "When did you send the appeal?",
        help: "For example: 5 November.", .past
      ).when("status", ["denied", "appeal"]),
      .date(
        "appealDecided", "Appeal decided on", ask: "When was the appeal decided?",
        help: "The date of the letter.", .past
      ).when("appealFiled"),
      .text(
        "appealOutcome", "Appeal outcome", ask: "How did the appeal end?",
        help: "For example: approved now, or refused again."
      ).when("appealFiled"),
      .text(
        "reason", "Reason given", ask: "Which reason did they give?",
        help: "Copy the sentence of the letter. You need it for an appeal."
      ).when("status", ["denied", "appeal"]),
    ])

  static let referral = KindDescription(
    .referral, one: "referral", many: "referrals",
    about: "A doctor's letter that sends you to another.",
    titles: [["service"]], dates: ["date", "validFrom"], columns: ["from", "to", "validTo"],
    personal: true,
    fields: [
      .text(
        "service", "For what", ask: "What is it for?", help: "For example: a second opinion.",
        required: true),
      .text("from", "From", ask: "Who sends you?", help: "For example: Dr. Roth.", asked: true),
      .text("to", "To", ask: "To whom?", help: "For example: Dr. Lee, oncology.", asked: true),
      .text(
        "number", "Number", ask: "Which number is on it?", help: "Insurers may ask for it."),
      .text(
        "code", "Service code", ask: "Which service code is on it?",
        help: "Often a CPT code with five figures."),
      .text("status", "Status", ask: "How does it stand?", help: "For example: sent, or approved."),
      .date(
        "date", "Date", ask: "When was it written?", help: "For example: 2 November.", asked: true),
      .date(
        "decided", "Decided on", ask: "When did the insurer decide on it?",
        help: "Only where the insurer has to agree."),
      .date("validFrom", "Valid from", ask: "From when is it valid?", help: "As on the letter."),
      .date(
        "validTo", "Valid until", ask: "Until when is it valid?", help: "As on the letter.",
        asked: true),
      .text(
        "unitsApproved", "Visits allowed", ask: "How many visits does it allow?",
        help: "For example: 3."),
      .text(
        "unitsUsed", "Visits used", ask: "How many of them are used up?", help: "For example: 1."
      )
      .when("unitsApproved"),
    ])
}
