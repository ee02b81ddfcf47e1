internal import ArgumentParser
internal import Console
internal import Records

/// What `netvault help TOPIC` explains. A topic is a hidden command whose help is the text.
enum Topics {
  static let all: [any ParsableCommand.Type] = [
    Commands.self, ExitCodes.self, Dates.self, Privacy.self, Words.self, Accessibility.self,
  ]

  /// The whole tree, made from the commands themselves.
  struct Commands: ParsableCommand {
    static var configuration: CommandConfiguration {
      topic("commands", "Every command and every kind of record.", commands())
    }

    private static func commands() -> String {
      let groups = Netvault.configuration.groupedSubcommands.filter { $0.name != "Topics" }
      var lines: [String] = []
      for command in groups.flatMap(\.subcommands) {
        let configuration = command.configuration
        let name = configuration.commandName ?? "\(command)".lowercased()
        lines.append("  \(padded(name)) \(configuration.abstract)")
      }
      lines += ["", "Kinds of record, for add and list:"]
      for kind in KindDescription.all {
        lines.append("  \(padded(kind.kind.rawValue)) \(kind.about)")
      }
      return lines.joined(separator: "\n")
    }

    private static func padded(_ name: String) -> String {
      name + String(repeating: " ", count: max(1, 16 - name.count))
    }
  }

  struct ExitCodes: ParsableCommand {
    static var configuration: CommandConfiguration {
      let lines = Exit.allCases.map { exit in
        let code = String(exit.code)
        return "  \(String(repeating: " ", count: 3 - code.count))\(code)  \(exit.meaning)"
      }
      return topic(
        "exit-codes", "What the number at the end means, for scripts.",
        lines.joined(separator: "\n"))
    }
  }

  struct Dates: ParsableCommand {
    static let configuration = topic(
      "dates", "How to type dates.",
      """
      Type what you know: a year, a month or a day.

        2021   March 2021   2021-03   14 3 2021   14 June 1961
        last March   2 weeks ago   yesterday   next Tuesday
        about 2019   spring 2019

      netvault says back what it understood, with the month in full. It never fills in
      a day that you did not give. 3/4/2021 can be two days, so it asks which.
      """)
  }

  struct Privacy: ParsableCommand {
    static let configuration = topic(
      "privacy", "What stays secret, and what does not.",
      """
      Your vault is one file. Without the passphrase or the recovery sheet nobody can read
      it. Its size and when it was changed can be seen. Nothing is ever sent over a network.

      A summary that you export is not locked: anyone who has the file can read it.
      The diary, insurance, notes and everything marked private are left out of it
      unless you ask for them.

      A program that runs as you, while the vault is open, could read it. After netvault
      unlock that is true until netvault lock.
      """)
  }

  struct Words: ParsableCommand {
    static let configuration = topic(
      "words", "Medical words in plain words.",
      """
        carcinoid         an older name for a neuroendocrine tumor of the lung
        typical           its cells divide slowly
        atypical          its cells divide somewhat faster
        Ki-67             how many of the cells are dividing, as a percentage
        mitoses           dividing cells that the pathologist counted
        necrosis          dead tissue in the tumor
        TNM               size (T), lymph nodes (N) and spread (M) of a tumor
        R0                no tumor at the cut edge after surgery
        chromogranin A    a blood test for tumor activity
        5-HIAA            a test for a hormone of the tumor, in urine or blood
        DOTATATE          a scan that shows the tumor's receptors
        PRRT              treatment with a radioactive medicine in the blood
        authorization     the insurer's permission, asked for before a treatment
        EOB               the insurer's statement of what it paid; it is not a bill
      """)
  }

  struct Accessibility: ParsableCommand {
    static let configuration = topic(
      "accessibility", "For screen readers, braille and poor sight.",
      """
      Use --accessible, or set NETVAULT_ACCESSIBLE=1: no columns, nothing is redrawn,
      every value has its name before it. Lists are numbered; answers are typed.

      --no-color turns colors off. No color ever says anything that words do not say.
      COLUMNS=40 gives short lines for large print.
      """)
  }

  private static func topic(
    _ name: String, _ abstract: String, _ text: String
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: abstract, discussion: text, shouldDisplay: false)
  }
}
