internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `A report` {
  private func report(_ category: String?, _ more: JSONObject = [:]) -> JSONValue {
    var json: JSONObject = [
      "resourceType": "DiagnosticReport", "id": "r", "status": "final",
      "code": ["text": "CT of the chest"], "effectiveDateTime": "2024-01-02",
      "issued": "2024-01-03T10:00:00Z", "conclusion": "No change.",
    ]
    if let category { json["category"] = [["coding": [["code": .string(category)]]]] }
    for (key, value) in more { json[key] = value }
    return .object(json)
  }

  @Test(
    arguments: [
      ("RAD", .imaging), ("LP29684-5", .imaging), ("NMS", .imaging), ("SP", .pathology),
      ("LP7839-6", .pathology), ("LAB", .result), ("LP29693-6", .result), (nil, .result),
    ] as [(String?, Kind)])
  func `belongs to the kind of its category`(category: String?, kind: Kind) throws {
    let record = try Inline.record(report(category))
    #expect(record.kind == kind)
    #expect(record.title == "CT of the chest")
    #expect(record.said("conclusion") == "No change.")
    #expect(record.said("date") == "2 January 2024")
    #expect(record.said("status") == "final")
  }

  @Test func `of a pathologist names its specimen, number and parts`() throws {
    let record = try Inline.record(
      report(
        "SP",
        [
          "identifier": [["value": "S24-17"]], "specimen": [["display": "right lower lobe"]],
          "result": [["reference": "Observation/k"], ["display": "mitoses"]],
          "conclusionCode": [["text": "typical carcinoid"]],
        ]), with: ["resourceType": "Observation", "id": "k", "code": ["text": "Ki-67"]])
    #expect(record.said("number") == "S24-17")
    #expect(record.said("specimen") == "right lower lobe")
    #expect(record.said("members") == "Ki-67, mitoses")
    #expect(record.said("conclusion") == "No change.\ntypical carcinoid")
  }

  @Test func `of words alone is a document with its text`() throws {
    let record = try Inline.record(
      report(
        nil,
        [
          "conclusion": nil,
          "presentedForm": [["contentType": "text/plain; charset=utf-8", "data": "CkhlbGxvLg=="]],
        ]))
    #expect(record.kind == .document)
    #expect(record.said("text") == "Hello.")
  }

  @Test func `with a picture of itself brings the file`() throws {
    let result = try Inline.read([
      report(
        "RAD",
        ["presentedForm": [["contentType": "application/pdf", "data": "JVBERg==", "title": "CT"]]])
    ])
    let attachment = try #require(result.attachments.first)
    #expect(attachment.bytes == Array("%PDF".utf8))
    #expect(attachment.contentType == "application/pdf")
    #expect(attachment.record == result.facts.first?.record.id)
  }

  @Test func `gives the results that stand inside it`() throws {
    func inner(_ id: String, _ status: String) -> JSONValue {
      [
        "resourceType": "Observation", "id": .string(id), "status": .string(status),
        "code": ["text": "sodium"], "valueQuantity": ["value": 140, "unit": "mmol/L"],
      ]
    }
    let result = try Inline.read([
      report(
        "LAB",
        [
          "contained": [inner("a", "final"), inner("b", "entered-in-error")],
          "result": [["reference": "#a"], ["reference": "#b"], ["reference": "#none"]],
        ])
    ])
    #expect(result.facts.map(\.record.title) == ["CT of the chest", "sodium"])
    #expect(result.facts.last?.record.provenance.key == "|DiagnosticReport/r#a")
  }

  @Test func `that was cancelled is no fact`() throws {
    #expect(try Inline.read([report("LAB", ["status": "cancelled"])]).facts.isEmpty)
  }
}
