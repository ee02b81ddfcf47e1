// What `?` answers at a question: the field's own help, and always an example.

extension Field {
  /// Help with an example. A field that says none gets one of its type.
  package func explanation(in kind: Kind) -> String {
    guard !hasExample else { return help }
    let example = example(in: kind)
    return help.isEmpty ? example : "\(help) \(example)"
  }

  /// True where the example is not one of this very field.
  package func hasGeneralExample(in kind: Kind) -> Bool {
    explanation(in: kind).hasSuffix(Self.general)
  }

  private static let general =
    "In your own words, or as it is printed. For example: copy the line from the paper."

  /// True where the help itself shows what to write.
  private var hasExample: Bool {
    let marks = ["or example", "such as", "s printed:", "ritten like", "\": ", "Type: "]
    return marks.contains { help.contains($0) }
  }

  private func example(in kind: Kind) -> String {
    switch type {
    case .when: "For example: 14 March 2021, March 2021, 2021, or 2 weeks ago."
    case .choice(let options):
      "Type the number or the words. For example: \(options.first.map { $0.words } ?? "1")."
    case .quantity(let unit):
      unit.map { "The number with its unit. For example: 18 \($0)." }
        ?? "As printed, with its unit. For example: 88 ng/mL, or 45.50 $."
    case .range: "As printed. For example: 3.5 to 5.0, or below 100."
    case .link: "Words of the other record, such as its name."
    case .parts: "A name and a number. For example: systolic 120 mmHg."
    case .text, .longText, .coded:
      FieldExample.of(name, in: kind).map { "For example: \($0)." } ?? Self.general
    }
  }
}

/// Made-up answers for fields that several kinds have. The names are of nobody.
enum FieldExample {
  static func of(_ name: String, in kind: Kind) -> String? {
    byKind["\(kind.rawValue).\(name)"] ?? all[name]
  }

  private static let byKind = [
    "person.name": "Ana Brandt", "person.reason": "follow-up after a move",
    "alert.text": "tell the anaesthetist about the neuroendocrine tumor",
    "diagnosis.name": "typical carcinoid of the lung", "treatment.name": "lobectomy",
    "option.name": "a second operation", "medicine.name": "omeprazole 20 mg",
    "medicine.dose": "20 mg every morning", "treatment.dose": "120 mg every 28 days",
    "result.name": "chromogranin A", "imaging.name": "CT of the chest",
    "pathology.name": "biopsy of the right lower lobe", "vaccine.name": "flu vaccine",
    "device.name": "port below the collar bone", "procedure.name": "bronchoscopy",
    "encounter.type": "emergency visit", "vital-sign.name": "weight",
    "symptom.what": "flushing after lunch", "support.what": "afraid before the scan",
    "habit.what": "smoking", "habit.status": "never smoked", "follow-up.what": "CT of the chest",
    "follow-up.every": "every 12 months", "plan.name": "follow-up plan", "visit.what": "oncology",
    "question.text": "how often do I need a CT", "document.title": "discharge letter",
    "note.text": "ask about the next scan", "wish.what": "to be at home as long as I can",
    "absence.wording": "no known allergies", "support.contact": "555-0177",
    "claim.service": "PET scan", "referral.service": "second opinion", "claim.number": "C-2041",
    "authorization.number": "A-7719", "pathology.number": "S20-1",
    "allergy.substance": "penicillin",
    "allergy.reaction": "hives", "symptom.of": "lanreotide", "family-history.name": "my mother",
    "family-history.status": "complete", "wish.category": "treatment", "claim.type": "doctor visit",
    "device.site": "right chest", "wish.status": "active", "document.text": "copy what it says",
    "team-member.about": "scans", "call.about": "the bill of May",
  ]

  private static let all = [
    "name": "Dr. Okafor", "who": "Dr. Okafor, Riverside Hospital", "place": "Riverside Hospital",
    "toldBy": "Dr. Okafor, thoracic surgery", "recommendedBy": "Dr. Lee",
    "prescriber": "Dr. Lee", "askedBy": "Dr. Okafor", "answeredBy": "Dr. Lee", "whom": "Dr. Lee",
    "saidBy": "the nurse of Dr. Lee", "adviceBy": "Dr. Roth", "callWhom": "Dr. Lee's clinic",
    "callWhen": "fever above 38.5 C", "writtenBy": "Jonas", "noticedBy": "Jonas",
    "from": "Dr. Roth", "to": "Dr. Lee", "with": "the insurer, Ms. Park",
    "owner": "Jonas", "insurer": "Example Health", "provider": "Riverside Hospital",
    "plan": "Example Health Silver", "phone": "555-0134", "phoneNight": "555-0135",
    "email": "ana@example.org", "address": "12 High Street, Riverside", "contact": "555-0134",
    "laboratory": "Riverside laboratory", "organization": "City Clinic",
    "memberId": "the line that begins with ID on the card", "groupId": "the line GRP on the card",
    "payerId": "the line Payer ID on the card", "rxBin": "the line RxBIN on the card",
    "rxPcn": "the line RxPCN on the card", "rxGroup": "the line RxGrp on the card",
    "rxId": "the line RxID on the card", "subscriber": "Ana Brandt",
    "subscriberId": "the number of the one who holds the policy", "order": "primary",
    "premiumDue": "the 1st of each month", "status": "active", "network": "in network",
    "dependent": "01", "classes": "plan 7, class A", "number": "the number printed on the paper",
    "code": "the code printed on the paper", "service": "PET scan",
    "unitsApproved": "3 visits", "unitsUsed": "1 visit", "reason": "to look for changes",
    "about": "the bill of May", "reference": "the number they said", "promised": "a call back",
    "what": "bring the last CT report", "list": "insurance", "evidence": "letter of 2 November",
    "statusReason": "side effects", "stopReason": "side effects", "form": "tablet",
    "strength": "20 mg", "route": "by mouth", "intent": "order", "category": "laboratory",
    "severity": "mild", "type": "as the paper calls it", "criticality": "high",
    "verification": "confirmed", "lot": "the letters after LOT on the package",
    "maker": "the name on the box", "dose": "1 of 2", "site": "left arm", "model": "the model name",
    "serial": "the letters after SN on the card", "bodySite": "right lower lobe",
    "deviceIdentifier": "the letters after DI on the card", "outcome": "went well",
    "complication": "none", "findings": "one nodule, 1.8 cm", "class": "inpatient",
    "discharge": "home", "note": "ask about this again in spring",
    "conclusion": "No sign of return", "finding": "not seen", "flag": "H", "method": "blood test",
    "absent": "sample was lost", "tracer": "Ga-68 DOTATATE", "comparedWith": "CT of May 2025",
    "modality": "CT", "series": "3 series", "identifier": "the number printed on the paper",
    "members": "Dr. Okafor; Dr. Lee", "markers": "chromogranin positive",
    "until": "five years after surgery", "goals": "walk every day",
    "activities": "CT every year", "text": "copy what it says", "topic": "side effects",
    "answer": "yes, from spring on", "said": "the scan is unchanged",
    "decided": "next CT in 12 months", "next": "CT in October", "questions": "Is the CT needed?",
    "advice": "30 minutes of walking a day", "packYears": "10", "whoDecides": "Jonas, my son",
    "paper": "in the blue folder at home", "careChoice": "at home, if possible",
    "relation": "son", "condition": "MEN1", "age": "58", "watch": "shortness of breath",
    "howLong": "10 minutes", "done": "lay down", "toldTo": "Dr. Lee", "effect": "short of breath",
    "of": "lobectomy", "programme": "rides to the clinic", "distress": "4", "bother": "4",
    "location": "in the blue folder", "contentType": "PDF", "wording": "no known allergies",
    "denialReason": "not medically necessary", "appealLevel": "first appeal",
    "appealOutcome": "approved", "diagnoses": "the codes on the claim", "replaces": "claim 17",
    "specimen": "blood", "preparation": "fasting", "gender": "woman", "sex": "female",
    "language": "English", "otherNames": "Ana Keller", "bloodGroup": "0 positive",
    "directive": "in the blue folder, Jonas has a copy",
    "coordinates": "scans and blood tests", "aim": "to keep it in check",
    "benefit": "fewer flushes",
    "risk": "diarrhea", "decision": "to wait", "secondOpinion": "the same advice",
    "secondOpinionFrom": "Dr. Lee, City Clinic", "response": "smaller", "sideEffects": "tired",
    "nodesExamined": "9", "nodesPositive": "0", "margins": "clear",
    "trialTitle": "the short name on the first page", "decisionReason": "it means less time in bed",
    "carrier": "copy the whole line from (01) on", "imagesAt": "a disc at home",
    "radiationDose": "5 mSv", "region": "chest",
    "contrast": "with contrast", "teamKnows": "Dr. Lee", "vaccine": "flu vaccine",
  ]
}
