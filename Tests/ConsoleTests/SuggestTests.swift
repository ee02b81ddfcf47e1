import Console
import Testing

@Suite struct `A suggestion` {
  private let commands = ["add", "list", "show", "import", "export", "restore", "results"]

  @Test(arguments: [
    ("improt", "import"), ("exprot", "export"), ("ad", "add"), ("lsit", "list"),
    ("RESULT", "results"), ("restroe", "restore"), ("sohw", "show"),
  ])
  func `is the word that was nearly typed`(typed: String, meant: String) {
    #expect(Suggest.closest(to: typed, among: commands) == meant)
  }

  @Test(arguments: ["frobnicate", "x", "", "lung", "banana"])
  func `is nothing when no word is near`(typed: String) {
    #expect(Suggest.closest(to: typed, among: commands) == nil)
  }

  @Test func `prefers the closest, then the first`() {
    #expect(Suggest.closest(to: "cat", among: ["cart", "bat", "cat"]) == "cat")
    #expect(Suggest.closest(to: "cat", among: ["bat", "rat"]) == "bat")
    #expect(Suggest.closest(to: "fsh", among: ["bash", "zsh", "fish"]) == "fish")
  }
}
