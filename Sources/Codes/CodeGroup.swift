/// What a code means to netvault. The raw value is the first column of `codes.tsv`.
package enum CodeGroup: String, CaseIterable, Sendable, Hashable {
  // Illnesses.
  case lungNET = "lung-net"
  case neuroendocrineTumor = "neuroendocrine-tumor"
  case neuroendocrineCarcinoma = "neuroendocrine-carcinoma"
  case netHistology = "net-histology"
  case netSpread = "net-spread"
  case lungCancer = "lung-cancer"
  case cancerSpread = "cancer-spread"
  case cancerHistory = "cancer-history"
  case cancerClass = "cancer-class"
  case carcinoidSyndrome = "carcinoid-syndrome"
  case men1
  case lateEffect = "late-effect"
  case problemCategory = "problem-category"

  // Where.
  case bodySite = "body-site"
  case side

  // Staging and pathology.
  case tnmStage = "tnm-stage"
  case tnmValue = "tnm-value"
  case stagingMethod = "staging-method"
  case histologicGrade = "histologic-grade"
  case pathologyTest = "pathology-test"

  // Tests and scans.
  case tumorMarker = "tumor-marker"
  case diseaseStatus = "disease-status"
  case performanceStatus = "performance-status"
  case scan
  case tracer

  // Treatments. Where a kind of treatment has the same name, it is that kind.
  case cancerSurgery = "cancer-surgery"
  case somatostatinAnalog = "somatostatin-analog"
  case cancerDrug = "cancer-drug"
  case chemotherapy
  case prrt
  case radiotherapy
  case ablation
  case embolization
  case investigation
  case treatmentGoal = "treatment-goal"
  case stopReason = "stop-reason"

  // Habits.
  case tobaccoTest = "tobacco-test"
  case tobaccoStatus = "tobacco-status"
  case alcoholTest = "alcohol-test"

  // Answers and documents.
  case noKnown = "no-known"
  case noInformation = "no-information"
  case summaryDocument = "summary-document"
  case summarySection = "summary-section"
}
