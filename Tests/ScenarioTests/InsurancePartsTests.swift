internal import Foundation
internal import JSON
import Testing

/// What is typed in of a call while it is fresh.
@Suite struct `A call that is written down` {
  @Test func `is asked by when something was promised, where it was`() throws {
    let desk = try Desk.withVault()
    for (promise, isAsked) in [("a letter", true), ("", false)] {
      let terminal = try desk.terminal("insurance", "call", "add", "--today", "2026-11-21")
      try terminal.unlock()
      for (question, answer) in [
        ("With whom did you speak?", "Lakeview Health, Sam"), ("When?", ""),
        ("What was it about?", "the bill"), ("Which reference number", "R-7"),
      ] {
        try terminal.wait(for: question)
        terminal.type(answer)
      }
      try terminal.wait(for: "What did they promise?")
      terminal.type(promise)
      if isAsked {
        try terminal.wait(for: "By when did they promise it?")
        terminal.type("4 december 2026")
        try terminal.wait(for: "4 December 2026. Right? [yes]")
        terminal.type("")
      }
      try terminal.wait(for: "Save? [yes]")
      terminal.type("")
      let outcome = try terminal.finish()
      #expect(outcome.exit == .done, "\(outcome)")
      #expect(outcome.out.contains("By when did they promise it?") == isAsked, "\(outcome)")
    }
    let days = try desk.records("call").compactMap { $0["fields"]?["by"]?.string }
    #expect(days == ["2026-12-04"])
  }
}
