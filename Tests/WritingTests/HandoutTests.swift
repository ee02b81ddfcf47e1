import Testing
import Writing

@Suite struct `A sheet for a visit` {
  private let sheet = Handout(
    title: "My questions <&>", about: "Ana \u{1B}[31m Brandt, 21 November 2026",
    parts: [
      Handout.Part(
        "Choosing",
        [Handout.Item("Why <b>that</b>?\nline two", details: ["For Dr. \"Lee\""], room: 2)],
        isNumbered: true),
      Handout.Part("Empty", []), Handout.Part("News", [Handout.Item("a"), Handout.Item("b")]),
    ], end: ["This diary does not warn anyone."])

  @Test func `is one page without script, with every word escaped`() {
    let page = sheet.page(isLargePrint: false)
    #expect(page.contains("<h1>My questions &lt;&amp;&gt;</h1>"))
    #expect(page.contains("<li>Why &lt;b&gt;that&lt;/b&gt;?"))
    #expect(page.contains("For Dr. &quot;Lee&quot;"))
    #expect(!page.contains("<script") && !page.contains("http:"))
    #expect(page.contains("default-src 'none'") && page.contains("lang=\"en\""))
    #expect(page.ranges(of: "<div class=\"room\">").count == 2)
    #expect(page.ranges(of: "<ol>").count == 1 && page.ranges(of: "<ul>").count == 1)
    #expect(!page.contains("Empty"), "a part without anything in it is left out")
    #expect(page.contains("font: 14pt"))
    #expect(sheet.page(isLargePrint: true).contains("font: 18pt"))
  }

  @Test func `says the same in plain text`() {
    #expect(
      sheet.text == """
        My questions <&>
        Ana ?[31m Brandt, 21 November 2026

        CHOOSING
        1. Why <b>that</b>? line two
           For Dr. "Lee"
           ____________________________________________________________
           ____________________________________________________________

        NEWS
        - a
        - b

        This diary does not warn anyone.

        """)
  }
}
