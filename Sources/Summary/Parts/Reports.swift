internal import Records

/// Pathology and scans: the sentence from the report, quoted, with its date, number and place.
extension Facts {
  func pathologyLines() -> [Line] {
    newest(.pathology).map { report in
      let text = [
        report.plainName.capital, report.said("number", "report"), report.said("specimen"),
        report.said("laboratory"), report.said("who"), report.said("markers", "markers:"),
        report.said("members", max: 160),
        report.said("conclusion", max: 480)?.quoted ?? "no conclusion kept",
      ].joinedWords(", ")
      return Line(.pathology, [report.dateColumn, text], from: [report])
    }
  }

  func scanLines() -> [Line] {
    newest(.imaging).map { scan in
      let region = scan.said("region").flatMap {
        scan.plainName.lowercased().contains($0.lowercased()) ? nil : $0
      }
      let text = [
        scan.plainName.capital, region, scan.said("contrast"), scan.said("tracer"),
        scan.said("place"), scan.said("comparedWith", "compared with"),
        scan.said("conclusion", max: 320)?.quoted ?? "no report kept",
        scan.said("imagesAt", "images:"), scan.said("radiationDose", "dose", max: 40),
      ].joinedWords(", ")
      return Line(.imaging, [scan.dateColumn, text], from: [scan])
    }
  }
}
