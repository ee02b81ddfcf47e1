/// The recovery sheet: new words, shown, typed back, and written as a page to print.
internal import Console
internal import Glibc
internal import Records
internal import Sealing

struct RecoverySheet: ~Copyable {
  /// The file's usual name. It says nothing about anybody.
  static let usualName = "netvault-recovery-sheet.html"

  let talk: Talk
  let words: RecoveryWords

  init(talk: Talk) throws(Problem) {
    self.talk = talk
    words = try Self.random()
  }

  private static func random() throws(Problem) -> RecoveryWords {
    do { return try RecoveryWords.random() } catch { throw SealWording.problem(error, path: "") }
  }

  /// Shows the words, and has them typed back, so that they surely are with the person.
  borrowing func show() throws(Problem) {
    talk.terminal.explain()
    talk.terminal.explain("These are your recovery words.")
    talk.terminal.show { bytes in
      bytes.append(0x0A)
      for line in 1...RecoveryWords.lines {
        bytes += Array("  Line \(line):  ".utf8)
        words.line(line).append(to: &bytes)
        bytes.append(0x0A)
      }
      bytes.append(0x0A)
    }
    talk.terminal.explain("Copy them to paper now, or print the page that comes next.")
    talk.terminal.explain("Then type them back from there, to be sure that you have them.")
    for line in 1...RecoveryWords.lines { try typeBack(line) }
    talk.terminal.explain("They all match.")
  }

  private borrowing func typeBack(_ line: Int) throws(Problem) {
    while true {
      let typed = try talk.ask("Type line \(line)")
      do throws(RecoveryWords.Mistake) {
        return try typed.lend { text throws(RecoveryWords.Mistake) in
          try words.check(text, isLine: line)
        }
      } catch {
        talk.terminal.report(error.problem)
      }
    }
  }

  /// Where to write the page: what was given, or a name that is free, if the person wants a page.
  borrowing func place(_ given: String?) throws(Problem) -> String? {
    if let given { return given }
    guard talk.terminal.settings.canAsk,
      try Prompt(talk.terminal).yes("Write the sheet to a file for printing?", flag: "output")
    else { return nil }
    return Self.freeName()
  }

  /// Fails when there is a file or a folder of that name, or when none can be made there.
  static func requireFree(_ path: String) throws(Problem) {
    var status = stat()
    if unsafe lstat(path, &status) == 0 { throw .sheetExists(path) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    if unsafe access(folder, W_OK | X_OK) != 0 { throw CannotWrite.problem(path, errno) }
  }

  private static func freeName() -> String {
    var (name, number) = (usualName, 1)
    var status = stat()
    while unsafe lstat(name, &status) == 0 {
      number += 1
      name = usualName.replacing(".html", with: "-\(number).html")
    }
    return name
  }

  /// Writes the page, for its owner's eyes only.
  borrowing func write(to path: String, owner: String, vault: String) throws(Problem) {
    var page = page(owner: owner, vault: vault)
    defer { Terminal.erase(&page) }
    try OutputFile.write(page, to: path, replacing: false)
    talk.terminal.say("Saved \(path). Print it and put it with your passport.")
    talk.terminal.say("Then delete the file: whoever has it can open the vault.")
  }

  /// One page: black on white, large type, no script, nothing from outside.
  borrowing func page(owner: String, vault: String) -> [UInt8] {
    var page: [UInt8] = []
    // No growing, which would leave a copy behind.
    page.reserveCapacity(16_384)
    let owner = Self.escaped(String(owner.prefix(200)))
    let vault = Self.escaped(String(vault.prefix(200)))
    page += Array(Self.head.utf8)
    page += Array("<p>For the vault of <b>\(owner)</b> (<i>\(vault)</i>)<br>".utf8)
    page += Array("made on \(talk.today.spelled)</p>\n<table>\n".utf8)
    for line in 1...RecoveryWords.lines {
      page += Array("<tr><th scope=\"row\">\(line)</th><td>".utf8)
      words.line(line).append(to: &page)
      page += Array("</td></tr>\n".utf8)
    }
    page += Array(Self.tail.utf8)
    return page
  }

  private static func escaped(_ text: String) -> String {
    Printable.text(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  private static let head = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>netvault recovery sheet</title>
    <style>
    @page { margin: 18mm; }
    body { font: 14pt/1.45 sans-serif; color: #000; background: #fff; max-width: 42em; margin: 1em auto; padding: 0 1em; }
    h1 { font-size: 24pt; line-height: 1.15; margin: 0 0 .3em; }
    h2 { font-size: 16pt; margin: 1em 0 .2em; }
    p { margin: .4em 0; }
    ol { margin: .3em 0; padding-left: 1.6em; }
    table { border-collapse: collapse; margin: 1em 0; width: 100%; }
    th, td { border: 1.5pt solid #000; padding: .3em .6em; font-size: 20pt; text-align: left; }
    th { width: 1.5em; text-align: center; }
    td { font-weight: bold; font-variant-ligatures: none; word-spacing: .45em; }
    code { font: bold 15pt monospace; }
    i { font-style: normal; }
    @media print { body { margin: 0; padding: 0; } }
    </style>
    </head>
    <body>
    <h1>Recovery sheet</h1>

    """

  private static let tail = """
    </table>
    <p>Whoever has this sheet and the vault file can read everything in it. Keep the sheet where you
    keep your passport, and not beside the computer. Never make a photo of it.</p>
    <h2>If the passphrase is lost</h2>
    <ol>
    <li>Open a terminal on the computer with the vault, and type <code>netvault recover</code></li>
    <li>Type the four lines above. Small or large letters do not matter.</li>
    <li>Choose a new passphrase.</li>
    </ol>
    <h2>If somebody else may have seen this sheet</h2>
    <p>Type <code>netvault key sheet --replace-old</code> for a new one. The words of this one then
    open nothing. If they may have a copy of the vault file too, type
    <code>netvault key rotate</code></p>
    </body>
    </html>

    """
}

extension RecoveryWords.Mistake {
  /// In words for people, with the word that was meant where one is close.
  var problem: Problem {
    switch self {
    case .count(let found, let expected): .recoveryWordCount(found: found, expected: expected)
    case .unknown(let number, let word):
      .unknownRecoveryWord(
        number: number, word: Printable.text(word),
        close: Suggest.closest(to: word, among: WordList.all))
    case .line(let line): .recoveryLineWrong(line: line)
    }
  }
}
