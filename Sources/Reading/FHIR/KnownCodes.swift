internal import Codes
internal import Records

/// Looks the codes of a file up in the program's own list.
extension Coded {
  /// What the first known code of this concept means to netvault.
  var group: CodeGroup? {
    for coding in codings {
      guard let code = coding.code, let system = coding.canonicalSystem else { continue }
      if let group = CodeTable.shared.group(of: system, code) { return group }
    }
    return nil
  }

  func isIn(_ groups: CodeGroup...) -> Bool {
    for coding in codings {
      guard let code = coding.code, let system = coding.canonicalSystem,
        let group = CodeTable.shared.group(of: system, code)
      else { continue }
      if groups.contains(group) { return true }
    }
    return false
  }

  /// True when a coding is one of these, under any name of the system.
  func has(oneOf codes: Set<String>, in system: String) -> Bool {
    codings.contains { coding in
      guard let code = coding.code, codes.contains(code) else { return false }
      return coding.canonicalSystem == system
    }
  }
}

extension Coding {
  /// The system by the name FHIR gives it: older systems write the object identifier.
  var canonicalSystem: String? {
    guard let system, system.hasPrefix("urn:oid:") else { return system }
    return Self.systemsByOID[system] ?? system
  }

  /// Our own words for a code that came without any.
  var knownWords: String? {
    guard let code, let system = canonicalSystem else { return nil }
    return CodeTable.shared.entry(system, code)?.words ?? StandardWords.words(self)
  }

  private static let systemsByOID = [
    "urn:oid:2.16.840.1.113883.6.96": CodeSystem.snomed,
    "urn:oid:2.16.840.1.113883.6.1": CodeSystem.loinc,
    "urn:oid:2.16.840.1.113883.6.90": CodeSystem.icd10CM,
    "urn:oid:2.16.840.1.113883.6.103": CodeSystem.icd9CM,
    "urn:oid:2.16.840.1.113883.6.88": CodeSystem.rxNorm,
    "urn:oid:2.16.840.1.113883.6.69": CodeSystem.ndc,
    "urn:oid:2.16.840.1.113883.12.292": CodeSystem.cvx,
    "urn:oid:2.16.840.1.113883.6.73": CodeSystem.atc,
  ]
}
