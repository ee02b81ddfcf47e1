extension CodeSystem {
  /// Whether a receiver elsewhere can look a code of this system up: the systems that HL7 lists as
  /// external terminologies (terminology.hl7.org), HL7's own, and registered object identifiers.
  ///
  /// A hospital's private system is not among them: outside that hospital its codes say nothing.
  package static func isPublished(_ system: String) -> Bool {
    if published.contains(system) { return true }
    if let name = system.dropping("http://terminology.hl7.org/CodeSystem/") {
      return isName(name, and: ".-", capitals: true)
    }
    if let name = system.dropping("urn:oid:") { return isObjectIdentifier(name) }
    guard let path = system.dropping("http://hl7.org/fhir/") else { return false }
    for realm in ["uv/", "us/", "eu/"] {
      guard let inner = path.dropping(realm) else { continue }
      let parts = inner.split(separator: "/CodeSystem/", omittingEmptySubsequences: false)
      return parts.count == 2 && isName(parts[0], and: "-/", capitals: false)
        && isName(parts[1], and: ".-", capitals: true)
    }
    return isName(path.dropping("sid/") ?? path, and: "-", capitals: false)
  }

  private static let published: Set<String> = [
    loinc, snomed, ucum, rxNorm, atc, cpt, nciThesaurus, ajcc, languages, mimeTypes, uris,
    "http://standardterms.edqm.eu", "http://dicom.nema.org/resources/ontology/DCM",
    "http://nucc.org/provider-taxonomy", "http://fdasis.nlm.nih.gov",
    "http://id.who.int/icd/release/11/mms", "http://www.genenames.org",
    "http://varnomen.hgvs.org", "http://www.ncbi.nlm.nih.gov/clinvar",
    "http://ncimeta.nci.nih.gov", "http://www.orpha.net", "http://spor.ema.europa.eu/rmswi",
    "http://va.gov/terminology/medrt", "https://www.usps.com/",
    "http://unstats.un.org/unsd/methods/m49/m49.htm", "urn:iso:std:iso:3166",
    "urn:iso:std:iso:3166:-2", "urn:iso:std:iso:4217", "urn:iso:std:iso:11073:10101",
    "urn:iso-astm:E1762-95:2013",
  ]

  private static func isName(
    _ text: some StringProtocol, and marks: String, capitals: Bool
  ) -> Bool {
    !text.isEmpty
      && text.allSatisfy { letter in
        letter.isASCII
          && (letter.isNumber || (letter.isLetter && (capitals || letter.isLowercase))
            || marks.contains(letter))
      }
  }

  /// ITU-T X.660: numbers with dots between, the first 0 to 2, none with a zero before it.
  private static func isObjectIdentifier(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, ["0", "1", "2"].contains(parts[0]) else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber }
        && (part == "0" || !part.hasPrefix("0"))
    }
  }
}

extension StringProtocol {
  /// What follows `start`, or nil when the text begins otherwise.
  fileprivate func dropping(_ start: String) -> SubSequence? {
    hasPrefix(start) ? dropFirst(start.count) : nil
  }
}
