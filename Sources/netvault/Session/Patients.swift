/// Whose records a file holds: one person's, or the one that was chosen.
internal import Console
internal import Reading
internal import Records

struct Patients {
  private let found: ReadingResult
  private let name: String

  init(_ found: ReadingResult, name: String) {
    self.found = found
    self.name = name
  }

  /// The facts about one person. `given` is a number from 1, or the name as the file has it.
  func facts(_ given: String?, _ talk: Talk) throws -> [Fact] {
    guard found.patients.count > 1 else { return found.facts }
    let names = found.patients.map { title($0) }
    if let given {
      if let number = Int(given), found.patients.indices.contains(number - 1) {
        return found.facts(about: number - 1)
      }
      let wanted = given.lowercased()
      let matches = names.indices.filter { names[$0].lowercased().hasPrefix(wanted) }
      guard let first = matches.first, matches.count == 1 else {
        throw Problem.noSuchPatient(given, count: names.count)
      }
      return found.facts(about: first)
    }
    guard talk.terminal.settings.canAsk else {
      throw Problem.severalPatients(names.count, of: name)
    }
    talk.terminal.explain("This file is about several people. A vault is about one.")
    let shown = zip(names, found.patients).map { "\($0), \($1.factCount) records" }
    let choice = try Prompt(talk.terminal).choice("Which one?", shown, flag: "patient")
    return found.facts(about: choice)
  }

  private func title(_ patient: PatientFound) -> String {
    let record = found.facts.first { $0.record.id == patient.record }?.record
    guard let record else { return "a person without a name" }
    return [record.words("name"), record.words("born").map { "born \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
  }
}
