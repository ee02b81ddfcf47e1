internal import Foundation
internal import JSON
import Testing

/// `netvault show`: a diagnosis as a pathology summary, a treatment as a doctor tells it.
@Suite struct `A page of one record` {
  private func add(_ desk: Desk, _ words: String...) throws {
    let added = try desk.netvault(
      ["--today", "2026-11-21", "add"] + words + ["--no-input"])
    #expect(added.exit == .done, "\(added)")
  }

  /// The names of the lines, in their order.
  private func labels(_ outcome: Outcome) -> [String] {
    outcome.out.split(separator: "\n").dropFirst().compactMap { line in
      line.firstMatch(of: #/^(\S.*?) {2}/#).map { String($0.output.1) }
    }
  }

  private func tumor(on desk: Desk) throws {
    try add(
      desk, "diagnosis", "--name", "typical carcinoid of the lung", "--role", "primary",
      "--diagnosed", "2020-04-22", "--site", "right lower lobe", "--histology", "typical",
      "--mitoses", "1 per 2 mm2", "--necrosis", "no", "--size", "18 mm", "--stage", "pT1b pN0 M0",
      "--stage-group", "IA2", "--stage-type", "pathological", "--stage-edition",
      "AJCC 8th edition", "--nodes-examined", "9", "--nodes-positive", "0", "--margins", "R0",
      "--told-by", "Dr. Okafor", "--copied-from", "report", "--men1", "not-tested")
  }

  @Test func `reads like a pathology summary, and says what is not known`() throws {
    let desk = try Desk.withVault()
    try tumor(on: desk)
    try add(desk, "diagnosis", "--name", "high blood pressure", "--role", "other")
    let page = try desk.netvault("show", "diagnosis")
    #expect(page.exit == .done, "\(page)")
    for words in [
      "Diagnosis: typical carcinoid of the lung", "22 April 2020, told by Dr. Okafor",
      "Cell type (histology)", "Dividing cells (mitoses)", "1 per 2 mm2",
      "Dead tissue (necrosis)", "18 mm", "0 of 9 with tumor",
      "pT1b pN0 M0, stage IA2, after surgery, AJCC 8th edition", "not tested",
      "a report in my hand", "grade, somatostatin receptors",
    ] {
      #expect(page.out.contains(words), "\(words)\n\(page)")
    }
    #expect(page.out.contains(/Growth rate \(Ki-67\) +not known/), "\(page)")
    let order = labels(page)
    let wanted = [
      "What", "Found", "Where", "Cell type (histology)", "Dividing cells (mitoses)",
      "Dead tissue (necrosis)", "Growth rate (Ki-67)", "Size", "Lymph nodes (N)",
      "Cut edge (margins)", "Stage (TNM)", "Not written down", "Source",
    ]
    #expect(order.filter { wanted.contains($0) } == wanted, "\(order)")
    // Each fact stands once.
    for fact in ["R0", "18 mm", "right lower lobe", "IA2"] {
      #expect(page.out.ranges(of: fact).count == 1, "\(fact)\n\(page)")
    }
  }

  @Test func `has treatments, reports and what came later beneath the first diagnosis`() throws {
    let desk = try Desk.withVault()
    try tumor(on: desk)
    try add(
      desk, "treatment", "--type", "surgery", "--name", "lobectomy", "--start", "2020-05-11",
      "--status", "done")
    try add(
      desk, "treatment", "--type", "radionuclide", "--name", "lutetium dotatate", "--start",
      "2024-02", "--status", "done", "--activity", "7.4", "--cycles-given", "4",
      "--cycles-planned", "4")
    try add(
      desk, "diagnosis", "--name", "carcinoid in the liver", "--role", "metastasis",
      "--diagnosed", "2023-10-02", "--of", "typical carcinoid")
    try add(
      desk, "pathology", "--name", "lobectomy report", "--date", "2020-05-14", "--conclusion",
      "Typical carcinoid, Ki-67 2 %.")
    let page = try desk.netvault("show", "diagnosis")
    for words in [
      "2 October 2023, carcinoid in the liver, the tumor has spread", "11 May 2020, lobectomy",
      "4 of 4 cycles, 7.4 GBq a cycle", "\"Typical carcinoid, Ki-67 2 %.\"",
      "see the reports below",
    ] {
      #expect(page.out.contains(words), "\(words)\n\(page)")
    }
    let later = try desk.netvault("show", "carcinoid in the liver")
    #expect(later.out.contains(/Belongs to +typical carcinoid of the lung/), "\(later)")
  }

  @Test func `tells a treatment with its doses, and what nobody asked of it not at all`() throws {
    let desk = try Desk.withVault()
    try add(
      desk, "treatment", "--type", "radiation", "--name", "radiation of the spine", "--start",
      "2025-01-07", "--end", "2025-02-10", "--status", "stopped", "--status-reason",
      "sore throat", "--goal", "palliative", "--radiation-area", "spine", "--radiation-dose",
      "30", "--fractions", "10", "--side-effects", "tired")
    try add(
      desk, "late-effect", "--effect", "stiff back", "--of", "radiation", "--status", "possible",
      "--said-by", "Dr. Lee")
    let page = try desk.netvault("show", "spine")
    for words in [
      "stopped, sore throat", "to ease symptoms", "7 January 2025, until 10 February 2025",
      "30 Gy in 10 sessions (fractions), to: spine", "stiff back, possible, told by Dr. Lee",
    ] {
      #expect(page.out.contains(words), "\(words)\n\(page)")
    }
    #expect(!page.out.contains("GBq"))
    #expect(!page.out.contains("Lymph nodes"))
  }

  @Test func `speaks in sentences in accessible mode`() throws {
    let desk = try Desk.withVault()
    try tumor(on: desk)
    let page = try desk.netvault("show", "diagnosis", "--accessible")
    #expect(page.out.contains("Growth rate (Ki-67): not known."), "\(page)")
    #expect(!page.out.contains("  "))
  }

  @Test func `asks before a new pathology report is shown, once, and only at a terminal`() throws {
    let desk = try Desk.withVault()
    let report = #"""
      {"resourceType":"DiagnosticReport","id":"p1","status":"final",
      "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074",
      "code":"SP"}]}],"code":{"text":"Surgical pathology"},
      "subject":{"reference":"Patient/ana"},"effectiveDateTime":"2026-11-10",
      "conclusion":"Carcinoid in two lymph nodes."}
      """#
    let file = try desk.write("report.json", Fixture.bundle([Fixture.patient(), report]))
    #expect(try desk.netvault("import", file, "--yes").exit == .done)
    #expect(try desk.records("pathology").count == 1)
    let quiet = try desk.netvault("show", "pathology")
    #expect(quiet.out.contains("two lymph nodes"), "\(quiet)")

    let no = try desk.terminal("show", "pathology")
    try no.unlock()
    try no.wait(for: "This may contain news. Show it now? [yes]")
    no.type("no")
    let later = try no.finish()
    #expect(later.exit == .answeredNo, "\(later)")
    #expect(!later.out.contains("two lymph nodes"), "\(later)")
    #expect(later.out.contains("It stays in your vault"), "\(later)")

    let yes = try desk.terminal("show", "pathology")
    try yes.unlock()
    try yes.wait(for: "Show it now? [yes]")
    yes.type("")
    #expect(try yes.finish().out.contains("two lymph nodes"))

    let again = try desk.terminal("show", "pathology")
    try again.unlock()
    let outcome = try again.finish()
    #expect(outcome.out.contains("two lymph nodes"), "\(outcome)")
    #expect(!outcome.out.contains("may contain news"), "\(outcome)")
  }

  @Test func `does not give away a new report on the page of the diagnosis`() throws {
    let desk = try Desk.withVault()
    try tumor(on: desk)
    let report = #"""
      {"resourceType":"DiagnosticReport","id":"p1","status":"final",
      "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074",
      "code":"SP"}]}],"code":{"text":"Surgical pathology"},
      "subject":{"reference":"Patient/ana"},"effectiveDateTime":"2026-11-10",
      "conclusion":"Carcinoid in two lymph nodes."}
      """#
    let file = try desk.write("report.json", Fixture.bundle([Fixture.patient(), report]))
    #expect(try desk.netvault("import", file, "--yes").exit == .done)
    let terminal = try desk.terminal("show", "diagnosis")
    try terminal.unlock()
    let page = try terminal.finish()
    #expect(page.out.contains("not read here yet"), "\(page)")
    #expect(!page.out.contains("two lymph nodes"), "\(page)")
  }
}
