/// Questions whose answers stand each for itself: a talk that breaks off keeps those that were given.
internal import Console
internal import Records

struct AnswersSoFar {
  let answers: [String: Value]
  let notKnown: Set<String>
  /// Why the talk broke off. Nil when it came to its end.
  let brokenOff: Problem?

  private final class Last {
    var progress = Interview.Progress()
  }

  /// Asks. What stops the talk before anything was answered is thrown.
  static func ask(_ interview: inout Interview, _ talk: Talk) throws(Problem) -> AnswersSoFar {
    let last = Last()
    interview.draft = { last.progress = $0 }
    let device = talk.terminal.device
    device.deferStops(true)
    defer { device.deferStops(false) }
    do throws(Problem) {
      let outcome = try interview.run()
      if device.isStopped { throw .stopped }
      guard case .answered(let answers, let notKnown) = outcome else { throw .declined }
      return AnswersSoFar(answers: answers, notKnown: notKnown, brokenOff: nil)
    } catch {
      guard error.endsTalk, !last.progress.isEmpty else { throw error }
      return AnswersSoFar(
        answers: last.progress.answers, notKnown: last.progress.notKnown, brokenOff: error)
    }
  }
}
