internal import Records
internal import Testing

@Suite struct `A kind of record` {
  @Test func `has exactly one description`() {
    #expect(KindDescription.all.map(\.kind) == Kind.allCases)
  }

  @Test func `is found by its name, its plain word, its plural and its fixed words`() {
    for description in KindDescription.all {
      #expect(Kind(word: description.kind.rawValue) == description.kind)
      for name in description.names { #expect(Kind(word: name) == description.kind) }
    }
    #expect(Kind(word: "appointment") == .visit)
    #expect(Kind(word: "hospital-stay") == .encounter)
    #expect(Kind(word: "Vital Sign") == .vitalSign)
    #expect(Kind(word: "recipe") == nil)
  }

  @Test func `shares no word with another kind`() {
    var seen: [String: Kind] = [:]
    for description in KindDescription.all {
      for name in Set(description.names + [description.kind.rawValue]) {
        #expect(seen[name] == nil, "\(name) names two kinds")
        seen[name] = description.kind
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func `names only fields it has`(kind: Kind) {
    let description = KindDescription.of(kind)
    for name in description.titles.flatMap({ $0 }) + description.columns {
      #expect(description.field(name) != nil, "\(kind) has no field \(name)")
    }
    let dates = description.dateFields.filter { description.field($0) != nil }
    for name in dates { #expect(description.field(name)?.type == .when) }
  }

  @Test(arguments: Kind.allCases)
  func `has flags that differ and do not hide the program's own`(kind: Kind) {
    let own: Set = [
      "vault", "json", "plain", "no-input", "no-color", "accessible", "quiet", "dry-run", "yes",
      "today", "help", "version", "passphrase-file", "passphrase-fd", "private", "none-known", "as",
      "editor", "clear", "accept-older",
    ]
    let flags = KindDescription.of(kind).fields.map(\.flag)
    #expect(Set(flags).count == flags.count)
    for flag in flags { #expect(!own.contains(flag), "--\(flag) of \(kind)") }
  }

  @Test(arguments: Kind.allCases)
  func `asks plain questions, and at least one`(kind: Kind) {
    let asked = KindDescription.of(kind).fields.filter(\.isAsked)
    #expect(!asked.isEmpty)
    for field in KindDescription.of(kind).fields {
      #expect(!field.label.isEmpty)
      let words = field.question.split(separator: " ")
      #expect(words.count <= 20, "\(field.name) of \(kind) asks too long a question")
    }
  }

  @Test(arguments: Kind.allCases)
  func `explains every field, in short sentences`(kind: Kind) {
    for field in KindDescription.of(kind).fields {
      #expect(!field.help.isEmpty, "\(field.name) of \(kind)")
      for sentence in field.help.split(whereSeparator: { ".?!".contains($0) }) {
        let words = sentence.split(separator: " ")
        #expect(words.count <= 26, "\(field.name) of \(kind): \(sentence)")
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func `takes a date and a name under the words everybody tries first`(kind: Kind) throws {
    let description = KindDescription.of(kind)
    for flag in ["name", "title", "what", "text"] {
      #expect(description.field(flag: flag) != nil, "--\(flag) of \(kind)")
    }
    #expect(description.field(flag: "name")?.type != .when)
    if let date = description.dateFields.first, description.field("date") == nil {
      #expect(description.field(flag: "date")?.name == date)
    }
    #expect(description.field(flag: "shoe-size") == nil)
  }

  @Test func `turns field names into flags with dashes`() throws {
    let coverage = KindDescription.of(.coverage)
    #expect(try #require(coverage.field("memberId")).flag == "member-id")
    #expect(coverage.field(flag: "member-id")?.name == "memberId")
  }
}
