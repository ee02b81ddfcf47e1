import Records

/// Finds the choice that a person means: by number, by its words, or by the start of them.
enum ChoiceInput {
  /// The place of the choice, from 0. `flag` is what the answer was given with, if anything; a
  /// number is only understood where the choices were shown with numbers.
  static func index(
    _ typed: String, among options: [Option], flag: String? = nil
  ) throws(Problem) -> Int {
    let wanted = plain(typed)
    if flag == nil, let number = Int(wanted) {
      guard (1...max(1, options.count)).contains(number), !options.isEmpty else {
        throw .numberOutside(number, last: options.count)
      }
      return number - 1
    }
    let words = options.map { [plain($0.token), plain($0.words)] }
    if let exact = words.firstIndex(where: { $0.contains(wanted) }) { return exact }
    let begun = words.indices.filter { index in
      words[index].contains { $0.hasPrefix(wanted) }
    }
    let inside = words.indices.filter { index in
      words[index].contains { (" " + $0).contains(" " + wanted) }
    }
    let found = begun.isEmpty ? inside : begun
    if found.count == 1, !wanted.isEmpty { return found[0] }
    if found.count > 1, !wanted.isEmpty {
      throw .severalChoices(typed, options[found[0]].words, options[found[1]].words)
    }
    let close = Suggest.closest(to: wanted, among: words.joined())
      .flatMap { close in words.firstIndex { $0.contains(close) } }
    throw .notAChoice(
      typed, close: close.map { flag == nil ? options[$0].words : options[$0].token },
      choices: options.map(\.token), flag: flag)
  }

  /// Without capitals, and with spaces for dashes, so that "watchful waiting" is a token too.
  private static func plain(_ text: String) -> String {
    text.lowercased().replacing("-", with: " ").replacing("_", with: " ").trimmed
  }
}
