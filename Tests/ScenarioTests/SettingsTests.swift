internal import Foundation
internal import JSON
import Testing

/// `netvault config`, and that every setting does what it says.
@Suite struct `A setting` {
  private func config(_ desk: Desk, _ words: String...) throws -> Outcome {
    try desk.alone(["config"] + words)
  }

  private func file(_ desk: Desk) throws -> String {
    try desk.read("home/.config/netvault/config")
  }

  private func settings(_ desk: Desk, _ words: [String] = []) throws -> [String: JSONValue] {
    let json = try desk.alone(words + ["config", "--json"]).jsonWhenDone()
    let list = try #require(json["settings"]?.array)
    return Dictionary(
      uniqueKeysWithValues: list.compactMap { one in one["key"]?.string.map { ($0, one) } })
  }

  @Test func `is shown with where it comes from`() throws {
    let desk = try Desk()
    #expect(try settings(desk)["dates"]?["from"]?.string == "built-in")
    #expect(try config(desk, "dates", "day-first").exit == .done)
    #expect(try file(desk) == "dates = day-first\n")
    #expect(try settings(desk)["dates"]?["value"]?.string == "day-first")
    #expect(try settings(desk)["dates"]?["from"]?.string == "file")
    #expect(try settings(desk, ["--accessible"])["accessible"]?["from"]?.string == "flag")
    let table = try config(desk)
    #expect(table.exit == .done)
    for words in ["dates", "day-first", "the settings file", "built in", "lock-after"] {
      #expect(table.out.contains(words), "\(table)")
    }
    let one = try config(desk, "paper")
    #expect(one.err.contains("netvault config paper VALUE"), "\(one)")
  }

  @Test func `can be taken back, and leaves the other lines of the file alone`() throws {
    let desk = try Desk()
    #expect(try config(desk, "color", "no").exit == .done)
    let path = "home/.config/netvault/config"
    _ = try desk.write(path, "# mine\nshoe = 42\n" + (try file(desk)))
    #expect(try config(desk, "dates", "month-first").exit == .done)
    #expect(try file(desk) == "# mine\nshoe = 42\ncolor = no\ndates = month-first\n")
    let shown = try config(desk)
    #expect(shown.err.contains("\"shoe\", which netvault does not know"), "\(shown)")
    #expect(try config(desk, "--unset", "color").exit == .done)
    #expect(try file(desk) == "# mine\nshoe = 42\ndates = month-first\n")
    #expect(try config(desk, "--unset", "color").exit == .answeredNo)
  }

  @Test func `that there is not, or that cannot be so, is said plainly and changes nothing`() throws
  {
    let desk = try Desk()
    let unknown = try config(desk, "datse", "day-first")
    #expect(unknown.exit == .notUnderstood)
    #expect(unknown.err.contains("Did you mean:  netvault config dates"), "\(unknown)")
    for (key, value) in [
      ("dates", "metric"), ("lock-after", "soon"), ("paper", "A5"), ("color", "red"),
      ("lock-after", "13 hours"), ("vault", "dad"),
    ] {
      let outcome = try config(desk, key, value)
      #expect(outcome.exit != .done, "\(outcome)")
      #expect(outcome.err.contains("Nothing was changed."), "\(outcome)")
    }
    #expect(try config(desk, "dates", "day-first", "--dry-run").exit == .done)
    #expect(throws: (any Error).self) { try file(desk) }
  }

  @Test func `that is written by hand and cannot be read counts as none`() throws {
    let desk = try Desk()
    #expect(try config(desk, "color", "no").exit == .done)
    _ = try desk.write("home/.config/netvault/config", "dates = metric\naccessible\n=\n")
    let dates = try settings(desk)["dates"]
    #expect(dates?["from"]?.string == "built-in")
    #expect(dates?["value"]?.string?.contains("metric") == true)
  }

  @Test func `for accessible mode is weaker than the environment`() throws {
    let desk = try Desk()
    #expect(try config(desk, "accessible", "yes").exit == .done)
    #expect(try desk.alone(["config"]).err.contains("Accessible mode is on."))
    var environment = desk.environment
    environment["NETVAULT_ACCESSIBLE"] = "0"
    let off = try Program.run(["config"], environment: environment, in: desk.folder)
    #expect(!off.err.contains("Accessible mode is on."), "\(off)")
  }

  @Test func `for unlock can keep nothing open`() throws {
    let desk = try Desk.withVault()
    #expect(try config(desk, "lock-after", "off").exit == .done)
    let unlock = try desk.netvault("unlock")
    #expect(unlock.exit == .answeredNo, "\(unlock)")
    #expect(unlock.err.contains("--for 15m"), "\(unlock)")
    #expect(try config(desk, "lock-after", "1", "hour").exit == .done)
    let hour = try desk.netvault("unlock", "--dry-run")
    #expect(hour.err.contains("open for 1 hour"), "\(hour)")
  }

  @Test func `for print reaches the summary`() throws {
    let desk = try Desk.withVault()
    let before = try desk.netvault("export", "--for", "Dr. Lee", "-o", "-")
    #expect(!before.out.contains("size: A4"))
    #expect(try config(desk, "paper", "a4").exit == .done)
    #expect(try config(desk, "large-print", "yes").exit == .done)
    let after = try desk.netvault("export", "--for", "Dr. Lee", "-o", "-")
    #expect(after.out.contains("size: A4;"), "\(after.err)")
    #expect(after.out.contains("18pt"))
  }
}
