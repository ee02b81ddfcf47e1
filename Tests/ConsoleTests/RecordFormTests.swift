import Console
import Records
import Testing

private let flu: [String: Value] = [
  "name": .coded(Coded("flu", [Coding(system: "cvx", code: "88")])),
  "note": .text("one: two\nthree"),
]

private func form() -> RecordForm { RecordForm(.of(.vaccine), flu) }

private func input() throws -> FieldInput {
  FieldInput(today: try #require(PartialDate("2026-11-21")))
}

private func mistake(_ text: String) throws -> RecordForm.Mistake? {
  let input = try input()
  do throws(RecordForm.Mistake) {
    _ = try form().read(text, with: input)
    return nil
  } catch { return error }
}

@Suite struct `A form` {
  @Test func `has a line a field, with help above and a blank line between`() {
    #expect(
      form().text.hasPrefix(
        """
        # A vaccination.
        # Change what you like, save, and close the editor.
        # Lines that start with # are not read.
        # To take an answer away, empty it. For several, write ; between them.
        # Longer text goes below its name, each line after two spaces.

        # As on the vaccination card. For example: influenza, or pneumococcal.
        Vaccine: flu

        # For example: October 2026.
        Date:

        # For example: Corner Pharmacy.
        Given by:

        # Free words, kept with the record.
        Note:
          one: two
          three

        # More, where you know it.

        # Not given: it was offered or planned, and did not happen.
        # One of: given, not given
        Status:
        """))
  }

  @Test func `without a change changes nothing`() throws {
    #expect(try form().read(form().text, with: try input()) == flu)
  }

  @Test(arguments: Kind.allCases)
  func `of every kind can be read`(kind: Kind) throws {
    let description = KindDescription.of(kind)
    var fields: [String: Value] = [:]
    for field in description.fields where field.isRequired { fields[field.name] = .text("words") }
    let form = RecordForm(description, fields)
    #expect(try form.read(form.text, with: try input()) == fields)
  }

  @Test func `takes what was changed, and keeps the codes of the rest`() throws {
    let text = form().text
      .replacing("Date:", with: "Date: mar 2021")
      .replacing("  three", with: "  three\n\n  four")
    let fields = try form().read(text, with: try input())
    #expect(fields["name"] == flu["name"])
    #expect(fields["date"] == .when(When(try #require(PartialDate("2021-03")))))
    #expect(fields["note"] == .text("one: two\nthree\n\nfour"))
  }

  @Test func `takes away what was emptied`() throws {
    let text = form().text.replacing("  one: two\n  three", with: "")
    #expect(try form().read(text, with: try input()).keys.sorted() == ["name"])
  }

  @Test func `says on which line it cannot be read`() throws {
    #expect(
      try mistake("Vaccine: flu\n\nDate: Martch 2021")
        == .init(line: 2, problem: .unknownDate("Martch 2021", meant: "March 2021")))
    #expect(
      try mistake("Vacine: flu")
        == .init(line: 0, problem: .unknownLabel("Vacine", close: "Vaccine")))
    #expect(try mistake("# x\nflu") == .init(line: 1, problem: .noLabel))
    #expect(try mistake("Vaccine:") == .init(line: 0, problem: .formNeeds("Vaccine")))
  }

  @Test func `comes back with the problem above the line, and only the last one`() throws {
    let first = RecordForm.marked("Vaccine: flu\nDate: x", .init(line: 1, problem: .noLabel))
    #expect(
      first == """
        Vaccine: flu
        # >> This line has no name in front of it.
        # >> Write it as  Name: words
        Date: x
        """)
    let second = RecordForm.marked(first, .init(line: 3, problem: .daysInMonth("June", 30)))
    #expect(
      second == """
        Vaccine: flu
        # >> June has 30 days. When was it?
        Date: x
        """)
  }
}
