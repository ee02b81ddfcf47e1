/// What `netvault reminders install` writes: two files of systemd and the link that turns the timer on, or
/// a few lines in the file that a shell reads.
internal import Console
internal import Glibc
internal import Writing

struct Installing {
  enum Way {
    case timer
    case profile
  }

  let way: Way
  private let folder: String

  static func timer(_ environment: [String: String]) -> Installing {
    let config = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return Installing(
      way: .timer, folder: (config ?? home(environment) + "/.config") + "/systemd/user")
  }

  /// The file that the person's own shell reads for each window.
  static func profile(_ environment: [String: String]) -> Installing {
    let shell = environment["SHELL"]?.split(separator: "/").last
    let folder = home(environment)
    switch shell {
    case "zsh": return Installing(way: .profile, folder: folder + "/.zshrc")
    case "bash": return Installing(way: .profile, folder: folder + "/.bashrc")
    default: return Installing(way: .profile, folder: folder + "/.profile")
    }
  }

  static func all(_ environment: [String: String]) -> [Installing] {
    [timer(environment)]
      + [".bashrc", ".zshrc", ".profile"].map {
        Installing(way: .profile, folder: home(environment) + "/" + $0)
      }
  }

  private static func home(_ environment: [String: String]) -> String {
    environment["HOME"] ?? "."
  }

  /// What people call it.
  var name: String {
    switch way {
    case .timer: "once a day (timer)"
    case .profile: "in each new window (\(folder))"
    }
  }

  var isInPlace: Bool {
    switch way {
    case .timer: SmallFile.isThere("\(folder)/netvault-due.timer")
    case .profile: InstalledPiece.lines(of: folder) != nil
    }
  }

  /// This program, by its whole path.
  static var program: String? {
    let path = unsafe realpath("/proc/self/exe", nil)
    defer { unsafe free(path) }
    return unsafe path.map { unsafe String(cString: $0) }
  }

  func pieces(_ program: String, _ environment: [String: String]) -> [InstalledPiece] {
    switch way {
    case .profile: [InstalledPiece(path: folder, what: .lines(Self.lines(program)))]
    case .timer:
      [
        InstalledPiece(
          path: "\(folder)/netvault-due.service",
          what: .file(Self.service(program, environment))),
        InstalledPiece(path: "\(folder)/netvault-due.timer", what: .file(Self.timerUnit)),
        // What `systemctl --user enable` would make.
        InstalledPiece(
          path: "\(folder)/timers.target.wants/netvault-due.timer",
          what: .link("../netvault-due.timer")),
      ]
    }
  }

  // MARK: their words

  /// Only where somebody sees it: a program that copies files must not find words in its way.
  private static func lines(_ program: String) -> String {
    "if [ -t 1 ]; then \(shellWord(program)) due --quiet; fi\n"
  }

  private static func shellWord(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }

  private static func service(_ program: String, _ environment: [String: String]) -> String {
    // The words come from netvault alone. Where no window can be shown, they go to the journal.
    let script =
      "said=$$(\"$$1\" due --quiet); [ -n \"$$said\" ] || exit 0; "
      + "notify-send Reminder \"$$said\" 2>/dev/null || printf '%%s\\n' \"$$said\""
    var lines = [
      "[Unit]", "Description=Says how many things are due (netvault due --quiet)", "",
      "[Service]", "Type=oneshot",
    ]
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      lines.append("Environment=\(unitWord("XDG_STATE_HOME=" + state))")
    }
    lines.append(
      "ExecStart=/bin/sh -c \(quoted(script)) sh \(unitWord(program).replacing("$", with: "$$"))")
    return lines.joined(separator: "\n") + "\n"
  }

  private static let timerUnit = """
    [Unit]
    Description=Looks once a day whether something is due

    [Timer]
    OnCalendar=*-*-* 09:00:00
    Persistent=true

    [Install]
    WantedBy=timers.target

    """

  /// systemd.syntax(7), "Quoting"; a percent sign is a specifier (systemd.unit(5)).
  private static func unitWord(_ word: String) -> String {
    quoted(word.replacing("%", with: "%%"))
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
