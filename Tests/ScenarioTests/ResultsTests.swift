internal import Foundation
internal import JSON
import Testing

@Suite struct `Somebody who looks at values over time` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      ["--value", "88 ng/mL", "--date", "2025-05-12", "--laboratory", "Riverside lab"],
      ["--value", "95 ng/mL", "--date", "2025-11-09", "--laboratory", "Riverside lab"],
      [
        "--value", "121 ng/mL", "--date", "2026-05-14", "--laboratory", "City lab", "--flag", "H",
      ],
      ["--value", "118 ng/mL", "--date", "2026-11-10", "--laboratory", "Riverside lab"],
      ["--value", "<5 nmol/L", "--date", "2019-11-10"],
    ] {
      let added = try desk.netvault(
        ["add", "result", "--no-input", "--name", "Chromogranin A", "--range", "below 100"] + words)
      #expect(added.exit == .done, "\(added)")
    }
    _ = try desk.netvault(
      "add", "result", "--name", "Creatinine", "--value", "0.9 mg/dL", "--no-input")
    return desk
  }

  @Test func `sees every test with its last value`() throws {
    let desk = try desk()
    let list = try desk.netvault("results")
    #expect(list.exit == .done, "\(list)")
    let lines = list.out.split(separator: "\n")
    #expect(lines[1].contains("Chromogranin A"), "markers come first\n\(list)")
    #expect(lines[1].contains("5  118 ng/mL, above the range  10 November 2026"), "\(list)")
    #expect(list.err.contains("netvault results \"Chromogranin A\""), "\(list)")
    let plain = try desk.netvault("results", "--plain")
    #expect(plain.out.contains("Creatinine\t1\t0.9 mg/dL\t\n"), "\(plain)")
    #expect(try desk.netvault("show", "1").out.contains("118 ng/mL"))
  }

  @Test func `sees the values of one test, each unit apart, and the same in words`() throws {
    let desk = try desk()
    let shown = try desk.netvault("results", "chromo")
    #expect(shown.exit == .done, "\(shown)")
    for words in [
      "Chromogranin A, in ng/mL. Ana Brandt", "Chromogranin A, in nmol/L. Ana Brandt",
      "Usual range printed by the lab: below 100", "121  H (high)", "118  above the range",
      "City lab (different lab: compare with care)", "<5",
      "In words: 4 values over 17 months. Lowest 88, highest 121.",
      "The last 2 are above the range printed by the lab.", "o a value",
    ] {
      #expect(shown.out.contains(words), "should say \"\(words)\"\n\(shown)")
    }
    let alias = try desk.netvault("trend", "chromogranin", "a")
    #expect(alias.out == shown.out)
  }

  @Test func `hears the same without a chart and without columns`() throws {
    let shown = try desk().netvault("results", "chromogranin", "--accessible")
    #expect(
      shown.out.contains(
        "Date: 14 May 2026. Value: 121 ng/mL. Mark: H (high)."
          + " Laboratory: City lab (different lab: compare with care)."), "\(shown)")
    #expect(shown.out.contains("In words: 4 values"), "\(shown)")
    #expect(!shown.out.contains("o a value") && !shown.out.contains("---"), "\(shown)")
  }

  @Test func `gets JSON with the values as printed`() throws {
    let desk = try desk()
    let json = try desk.netvault("results", "chromogranin", "--json").jsonWhenDone()
    let series = try #require(json["series"]?.array)
    #expect(series.map { $0["unit"]?.string } == ["ng/mL", "nmol/L"])
    let values = try #require(series.first?["values"]?.array)
    #expect(values.compactMap { $0["printed"]?.string }.first == "88 ng/mL")
    #expect(values.map { $0["otherLaboratory"]?.bool } == [false, false, true, true])
    #expect(series.last?["values"]?.array?.first?["comparator"]?.string == "<")
    let tests = try desk.netvault("results", "--json").jsonWhenDone()["tests"]?.array
    #expect(tests?.first?["count"]?.int == 5)
  }

  @Test func `is told what can change a test, with the source, and may ask about it`() throws {
    let desk = try desk()
    let before = try desk.netvault("results", "chromogranin")
    #expect(before.out.contains("Source: Korse, British Journal of Cancer 2011"), "\(before)")
    #expect(!before.out.contains("Your list has"), "\(before)")
    _ = try desk.netvault(
      "add", "medicine", "--name", "omeprazole 20 mg", "--status", "current", "--no-input")
    let shown = try desk.withoutChange("results", "chromogranin")
    #expect(shown.out.contains("Your list has omeprazole 20 mg."), "\(shown)")
    #expect(shown.err.contains("netvault questions add"), "\(shown)")

    let terminal = try desk.terminal("results", "chromogranin")
    try terminal.unlock()
    try terminal.wait(for: "Add this to your questions? [yes]")
    terminal.type("")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("Saved."), "\(outcome)")
    let questions = try desk.records("question").compactMap { $0["title"]?.string }
    #expect(questions == ["Can my stomach acid medicine change the chromogranin A value?"])
    let again = try desk.netvault("results", "chromogranin")
    #expect(again.err.contains("Your questions have one about that"), "\(again)")
  }

  @Test func `keeps to days, and is helped with a name that is mistyped`() throws {
    let desk = try desk()
    let since = try desk.netvault("results", "chromogranin", "--since", "2026", "--plain")
    #expect(since.out.split(separator: "\n").count == 2, "\(since)")
    let none = try desk.withoutChange("results", "chromogranin", "--since", "2027")
    none.expectPlainWords(.notFound, saying: "no values like that")
    let wrong = try desk.withoutChange("results", "cromogranin")
    wrong.expectPlainWords(.notFound, saying: "Did you mean Chromogranin A?")
    let empty = try Desk.withVault()
    try empty.withoutChange("results").expectPlainWords(.notFound, saying: "no test results")
  }

  @Test func `chooses where several tests have the words`() throws {
    let desk = try desk()
    _ = try desk.netvault(
      "add", "result", "--name", "Creatinine clearance", "--value", "80 mL/min", "--no-input")
    let terminal = try desk.terminal("results", "creat")
    try terminal.unlock()
    try terminal.wait(for: "Which test?")
    terminal.type("2")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("In words: 1 value"), "\(outcome)")
    let both = try desk.netvault("results", "creat")
    #expect(both.out.contains("clearance, in mL/min") && both.out.contains("in mg/dL"), "\(both)")
  }

  @Test func `sees no raw signs of a hostile file`() throws {
    let desk = try desk()
    _ = try desk.netvault(
      "add", "result", "--name", "Zinc \u{1B}[31m", "--value", "7 \u{202E}mg", "--no-input")
    let shown = try desk.netvault("results", "zinc")
    #expect(!shown.out.contains("\u{1B}") && !shown.out.contains("\u{202E}"), "\(shown)")
  }
}
