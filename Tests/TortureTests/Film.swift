internal import Sealing

/// A workload as it was played once: everything that was done to the disk, and what was true when.
struct Film {
  let events: [Disk.Event]
  /// By step: what the vault said after it. The first is before there was one.
  let moments: [Moment]
  let steps: [Step]

  init(_ steps: [Step]) throws {
    let disk = Disk()
    disk.film = []
    let session = Session(disk, key: .recovery(Script.sheet))
    var moments = [Moment()]
    for (index, step) in steps.enumerated() {
      disk.mark(.begin(index + 1))
      try step.run(session)
      disk.mark(.done(index + 1))
      moments.append(try session.moment(before: moments[index]))
    }
    events = disk.film ?? []
    self.moments = moments
    self.steps = steps
  }

  private init(events: [Disk.Event], moments: [Moment], steps: [Step]) {
    self.events = events
    self.moments = moments
    self.steps = steps
  }

  /// The same film, had some of its events not happened.
  func without(_ indices: [Int]) -> Film {
    let left = events.indices.filter { !indices.contains($0) }.map { events[$0] }
    return Film(events: left, moments: moments, steps: steps)
  }
}

/// A place in a film: the disk there, and what must be found on it.
struct Reel {
  let film: Film
  private(set) var next = 0
  private(set) var disk = Disk()
  private var done = 0
  private var begun = 0

  init(_ film: Film) { self.film = film }

  var isAtEnd: Bool { next == film.events.count }

  /// The event that comes next.
  var event: Disk.Event { film.events[next] }

  /// What may be found: the last moment that was acknowledged, and the one that was under way.
  var allowed: [Moment] { Array(film.moments[done...begun]) }

  /// Before the vault was reported as made, there may be none.
  var isBorn: Bool { done > 0 }

  var stepName: String { begun == 0 ? "nothing" : film.steps[begun - 1].name }

  mutating func advance() {
    let event = film.events[next]
    next += 1
    switch event {
    case .begin(let step): begun = step
    case .done(let step): done = step
    default: disk.perform(event)
    }
  }
}
