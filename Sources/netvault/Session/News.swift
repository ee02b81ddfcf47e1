/// Reports that came in and that nobody read here yet. They can hold news, so they are not shown
/// without a word before them.
internal import Console
internal import FoundationEssentials
internal import Records
internal import Sealing
internal import Vault

struct News {
  let talk: Talk
  let vault: Vault

  /// Kinds of record that bring news of the illness.
  private static let kinds: Set<Kind> = [.pathology]

  /// True for a report that a file brought and that was not shown on this computer before. What a
  /// person typed is no news to them.
  func isNew(_ record: Record) -> Bool {
    Self.kinds.contains(record.kind) && record.provenance.origin != .person
      && !read.contains(record.id.text)
  }

  /// The reports that a page of another record must not give away. None where nobody is asked.
  func unread() throws -> Set<RecordID> {
    guard isWatched else { return [] }
    let known = read
    return Set(
      try vault.records(of: Self.kinds)
        .filter { $0.provenance.origin != .person && !known.contains($0.id.text) }.map(\.id))
  }

  private var isWatched: Bool {
    talk.terminal.settings.canAsk && talk.terminal.settings.answersAreTerminal && !talk.options.json
  }

  /// Asks before a new report is shown. Without a terminal, and for programs, it is shown at once.
  func ask(_ record: Record) throws {
    guard isWatched, isNew(record) else { return }
    guard try Prompt(talk.terminal).yes("This may contain news. Show it now?", flag: "yes") else {
      throw Problem.newsLater
    }
    remember(record)
  }

  // The ids of records are random numbers: this note says nothing of what they hold.
  private var path: String? {
    vault.file.map { "\(StateFolder(talk.environment).path)/read-\($0.vaultID.hex)" }
  }

  private var read: Set<String> {
    guard let path, let data = FileManager.default.contents(atPath: path) else { return [] }
    return Set(String(decoding: data, as: UTF8.self).split(separator: "\n").map { String($0) })
  }

  private func remember(_ record: Record) {
    guard let path else { return }
    StateFolder(talk.environment).make()
    let ids = read.union([record.id.text]).sorted()
    try? OutputFile.write(
      Array((ids.joined(separator: "\n") + "\n").utf8), to: path, replacing: true, durable: false)
  }
}
