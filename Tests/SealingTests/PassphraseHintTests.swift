internal import Sealing
import Testing

@Suite struct `A hint about a passphrase` {
  @Test(
    arguments: [
      ("password", .common), ("Password1!", .common), ("letmein", .common), ("QWERTY12", .common),
      ("correct horse battery staple", .common), ("netvault 2026", .common),
      ("aaaaaaaaaaaa", .repeated), ("abab abab abab", .repeated), ("mittenmitten", .repeated),
      ("12345678", .run), ("asdfghjklx", .run), ("abcdefgh12", .run), ("zxcvbnm,", .run),
      ("1qaz2wsx", .run),
      ("anabrandt61", .name), ("Brandt-1961", .name), ("my name is Ana", .name),
      ("14061961", .digits), ("0171 555 0134", .digits), ("14.06.1961", .digits),
      ("carcinoid", .short), ("x7#Kd", .short), ("mitten salt", .short), ("lobectomies", .short),
      ("umbrellaweather", .short), ("violin october salt", .fewWords),
    ] as [(String, PassphraseHint)])
  func `says why it may be guessed`(passphrase: String, hint: PassphraseHint) {
    let names = ["Ana Brandt", "Dr. Li"]
    #expect(PassphraseHint.of(secret(passphrase), names: names) == hint)
  }

  @Test(arguments: [
    "harbor violin october salt mitten reply", "x7#Kd!2mQz0p", "vier große Äpfel im Garten",
    "the river behind my aunt's house", "Wq9 zt4 Lm2 rv8",
  ])
  func `is silent about good ones`(passphrase: String) {
    #expect(PassphraseHint.of(secret(passphrase), names: ["Ana Brandt"]) == nil)
  }

  @Test func `is silent about what is made here`() throws {
    for _ in 0..<200 {
      let words = try Secret.words()
      #expect(PassphraseHint.of(words, names: ["Ana Brandt"]) == nil)
    }
  }

  @Test func `takes an empty one`() {
    #expect(PassphraseHint.of(secret("")) != nil)
  }
}
