internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `An insurance policy` {
  @Test func `has the numbers of the card`() throws {
    func part(_ code: String, _ value: String, _ name: String? = nil) -> JSONValue {
      var json: JSONObject = [
        "type": ["coding": [["code": .string(code), "display": .string(code.uppercased())]]],
        "value": .string(value),
      ]
      if let name { json["name"] = .string(name) }
      return .object(json)
    }
    let result = try Inline.read([
      [
        "resourceType": "Coverage", "status": "active", "type": ["text": "HMO"],
        "identifier": [
          ["type": ["coding": [["code": "MB"]]], "value": "M-1"], ["value": "other"],
        ],
        "subscriberId": "S-1", "relationship": ["text": "self"], "dependent": "01",
        "period": ["start": "2024-01-01", "end": "2024-12-31"], "order": 1,
        "payor": [["reference": "Organization/o"]],
        "class": [
          part("plan", "P-9", "Gold"), part("group", "G-1"), part("rxbin", "610"),
          part("rxpcn", "ABC"), part("rxgroup", "RX1"), part("subplan", "SP"),
        ],
        "costToBeneficiary": [
          ["type": ["text": "visit"], "valueMoney": ["value": 20, "currency": "USD"]]
        ],
      ],
      [
        "resourceType": "Organization", "id": "o", "name": "Acme Health",
        "identifier": [["value": "45002"]], "telecom": [["system": "phone", "value": "800"]],
      ],
    ])
    let record = try #require(result.facts.first?.record)
    #expect(result.facts.count == 1)
    #expect(record.kind == .coverage)
    #expect(record.said("insurer") == "Acme Health")
    #expect(record.said("plan") == "Gold")
    #expect(record.said("memberId") == "M-1")
    #expect(record.said("groupId") == "G-1")
    #expect(record.said("subscriberId") == "S-1")
    #expect(record.said("rxBin") == "610")
    #expect(record.said("rxPcn") == "ABC")
    #expect(record.said("rxGroup") == "RX1")
    #expect(record.said("classes") == "PLAN: P-9, Gold, SUBPLAN: SP")
    #expect(record.said("costs") == "visit 20 USD")
    #expect(record.said("start") == "1 January 2024")
    #expect(record.said("end") == "31 December 2024")
    #expect(record.said("phone") == "800")
    #expect(record.said("payerId") == "45002")
    #expect(result.tally["Organization"]?.folded == 1)
  }

  @Test func `of an insurer known by a short word alone is named`() throws {
    let record = try Inline.record([
      "resourceType": "Coverage", "payor": [["identifier": ["value": "CMS"]]],
    ])
    #expect(record.said("insurer") == "CMS")
  }
}

@Suite struct `A claim` {
  private static let statement: JSONValue = [
    "resourceType": "ExplanationOfBenefit", "id": "e", "status": "active", "outcome": "complete",
    "type": ["text": "professional"],
    "billablePeriod": ["start": "2024-02-01", "end": "2024-02-01"],
    "created": "2024-03-01", "insurer": ["display": "Acme Health"],
    "provider": ["display": "North Clinic"], "identifier": [["value": "C-7"]],
    "diagnosis": [["diagnosisCodeableConcept": ["text": "C7A.090"]]],
    "item": [
      ["productOrService": ["text": "CT"]], ["productOrService": ["text": "CT"]],
      ["productOrService": ["text": "visit"]],
    ],
    "total": [
      [
        "category": ["coding": [["code": "submitted"]], "text": "Submitted"],
        "amount": ["value": .number("1200.50"), "currency": "USD"],
      ],
      [
        "category": ["coding": [["code": "memberliability"]]],
        "amount": ["value": 40, "currency": "USD"],
      ],
    ],
    "payment": ["amount": ["value": 900, "currency": "USD"], "date": "2024-03-05"],
    "related": [["claim": ["identifier": ["value": "C-6"]], "relationship": ["text": "prior"]]],
  ]

  @Test func `has its amounts as printed`() throws {
    let record = try Inline.record(Self.statement)
    #expect(record.kind == .claim)
    #expect(record.said("service") == "CT, visit")
    #expect(record.said("billed") == "1200.50 USD")
    #expect(record.said("patientOwes") == "40 USD")
    #expect(record.said("planPaid") == "900 USD")
    // The plan paid on that day. It is not the day on which the person paid.
    #expect(record.said("paidOn") == nil)
    #expect(record.said("number") == "C-7")
    #expect(record.said("replaces") == "C-6")
    #expect(record.said("match") == "statement-only")
    #expect(
      record.said("totals") == "Submitted 1200.50 USD, memberliability 40 USD, payment 900 USD, "
        + "paid by the plan on 5 March 2024")
  }

  @Test func `never makes a diagnosis`() throws {
    let result = try Inline.read([Self.statement])
    #expect(result.facts.map(\.record.kind) == [.claim])
    #expect(result.facts.first?.record.said("diagnoses") == "C7A.090")
  }
}
