import Console
import Testing

private func settings(
  _ options: TerminalOptions = TerminalOptions(), _ environment: [String: String] = [:],
  answers: Bool = true, talk: Bool = true, canAsk: Bool = true, columns: Int? = 100
) -> TerminalSettings {
  TerminalSettings(
    options: options, environment: environment,
    surroundings: TerminalSurroundings(
      answersAreTerminal: answers, talkIsTerminal: talk, canAsk: canAsk, columns: columns))
}

@Suite struct `The settings of a terminal` {
  @Test(
    arguments: [
      ([:], 100, 72), (["COLUMNS": "60"], 60, 60), (["COLUMNS": "20"], 40, 40),
      (["COLUMNS": "wide"], 100, 72), (["COLUMNS": "0"], 72, 72),
    ] as [([String: String], Int, Int)])
  func `follow COLUMNS, down to 40`(environment: [String: String], width: Int, text: Int) {
    let found = settings(TerminalOptions(), environment)
    #expect(found.width == width)
    #expect(found.textWidth == text)
  }

  @Test func `are 72 columns wide where nobody knows better`() {
    #expect(settings(columns: nil).width == 72)
  }

  @Test func `decide about colour for each stream`() {
    #expect(settings(answers: true, talk: false).colorsAnswers)
    #expect(!settings(answers: true, talk: false).colorsTalk)
    #expect(!settings(answers: false, talk: true).colorsAnswers)
    #expect(settings(answers: false, talk: true).colorsTalk)
  }

  @Test(
    arguments: [
      (TerminalOptions(), ["NO_COLOR": "1"], false),
      (TerminalOptions(), ["NO_COLOR": ""], true),
      (TerminalOptions(), ["TERM": "dumb"], false),
      (TerminalOptions(color: false), [:], false),
      (TerminalOptions(configuredColor: false), [:], false),
      (TerminalOptions(configuredColor: true), ["NO_COLOR": "1"], false),
      (TerminalOptions(json: true), [:], false),
      (TerminalOptions(plain: true), [:], false),
    ] as [(TerminalOptions, [String: String], Bool)])
  func `turn colour off`(options: TerminalOptions, environment: [String: String], color: Bool) {
    #expect(settings(options, environment).colorsAnswers == color)
  }

  @Test(
    arguments: [
      (TerminalOptions(), [:], false),
      (TerminalOptions(), ["ACCESSIBLE": "1"], true),
      (TerminalOptions(), ["ACCESSIBLE": "no"], false),
      (TerminalOptions(), ["ACCESSIBLE": ""], false),
      (TerminalOptions(), ["NETVAULT_ACCESSIBLE": "0", "ACCESSIBLE": "1"], false),
      (TerminalOptions(), ["NETVAULT_ACCESSIBLE": "true"], true),
      (TerminalOptions(configuredAccessible: true), [:], true),
      (TerminalOptions(configuredAccessible: true), ["NETVAULT_ACCESSIBLE": "False"], false),
      (TerminalOptions(isAccessible: true), ["NETVAULT_ACCESSIBLE": "0"], true),
    ] as [(TerminalOptions, [String: String], Bool)])
  func `are accessible by flag, then environment, then the settings file`(
    options: TerminalOptions, environment: [String: String], isAccessible: Bool
  ) {
    #expect(settings(options, environment).isAccessible == isAccessible)
  }

  @Test func `ask nothing without a terminal or with --no-input`() {
    #expect(settings().canAsk)
    #expect(!settings(canAsk: false).canAsk)
    #expect(!settings(TerminalOptions(noInput: true)).canAsk)
  }

  @Test(
    arguments: [
      (["LANG": "en_US.UTF-8"], true), (["LANG": "C"], false), ([:], false),
      (["LANG": "en_US.UTF-8", "LC_ALL": "C"], false),
      (["LC_ALL": "", "LANG": "de_DE.utf8"], true),
    ] as [([String: String], Bool)])
  func `know whether there is more than ASCII`(environment: [String: String], unicode: Bool) {
    #expect(settings(TerminalOptions(), environment).hasUnicode == unicode)
  }
}
