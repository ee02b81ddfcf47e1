/// Makes the commands that are shown mean the vault that was asked about.
///
/// "Next: netvault add symptom" after `--vault dad` would write in the vault of somebody else.
package struct CommandNaming: Sendable, Hashable {
  /// The name after `--vault`.
  private let vault: String

  /// Nil where no vault was named. A path is left out: who types one every time has it in the
  /// shell's history, and it would not fit beside the command.
  package init?(vault: String?) {
    guard let vault, !vault.isEmpty, !vault.contains("/") else { return nil }
    self.vault = vault
  }

  /// ` --vault dad`, to stand after the program's name.
  package static func flag(_ vault: String?) -> String {
    guard let vault else { return "" }
    let isPlain = vault.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    return isPlain ? " --vault \(vault)" : " --vault \"\(vault)\""
  }

  /// The text with the vault in each command: at its beginning, after a colon, or after two spaces.
  func named(_ text: String) -> String {
    guard text.contains("netvault ") else { return text }
    return text.replacing(#/(^|: |\n|  )netvault (?!(?:init|practice|vaults|help)\b)(?=[a-z])/#) {
      match in
      "\(match.output.1)netvault\(Self.flag(vault)) "
    }
  }
}

extension Styled {
  func naming(_ naming: CommandNaming?) -> Styled {
    guard let naming else { return self }
    var named = self
    for index in named.runs.indices {
      named.runs[index].text = naming.named(named.runs[index].text)
    }
    return named
  }
}
