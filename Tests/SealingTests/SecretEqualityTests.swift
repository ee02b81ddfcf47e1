internal import Sealing
internal import Testing

@Suite struct `Two secrets` {
  private func secret(_ text: String) -> Secret { Secret(copying: Array(text.utf8).span) }

  @Test func `are the same when their bytes are`() {
    for word in ["mitten", ""] {
      let isSame = secret(word).isSame(as: secret(word))
      #expect(isSame)
    }
  }

  @Test(arguments: [("mitten", "kitten"), ("a", "ab"), ("", "a"), ("mitten ", "mitten")])
  func `differ by a byte or by their length`(left: String, right: String) {
    let isSame = secret(left).isSame(as: secret(right))
    #expect(!isSame)
  }
}
