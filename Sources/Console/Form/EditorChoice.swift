/// The person's editor, and how to keep it from writing the form anywhere else.
///
/// Editors copy what they edit: swap files, undo files, backups, and lists of what was searched.
package struct EditorChoice: Sendable, Hashable {
  package let program: String
  package let arguments: [String]
  /// False for an editor that netvault does not know how to keep quiet.
  package let isKnown: Bool

  /// `command` is what VISUAL or EDITOR holds. `resolve` gives the file that a program's name leads
  /// to, or nil; `editor` and `vi` are other names of other editors.
  package init?(
    visual: String?, editor: String?, resolve: (String) -> String?
  ) {
    let wished = [visual, editor].lazy.compactMap { $0?.trimmed }.first { !$0.isEmpty }
    let commands = wished.map { [$0] } ?? ["nano", "vim", "vi"]
    for command in commands {
      // Words only: netvault starts no shell that could read more into it.
      let words = command.split(separator: " ").map { String($0) }
      guard let name = words.first, let file = resolve(name) else { continue }
      let quiet = Self.quiet(Self.base(file)) ?? Self.quiet(Self.base(name))
      program = file
      arguments = words.dropFirst() + (quiet ?? [])
      isKnown = quiet != nil
      return
    }
    return nil
  }

  /// The one that the environment names, or one of those that are usually there.
  package init?(environment: [String: String]) {
    let path = environment["PATH"] ?? "/usr/bin:/bin"
    self.init(visual: environment["VISUAL"], editor: environment["EDITOR"]) {
      Editor.resolve($0, path: path)
    }
  }

  private static func base(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  private static func quiet(_ name: String) -> [String]? {
    // A line of a record must not set anything in the editor either: a modeline is a command.
    let vim = [
      "-n", "-i", "NONE", "--cmd", "set nomodeline", "-c",
      "set noswapfile nobackup nowritebackup noundofile nomodeline",
    ]
    switch name {
    case "nvim": return vim
    // Restricted: no backups, and no writing to another file.
    case "nano", "rnano": return ["-R"]
    case "mg": return ["-n"]
    case "hx", "helix", "ed": return []
    // Debian calls its builds emacs-gtk, emacs-nox and so on.
    case _ where name == "emacs" || name.hasPrefix("emacs-"):
      return [
        "-nw", "--eval",
        "(setq make-backup-files nil auto-save-default nil auto-save-list-file-prefix nil"
          + " create-lockfiles nil enable-local-variables nil enable-local-eval nil)",
      ]
    default:
      // Debian calls its builds vim.basic, vim.tiny, vim.gtk3 and so on.
      return name == "vim" || name.hasPrefix("vim.") ? vim : nil
    }
  }
}
