/// Choosing a passphrase: six words that netvault makes, or one's own.
internal import Console
internal import Sealing

struct NewPassphrase {
  let talk: Talk
  /// Names that a passphrase should not be made of.
  var names: [String] = []
  /// The file of `--new-passphrase-file`.
  var file: String?

  /// Reads it from the file, or asks. It is typed twice, or once when netvault made it.
  func choose() throws(Problem) -> Secret {
    if let file {
      let given = try talk.secret(fromFile: file)
      guard given.count > 0 else { throw .passphraseEmpty }
      return given
    }
    guard talk.terminal.settings.canAsk else { throw .newPassphraseNeeded }
    talk.terminal.explain()
    talk.terminal.explain(
      "The passphrase locks everything. Six plain words are strong and easy to type.")
    let way = try Prompt(talk.terminal).choice(
      "How do you want to choose it?", ["Make six words for me", "I will choose my own"],
      default: 0, flag: "new-passphrase-file")
    return way == 0 ? try made() : try own()
  }

  private func made() throws(Problem) -> Secret {
    let words = try Self.words()
    while true {
      talk.terminal.show { bytes in
        bytes += Array("\n  Your words:  ".utf8)
        words.append(to: &bytes)
        bytes += Array("\n\n".utf8)
      }
      talk.terminal.explain("Write them on paper. They do not show while you type.")
      let typed = try talk.ask("Type them once, so your hands know them")
      if typed.isSame(as: words) {
        talk.terminal.explain("That matches.")
        return words
      }
      talk.terminal.report(.passphrasesDiffer)
    }
  }

  private static func words() throws(Problem) -> Secret {
    do { return try Secret.words() } catch { throw SealWording.problem(error, path: "") }
  }

  private func own() throws(Problem) -> Secret {
    while true {
      let first = try talk.ask("Choose a passphrase")
      guard first.count > 0 else {
        talk.terminal.report(.passphraseEmpty)
        continue
      }
      if let hint = PassphraseHint.of(first, names: names) {
        talk.terminal.explain(Styled(Self.words(hint)))
        let keeps = try Prompt(talk.terminal).yes(
          "Use it all the same?", flag: "new-passphrase-file")
        guard keeps else { continue }
      }
      let second = try talk.ask("Type it once more")
      if first.isSame(as: second) { return first }
      talk.terminal.report(.passphrasesDiffer)
    }
  }

  private static func words(_ hint: PassphraseHint) -> String {
    switch hint {
    case .common: "Many people use this one, so it is tried first. Six plain words are stronger."
    case .repeated: "It is the same few letters again and again. More different words are stronger."
    case .run: "Its letters lie beside each other on the keyboard. Such rows are tried first."
    case .name:
      "A name in it is easy to guess. Words that have nothing to do with you are stronger."
    case .digits: "Digits alone are tried quickly, dates first of all. Words are stronger."
    case .short: "It is short. A computer can try all short ones. More words are stronger."
    case .fewWords: "Four words or more are stronger, and six are very strong."
    }
  }

  /// The cost of a new passphrase: what takes about half a second on this computer.
  func cost(_ given: Int?) throws(Problem) -> KDFCost {
    if let given {
      guard let logN = UInt8(exactly: given), let cost = try? KDFCost(logN: logN) else {
        throw .flagValue("kdf-cost", example: "17")
      }
      return cost
    }
    return Calibration.cost()
  }
}

extension Secret {
  /// Writes the bytes at the end of a buffer, which its owner erases.
  borrowing func append(to bytes: inout [UInt8]) {
    lend { secret in
      for index in 0..<secret.count { bytes.append(secret[index]) }
    }
  }
}
