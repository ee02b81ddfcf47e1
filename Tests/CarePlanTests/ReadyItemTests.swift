import CarePlan
import Records
import Testing

@Suite struct `Items of the lists` {
  @Test func `are read in full, each with a name, a list, a source and a day`() {
    #expect(ReadyItem.all.count == 101)
    #expect(Set(ReadyItem.all.map(\.id)).count == 101)
    for item in ReadyItem.all {
      #expect(item.id.hasPrefix(item.list.rawValue + "-"), "\(item.id)")
      #expect(item.id.wholeMatch(of: /[a-z0-9-]+-[0-9]+/) != nil, "\(item.id)")
      #expect(item.asOf.wholeMatch(of: /20[0-9]{2}-[0-9]{2}-[0-9]{2}/) != nil, "\(item.id)")
    }
  }

  @Test func `are there for every list, in their order`() {
    for list in CareList.allCases {
      let items = ReadyItem.of(list)
      #expect(items.count >= 7, "\(list)")
      for (place, item) in items.enumerated() {
        #expect(item.id == "\(list.rawValue)-\(place + 1)")
      }
      #expect(Set(items.map(\.what)).count == items.count, "\(list)")
    }
  }

  /// Our own words about somebody else's topic; who said it is never left out.
  @Test func `name one of the sources that were read, or say that they are netvault's own`() {
    let sources = Set(ReadyItem.all.map(\.source))
    #expect(sources.count == 10)
    for source in sources {
      let isKnown = [
        "American Cancer Society", "Leukemia & Lymphoma Society", "netvault's own list",
        "United States Department of Labor", "HealthCare.gov", "National Council on Aging",
        "policyguide.com",
      ].contains { source.contains($0) }
      #expect(isKnown, "\(source)")
    }
  }

  @Test func `are plain: short sentences, no alarm, no blame`() {
    for item in ReadyItem.all {
      for text in [item.what, item.why] {
        #expect(!text.isEmpty && !text.contains("!"), "\(item.id)")
        #expect(text.first?.isUppercase == true, "\(text)")
        for sentence in text.split(separator: /[.?:;](?: |$)/) {
          #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
        }
        for word in ["please", "sorry", "must not", "failed", "invalid"] {
          #expect(!text.lowercased().contains(word), "\(text)")
        }
      }
      #expect(!item.what.hasSuffix("."), "\(item.what)")
      #expect(item.why.last.map { ".?".contains($0) } ?? false || item.why.contains("netvault "))
    }
  }

  /// Windows that nobody could confirm are not told as facts.
  @Test func `state no time but those that were confirmed`() {
    let numbers = ReadyItem.all.filter { $0.why.contains(where: \.isNumber) }
    #expect(
      numbers.map(\.id) == [
        "leaving-a-job-2", "leaving-a-job-3", "turning-65-2", "turning-65-4", "turning-65-6",
      ])
    #expect(numbers[0].why.contains("at least 60 days"))
    #expect(numbers[2].why.contains("7 months"))
    #expect(numbers[4].why.contains("15 October to 7 December"))
  }

  @Test func `ask the vault only what it can answer`() {
    let asked = Set(ReadyItem.all.compactMap(\.question))
    #expect(asked == Set(FactQuestion.allCases))
    let empty = ChecklistFacts([], upcoming: [], today: MadeUp.today)
    for question in FactQuestion.allCases {
      // Where nothing is known, nothing is done, but for what nobody left untold.
      let isDone = empty.answers(to: question).contains(where: \.isDone)
      #expect(isDone == [.untoldSymptoms, .untoldMeans].contains(question), "\(question)")
    }
  }

  @Test(
    arguments: [
      ("insurance", .insurance), ("New-Doctor", .newDoctor), ("new doctor", .newDoctor),
      ("leaving a job", .leavingAJob), ("turning 65", .turning65), ("end-of-life", .endOfLife),
      ("end-of-life papers", .endOfLife), ("Second Opinion", .secondOpinion), ("garden", nil),
      ("", nil),
    ] as [(String, CareList?)])
  func `stand on lists that are found by the words people use`(words: String, list: CareList?) {
    #expect(CareList(words: words) == list)
  }
}
