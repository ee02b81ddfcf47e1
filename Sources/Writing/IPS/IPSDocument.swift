internal import Codes
package import JSON
internal import Records
package import Summary

/// The summary as a FHIR R4 document that hospital systems load: an International Patient Summary
/// (HL7 IPS 2.0.1).
///
/// It holds the same facts as the page, and more values of each test. What the patient chose to
/// leave out is not in it.
package struct IPSDocument {
  /// The document's own name: a UUID in lower case. The names inside are made from it.
  package let identifier: String
  /// When it was put together: an ISO 8601 instant with a zone.
  package let timestamp: String

  package init(identifier: String, timestamp: String) {
    self.identifier = identifier
    self.timestamp = timestamp
  }

  package func bundle(of summary: Summary) -> JSONValue {
    var builder = IPSBuilder(summary, document: identifier)
    builder.addPatient()
    let sections = builder.sections()
    let composition = composition(summary, sections, builder)
    let entries = [composition] + builder.entries
    return [
      "resourceType": "Bundle",
      "language": .string(Narrative.language),
      "identifier": [
        "system": .string(CodeSystem.uris), "value": .string("urn:uuid:\(identifier)"),
      ],
      "type": "document",
      "timestamp": .string(timestamp),
      "entry": .array(
        entries.map { resource in
          ["fullUrl": .string(resource.id.fullURL), "resource": .object(resource.json)]
        }),
    ]
  }

  private func composition(
    _ summary: Summary, _ sections: [JSONValue], _ builder: IPSBuilder
  ) -> Resource {
    var composition = Resource(
      "Composition", DocumentID(document: identifier, role: "composition"))
    composition.addProfiles([IPSBuilder.profile("Composition")])
    composition["status"] = "final"
    composition["type"] = [
      "coding": [
        [
          "system": .string(CodeSystem.loinc), "code": "60591-5",
          "display": "Patient summary Document",
        ]
      ]
    ]
    composition["subject"] = builder.patient
    composition["date"] = .string(timestamp)
    composition["author"] = [builder.patient]
    let reader = summary.recipient.map { " for \($0)" } ?? ""
    composition.set("title", text: "Patient summary\(reader) as of \(summary.madeOn.spelled)")
    composition["confidentiality"] = "N"
    composition.set("section", sections)
    return composition
  }
}
