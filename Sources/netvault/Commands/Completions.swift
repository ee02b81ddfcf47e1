internal import ArgumentParser
internal import Console

/// `netvault completions`: what lets a shell finish words with the Tab key.
///
/// The scripts hold the words themselves. They never run netvault, so they never open a vault.
struct Completions: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the completion script for bash, zsh or fish.",
    discussion: """
      Examples:
        netvault completions bash > ~/.local/share/bash-completion/completions/netvault
        netvault completions zsh > ~/.zfunc/_netvault
        netvault completions fish > ~/.config/fish/completions/netvault.fish

      Then open a new window, and press the Tab key while you type a command. For zsh, ~/.zfunc has \
      to be in fpath before compinit is called.

      The script only knows the words of netvault. It never looks into a vault.
      """)

  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash
    case zsh
    case fish

    var script: String {
      switch self {
      case .bash: CommandReference.completionScript(for: .bash)
      case .zsh: CommandReference.completionScript(for: .zsh)
      case .fish: FishScript.shortened(CommandReference.completionScript(for: .fish))
      }
    }
  }

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("Your shell: bash, zsh or fish.", valueName: "shell"))
  var shell: Shell

  func perform(_ talk: Talk) throws -> Exit {
    talk.terminal.write(Array((shell.script + "\n").utf8))
    return .done
  }
}
