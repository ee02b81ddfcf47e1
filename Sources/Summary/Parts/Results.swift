internal import CarePlan
internal import Codes
internal import Records

/// Laboratory values as printed: tumor markers with their last six, of the others the latest.
extension Facts {
  /// Tests in their order on the page. Stage and pathology values stand with the diagnosis.
  var series: [ResultSeries] {
    let staging = Set(
      newest(.result).filter { record in
        record.coded("name")?.codings.contains { coding in
          guard let system = coding.system, let code = coding.code else { return false }
          let group = CodeTable.shared.group(of: system, code)
          return group == .tnmStage || group == .pathologyTest
        } ?? false
      }.map(\.id))
    return ResultSeries.all(
      in: newest(.result).filter { record in
        !staging.contains(record.id) && valueWords(record) != nil
      })
  }

  func resultLines() -> [Line] {
    series.filter { $0.rank != .survey }.enumerated().flatMap { place, series in
      let isMarker = series.rank == .tumorMarker
      return series.records.prefix(Self.valuesOfATest).enumerated().map { index, result in
        var line = resultLine(result, step: isMarker && index == 0 ? Trend.step(series) : nil)
        // Six values of a marker matter as much as six other tests; older values come last.
        line.turn = isMarker ? index : index == 0 ? place : Self.last + index
        return line
      }
    }
  }

  /// How many values of one test are given at most.
  static let valuesOfATest = 6
  /// A turn after all others.
  private static let last = 1_000

  private func resultLine(_ result: Record, step: String?) -> Line {
    let name = result.plainName.capital
    let value = [valueWords(result), result.mark, step].joinedWords(", ")
    let range = result.said("range", max: 60) ?? "none printed"
    let laboratory = result.said("laboratory", max: 60) ?? "not named"
    let notes = [result.said("specimen", max: 40), result.said("preparation", max: 60)]
      .joinedWords(", ")
    let test = notes.isEmpty ? name : "\(name) (\(notes))"
    return Line(
      .result, [test, value, range, result.dateColumn, laboratory],
      sentence:
        "\(result.dateColumn): \(test) \(value); range: \(range); laboratory: \(laboratory)",
      from: [result])
  }

  /// The value with its unit, as printed; nil for a result that has none.
  func valueWords(_ result: Record) -> String? {
    let parts = result.list("parts").map(\.words).joined(separator: ", ").short(160)
    let words = [
      result.quantity("value").map { $0.printed.short(60) }, result.said("finding", max: 120),
      parts,
      result.said("conclusion", max: 200)?.quoted,
    ].joinedWords(", ")
    return words.isEmpty ? nil : words
  }

  /// The vital signs, each with its newest values.
  func vitalLines() -> [Line] {
    let series = ResultSeries.all(in: newest(.vitalSign).filter { vitalWords($0) != nil })
      .sorted { ($0.records[0].sortDay, $1.name) > ($1.records[0].sortDay, $0.name) }
    return series.enumerated().flatMap { place, series in
      series.records.prefix(Self.valuesOfATest).enumerated().map { index, vital in
        var line = vitalLine(vital)
        line.turn = index == 0 ? 2 + place : Self.last + index
        return line
      }
    }
  }

  private func vitalLine(_ vital: Record) -> Line {
    let name = vital.plainName.capital
    let value = vitalWords(vital) ?? ""
    let range = vital.said("range", max: 60) ?? ""
    return Line(
      .vitalSign, [name, value, range, vital.dateColumn, vital.said("who", max: 60) ?? ""],
      sentence: "\(vital.dateColumn): \(name) \(value)", from: [vital])
  }

  func vitalWords(_ vital: Record) -> String? {
    [valueWords(vital), vital.mark].joinedWords(", ").nilIfEmpty
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
