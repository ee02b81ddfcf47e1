/// What the global flags and the settings file say about talking. `nil` means that they say nothing.
package struct TerminalOptions: Sendable, Hashable {
  /// `false` for `--no-color`.
  package var color: Bool?
  package var isAccessible: Bool?
  package var isQuiet: Bool
  package var noInput: Bool
  package var json: Bool
  package var plain: Bool
  package var assumesYes: Bool
  /// `--no-pager`
  package var noPager: Bool
  /// The settings file; weaker than the environment, which is weaker than a flag.
  package var configuredColor: Bool?
  package var configuredAccessible: Bool?

  package init(
    color: Bool? = nil, isAccessible: Bool? = nil, isQuiet: Bool = false, noInput: Bool = false,
    json: Bool = false, plain: Bool = false, assumesYes: Bool = false,
    noPager: Bool = false, configuredColor: Bool? = nil, configuredAccessible: Bool? = nil
  ) {
    self.color = color
    self.isAccessible = isAccessible
    self.isQuiet = isQuiet
    self.noInput = noInput
    self.json = json
    self.plain = plain
    self.assumesYes = assumesYes
    self.noPager = noPager
    self.configuredColor = configuredColor
    self.configuredAccessible = configuredAccessible
  }
}

/// What the computer says about the three streams.
package struct TerminalSurroundings: Sendable, Hashable {
  package var answersAreTerminal: Bool
  package var talkIsTerminal: Bool
  /// True when there is a terminal to ask on, wherever the streams go.
  package var canAsk: Bool
  /// The width that the terminal reports.
  package var columns: Int?
  /// The height that it reports.
  package var rows: Int?

  package init(
    answersAreTerminal: Bool, talkIsTerminal: Bool, canAsk: Bool, columns: Int? = nil,
    rows: Int? = nil
  ) {
    self.answersAreTerminal = answersAreTerminal
    self.talkIsTerminal = talkIsTerminal
    self.canAsk = canAsk
    self.columns = columns
    self.rows = rows
  }
}

/// How to talk, decided once: flags before environment before the settings file.
package struct TerminalSettings: Sendable, Hashable {
  package static let defaultWidth = 72
  package static let narrowest = 40

  /// How wide the terminal is. Tables may use all of it.
  package var width: Int
  /// True when the variable COLUMNS says the width, whatever the window does.
  package var hasFixedWidth: Bool
  package var isAccessible: Bool
  package var isQuiet: Bool
  package var json: Bool
  package var plain: Bool
  package var assumesYes: Bool
  package var answersAreTerminal: Bool
  package var talkIsTerminal: Bool
  /// False without a terminal and with `--no-input`.
  package var canAsk: Bool
  package var noInput: Bool
  package var colorsAnswers: Bool
  package var colorsTalk: Bool
  /// True in a UTF-8 locale: adds `·` and `–`, and nothing more.
  package var hasUnicode: Bool
  /// How many lines the screen has, where a long answer may be shown in a pager; nil where it must
  /// not: for a program, a screen reader, a terminal without a cursor, or nobody.
  package var pagerRows: Int?

  /// How wide sentences are. Long lines are hard to read.
  package var textWidth: Int { min(width, Self.defaultWidth) }

  package static let environmentNames = [
    "NETVAULT_ACCESSIBLE", "ACCESSIBLE", "NO_COLOR", "TERM", "COLUMNS", "LC_ALL", "LC_CTYPE",
    "LANG",
  ]

  package init(
    options: TerminalOptions, environment: [String: String], surroundings: TerminalSurroundings
  ) {
    let given = environment["COLUMNS"].flatMap { Int($0) }
    hasFixedWidth = given != nil
    let columns = given ?? surroundings.columns
    width = max(Self.narrowest, columns.flatMap { $0 > 0 ? $0 : nil } ?? Self.defaultWidth)
    isAccessible =
      options.isAccessible ?? environment["NETVAULT_ACCESSIBLE"].map(Self.isTrue)
      ?? environment["ACCESSIBLE"].map(Self.isTrue) ?? options.configuredAccessible ?? false
    isQuiet = options.isQuiet
    json = options.json
    plain = options.plain
    assumesYes = options.assumesYes
    answersAreTerminal = surroundings.answersAreTerminal
    talkIsTerminal = surroundings.talkIsTerminal
    noInput = options.noInput
    canAsk = surroundings.canAsk && !options.noInput
    // no-color.org: any value but an empty one turns colour off.
    let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    // A screen reader may read the marks of a color aloud.
    let color =
      !isAccessible && (options.color ?? (isRefused ? false : options.configuredColor ?? true))
    colorsAnswers = color && surroundings.answersAreTerminal && !options.json && !options.plain
    colorsTalk = color && surroundings.talkIsTerminal
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let form = locale.lowercased()
    let isForReading = surroundings.answersAreTerminal && surroundings.canAsk
    let isRefusedPager =
      options.noPager || options.noInput || options.json || options.plain || isAccessible
      || environment["TERM"] == "dumb"
    pagerRows = isForReading && !isRefusedPager ? surroundings.rows : nil
    hasUnicode = form.contains("utf-8") || form.contains("utf8")
  }

  /// What people write to turn a thing off: `false`, `no`, `off`, `0`, or nothing.
  package static func isTrue(_ text: String) -> Bool {
    !["", "0", "false", "no", "off"].contains(text.lowercased())
  }
}
