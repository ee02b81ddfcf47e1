import Codes
import Records

/// Ana Brandt, who does not exist: a typical carcinoid of the right lower lobe, removed in 2020.
enum AnaBrandt {
  static let today = PartialDate("2026-11-21") ?? PartialDate.noDay

  static let records: [Record] = about + illness + treatment + tests + people + never

  private static let about: [Record] = [
    Made.record(
      .person, 1,
      [
        "name": .text("Ana Brandt"), "born": Made.day("1961-06-14"), "sex": .text("female"),
        "address": .text("12 Mill Lane, Riverside"), "phone": .text("555-0100"),
        "language": .text("German and English"), "needs": .text("hard of hearing on the left"),
        "directive": .text("in the blue folder at home; Jonas has a copy"),
        "reason": .text("New oncologist after moving. I want the follow-up continued."),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .allergy, 2,
      [
        "substance": .coded(Coded("iodinated contrast")), "reaction": .coded(Coded("hives")),
        "severity": .text("moderate"), "since": Made.day("2020"), "status": .text("active"),
        "verification": .text("confirmed"), "criticality": .text("low"),
      ]),
    Made.record(
      .alert, 3,
      [
        "text": .coded(Coded("Tell anaesthesia: neuroendocrine tumor")),
        "toldBy": .text("Dr. Okafor"), "since": Made.day("2020-05"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .alert, 4, ["text": .coded(Coded("Takes omeprazole: it affects chromogranin A"))],
      .told(by: "Jonas Brandt")),
    Made.record(
      .wish, 5,
      [
        "what": .coded(Coded("To hear all results, good or bad, from a person")),
        "whoDecides": .text("Jonas Brandt"), "date": Made.day("2024-02-01"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .question, 6,
      [
        "text": .text("Who orders the yearly CT from now on?"), "whom": .text("Dr. Lee"),
        "asked": Made.day("2026-11-10"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .question, 7, ["text": .text("Is a lower dose of omeprazole possible?")],
      .told(by: "Ana Brandt")),
  ]

  private static let illness: [Record] = [
    Made.record(
      .diagnosis, 10,
      [
        "name": .coded(
          Coded(
            "typical carcinoid",
            [
              Coding(system: CodeSystem.icd10CM, code: "C7A.090"),
              Coding(system: CodeSystem.snomed, code: "254627002"),
            ])),
        "diagnosed": Made.day("2020-04-22"), "role": .choice("primary"),
        "site": .text("right lower lobe"), "side": .choice("right"), "lobe": .text("lower"),
        "histology": .choice("typical"), "grade": .text("G1"),
        "size": Made.value("18", "mm", ucum: "mm"), "stage": .text("T1b N0 M0"),
        "stageGroup": .text("IA2"), "stageType": .choice("pathological"),
        "stageEdition": .text("AJCC 8th edition"), "mitoses": .text("1 per 2 mm2"),
        "necrosis": .choice("no"), "margins": .text("R0"), "nodesExamined": .text("9"),
        "nodesPositive": .text("0"), "receptors": .text("PET 2 May 2020: positive, lung only"),
        "status": .choice("remission"), "verification": .choice("confirmed"),
      ], .pathologyReport),
    Made.record(
      .diagnosis, 11,
      [
        "name": Made.code("high blood pressure", CodeSystem.icd10CM, "I10"),
        "onset": Made.day("2015"), "status": .choice("active"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .diagnosis, 12,
      [
        "name": .coded(Coded("pneumonia")), "onset": Made.day("2019-11"),
        "resolved": Made.day("2019-12"), "status": .choice("resolved"),
      ], .clinicLetter),
    Made.record(
      .familyHistory, 13,
      [
        "relation": .text("mother"), "condition": .coded(Coded("breast cancer")),
        "age": .text("61"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .lateEffect, 14,
      [
        "effect": .coded(Coded("short of breath on stairs")), "of": .text("the lobectomy"),
        "status": .choice("present"), "since": .when(When(words: "summer 2020")),
      ], .told(by: "Ana Brandt")),
  ]

  private static let treatment: [Record] = [
    Made.record(
      .treatment, 20,
      [
        "type": .choice("surgery"),
        "name": Made.code(
          "lobectomy with removal of lymph nodes", CodeSystem.snomed, "173171007"),
        "start": Made.day("2020-05-11"), "status": .choice("done"), "goal": .choice("curative"),
        "who": .text("Dr. Okafor"), "place": .text("Riverside"), "approach": .text("keyhole"),
        "nodesExamined": .text("9"), "nodesPositive": .text("0"), "margins": .text("R0"),
      ]),
    Made.record(
      .medicine, 21,
      [
        "name": Made.code("omeprazole 20 mg", CodeSystem.rxNorm, "402014"),
        "dose": .text("one every morning"), "status": .choice("current"),
        "start": Made.day("2026-07"), "reason": .coded(Coded("heartburn")),
        "prescriber": .text("Dr. Roth"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .medicine, 22,
      [
        "name": Made.code("amlodipine 5 mg", CodeSystem.rxNorm, "197361"),
        "dose": .text("one a day"), "status": .choice("current"), "start": Made.day("2015"),
      ]),
    Made.record(
      .medicine, 23,
      [
        "name": .coded(Coded("ibuprofen 400 mg")), "status": .choice("stopped"),
        "start": Made.day("2026-02"), "stop": Made.day("2026-09-03"),
        "stopReason": .text("stomach pain"),
      ], .clinicLetter),
    Made.record(
      .vaccine, 24,
      [
        "name": Made.code("influenza", CodeSystem.cvx, "150"), "date": Made.day("2026-10-03"),
        "status": .choice("completed"), "lot": .text("LOT-7"), "who": .text("Dr. Roth"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .device, 25,
      [
        "name": .coded(Coded("hearing aid")), "bodySite": .coded(Coded("left ear")),
        "date": Made.day("2022"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .procedure, 26,
      [
        "name": Made.code("bronchoscopy with biopsy", CodeSystem.snomed, "10847001"),
        "date": Made.day("2020-04-20"), "status": .text("completed"), "place": .text("Riverside"),
      ]),
  ]

  private static let tests: [Record] =
    [
      ("2026-01-10", "118", "H"), ("2025-01-14", "92", ""), ("2024-01-09", "88", ""),
      ("2023-01-12", "90", ""), ("2022-01-11", "85", ""), ("2021-01-12", "79", ""),
      ("2020-07-02", "71", ""),
    ].enumerated().map { index, row in
      let flag: [String: Value] =
        row.2.isEmpty
        ? [:]
        : [
          "flag": Made.code(
            row.2, CodeSystem.observationInterpretation, row.2)
        ]
      return Made.record(
        .result, 30 + index,
        flag.merging([
          "name": Made.code("chromogranin A", CodeSystem.loinc, "9811-1"),
          "value": Made.value(row.1, "ng/mL", ucum: "ng/mL"),
          "range": .range(ReferenceRange(text: "below 102 ng/mL")), "date": Made.day(row.0),
          "laboratory": .text("Riverside"), "status": .text("final"),
        ]) { first, _ in first })
    } + [
      Made.record(
        .result, 40,
        [
          "name": .coded(Coded("creatinine")), "value": Made.value("0.84", "mg/dL"),
          "range": .range(
            ReferenceRange(
              low: Quantity("0.50", unit: "mg/dL"), high: Quantity("1.10", unit: "mg/dL"))),
          "date": Made.day("2026-10-02T08:15:00+02:00"), "laboratory": .text("Riverside"),
        ]),
      Made.record(
        .vitalSign, 41,
        [
          "name": Made.code("blood pressure", CodeSystem.loinc, "85354-9"),
          "parts": .list([
            .part(
              Part(
                Coded("systolic", [Coding(system: CodeSystem.loinc, code: "8480-6")]),
                Made.value("132", "mmHg", ucum: "mm[Hg]"))),
            .part(
              Part(
                Coded("diastolic", [Coding(system: CodeSystem.loinc, code: "8462-4")]),
                Made.value("84", "mmHg", ucum: "mm[Hg]"))),
          ]), "date": Made.day("2026-10-02"),
        ]),
      Made.record(
        .imaging, 42,
        [
          "name": Made.code("CT of the chest", CodeSystem.loinc, "24627-2"),
          "date": Made.day("2025-10-03"), "place": .text("Riverside"),
          "conclusion": .text("No sign of recurrence. Stable scar in the right lower zone."),
          "imagesAt": .text("disc at home"), "contrast": .text("without contrast"),
        ]),
      Made.record(
        .imaging, 43,
        [
          "name": .coded(Coded("Ga-68 DOTATATE PET/CT")), "date": Made.day("2020-05-02"),
          "conclusion": .text("Uptake in the lesion of the right lower lobe only."),
          "tracer": .text("Ga-68 dotatate"), "place": .text("Riverside"),
        ], .disputed),
      Made.record(
        .pathology, 44,
        [
          "name": .coded(Coded("right lower lobe and lymph nodes")),
          "date": Made.day("2020-05-11"), "number": .text("S20-1234"),
          "conclusion": .text(
            "Typical carcinoid, 18 mm. One mitosis per 2 mm2, no necrosis. Margins clear. Nine "
              + "lymph nodes without tumor."), "laboratory": .text("Riverside Pathology"),
        ], .pathologyReport),
      Made.record(
        .habit, 45,
        [
          "what": .coded(Coded("smoking")), "status": .text("never smoked"),
          "date": Made.day("2026-10-02"),
        ], .told(by: "Ana Brandt")),
    ]

  private static let people: [Record] = [
    Made.record(
      .teamMember, 50,
      [
        "name": .text("Dr. Okafor"), "role": .coded(Coded("thoracic surgeon")),
        "phone": .text("555-0134"), "organization": .text("Riverside"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .teamMember, 51,
      [
        "name": .text("Dr. Roth"), "role": .coded(Coded("family doctor")),
        "phone": .text("555-0170"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .teamMember, 52,
      [
        "name": .text("Jonas Brandt"), "relation": .text("son"), "mayBeTold": .text("everything"),
        "phone": .text("555-0111"), "phoneNight": .text("555-0112"), "emergency": .choice("yes"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .followUp, 53,
      [
        "what": .coded(Coded("CT of the chest")), "askedBy": .text("Dr. Okafor"),
        "every": .text("every 12 months"), "last": Made.day("2025-10-03"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .followUp, 54,
      [
        "what": .coded(Coded("chromogranin A")), "askedBy": .text("Dr. Okafor"),
        "every": .text("every 12 months"), "last": Made.day("2026-01-10"),
      ], .told(by: "Ana Brandt")),
    Made.record(
      .plan, 55,
      [
        "name": .coded(Coded("follow-up after lung surgery")), "date": Made.day("2020-06-01"),
        "status": .text("active"), "intent": .text("plan"),
        "activities": .list([
          .coded(Coded("CT of the chest every year")), .coded(Coded("blood test every year")),
        ]),
      ], .clinicLetter),
    Made.record(
      .document, 56,
      [
        "title": .text("Riverside hospital export"), "date": Made.day("2026-11-14"),
        "from": .text("Riverside"),
      ], attachments: [Made.hospital]),
  ]

  /// What must not be on any page.
  private static let never: [Record] = [
    Made.record(
      .coverage, 60, ["insurer": .text("Secret Insurance"), "memberId": .text("X-123")],
      .told(by: "Ana Brandt")),
    Made.record(
      .diagnosis, 61, ["name": .coded(Coded("a private matter")), "status": .choice("active")],
      .told(by: "Ana Brandt"), isPrivate: true),
    Made.record(
      .diagnosis, 62,
      ["name": .coded(Coded("ruled-out illness")), "verification": .choice("refuted")]),
    Made.record(
      .result, 63,
      ["name": .coded(Coded("mistaken test")), "status": .text("entered-in-error")]),
    Made.record(.note, 64, ["text": .text("my own thoughts")], .told(by: "Ana Brandt")),
  ]
}

extension PartialDate {
  /// For a date in a test that is written wrong: the tests would show it.
  static let noDay: PartialDate = {
    guard let day = PartialDate(dayNumber: 0) else { preconditionFailure("There was a 1970.") }
    return day
  }()
}
