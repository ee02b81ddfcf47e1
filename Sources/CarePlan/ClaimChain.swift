package import Records

/// Statements that take the place of earlier ones: of each chain only the last one counts.
package struct ClaimChain: Sendable {
  /// The papers that count, in the order of their days.
  package let counted: [ClaimPaper]
  /// Papers that another one took the place of.
  package let replaced: Set<RecordID>
  /// Several papers that take the place of the same one: the last of each group counts.
  package let replacedTwice: [[ClaimPaper]]

  package init(_ papers: [ClaimPaper]) {
    let links = Self.links(papers)
    var group = Array(papers.indices)
    func root(_ place: Int) -> Int {
      var place = place
      while group[place] != place { place = group[place] }
      return place
    }
    for (new, old) in links { group[root(new)] = root(old) }
    for (one, other) in Self.sharing(papers) { group[root(one)] = root(other) }
    var groups: [Int: [Int]] = [:]
    for place in papers.indices { groups[root(place), default: []].append(place) }
    let isOld = Set(links.map(\.old))
    var counted: Set<Int> = []
    var twice: [[ClaimPaper]] = []
    for members in groups.values {
      let ends = members.filter { !isOld.contains($0) }
      // Papers that take each other's place in a circle: the last one written counts.
      let candidates = ends.isEmpty ? members : ends
      let last = candidates.max { Self.order(papers[$0]) < Self.order(papers[$1]) }
      if let last { counted.insert(last) }
      if members.count > 1, candidates.count > 1 {
        twice.append(
          candidates.map { papers[$0] }.sorted { Self.order($0) < Self.order($1) })
      }
    }
    self.counted = papers.indices.filter { counted.contains($0) }.map { papers[$0] }
    replaced = Set(papers.indices.filter { !counted.contains($0) }.map { papers[$0].id })
    replacedTwice = twice.sorted { ($0[0].day ?? .long, $0[0].id) < ($1[0].day ?? .long, $1[0].id) }
  }

  /// By the numbers that a paper says it takes the place of.
  private static func links(_ papers: [ClaimPaper]) -> [(new: Int, old: Int)] {
    var places: [String: [Int]] = [:]
    for (place, paper) in papers.enumerated() {
      for number in paper.numbers { places[number, default: []].append(place) }
    }
    var links: [(Int, Int)] = []
    for (new, paper) in papers.enumerated() {
      for number in paper.replaces.subtracting(paper.numbers).sorted() {
        for place in places[number] ?? [] where place != new { links.append((new, place)) }
      }
    }
    return links
  }

  /// Two papers that take the place of the same one belong together, also where that one is not here.
  private static func sharing(_ papers: [ClaimPaper]) -> [(Int, Int)] {
    var first: [String: Int] = [:]
    var shared: [(Int, Int)] = []
    for (place, paper) in papers.enumerated() {
      for number in paper.replaces.subtracting(paper.numbers).sorted() {
        if let other = first[number] {
          shared.append((place, other))
        } else {
          first[number] = place
        }
      }
    }
    return shared
  }

  private static func order(_ paper: ClaimPaper) -> (PartialDate, PartialDate, String, RecordID) {
    (
      paper.record.when("created")?.date ?? paper.day ?? .long, paper.day ?? .long,
      paper.record.provenance.entered, paper.id
    )
  }
}
