/// Times of day as people say them, written as `10:30`.
enum DateClock {
  static func plain(_ text: String) -> String {
    var text = text
    if text.contains(".m") {
      for half in ["a.m.", "p.m.", "a.m", "p.m"] {
        text = text.replacing(half, with: half.filter { $0 != "." })
      }
    }
    if text.contains("clock") {
      text = text.replacing("o'clock", with: "oclock").replacing("o\u{2019}clock", with: "oclock")
    }
    // Most phrases have no time: a search for each way of saying one would be slow.
    if text.contains("half") || text.contains("quarter"),
      let match = text.firstMatch(of: /\b(half|quarter) (past|to) (\d{1,2}|[a-z]+)\b/),
      let hour = Int(match.output.3) ?? DateWords.count(String(match.output.3)), hour <= 23,
      !(match.output.1 == "half" && match.output.2 == "to")
    {
      let minute = match.output.1 == "half" ? 30 : match.output.2 == "past" ? 15 : 45
      let hour = match.output.2 == "to" ? (hour + 23) % 24 : hour
      text.replaceSubrange(match.range, with: time(daytime(hour, text), minute))
    }
    for (word, clock) in [("noon", "12:00"), ("midday", "12:00"), ("midnight", "00:00")] {
      if text.hasSuffix(word), text.dropLast(word.count).last?.isLetter != true {
        text = text.dropLast(word.count) + clock
      }
    }
    // "at 9", "9 oclock": the hours of the night are never meant.
    let isHour = text.contains("oclock") || text.contains("at ")
    if isHour, let match = text.firstMatch(of: /\b(\d{1,2}) ?oclock\b/) ?? atHour(text),
      let hour = Int(match.output.1), hour <= 23
    {
      text.replaceSubrange(match.range, with: "at " + time(daytime(hour, text), 0))
    }
    // "10.30" is a time only after a day.
    if let mark = text.dropLast(2).last, mark == "." || mark == "h",
      let match = text.firstMatch(of: /(\d{1,2})[.h](\d{2})$/),
      isDay(text[..<match.range.lowerBound])
    {
      text.replaceSubrange(match.range, with: "\(match.output.1):\(match.output.2)")
    }
    return text
  }

  private static func atHour(_ text: String) -> Regex<(Substring, Substring)>.Match? {
    guard let match = text.firstMatch(of: /\bat (\d{1,2})$/),
      match.range.lowerBound > text.startIndex, !text[..<match.range.lowerBound].contains("was ")
    else { return nil }
    return match
  }

  private static func time(_ hour: Int, _ minute: Int) -> String {
    "\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// Without "am" or "pm", 3 o'clock is in the afternoon. It is said back, and can be put right.
  private static func daytime(_ hour: Int, _ text: String) -> Int {
    let isSaid = text.contains(/\b[ap]m\b/)
    return isSaid || !(1...6).contains(hour) ? hour : hour + 12
  }

  /// Whether the words before a time end in a day: a weekday, "tomorrow", or a date with a month.
  private static func isDay(_ words: Substring) -> Bool {
    words.split { !$0.isLetter }.contains { word in
      ["today", "tomorrow", "yesterday", "at"].contains(word)
        || DateWords.weekday(String(word)) != nil || DateWords.month(String(word)) != nil
    }
  }
}
