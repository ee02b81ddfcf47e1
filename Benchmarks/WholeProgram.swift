/// The program itself beside a named reference: an import beside `jq`, and a long list.
///
/// The passphrase is derived with the least cost that the format allows, and what remains of it is
/// measured on an empty vault and taken off, so that the figures are without the derivation.
internal import Foundation

struct WholeProgram {
  let program: String
  let folder: String
  let rounds: Int

  private var vault: String { folder + "/bench.vault" }
  private var passphrase: String { folder + "/passphrase" }

  init(program: String, folder: String, rounds: Int = 7) throws {
    self.program = program
    self.folder = folder
    self.rounds = rounds
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("for the benchmark only\n".utf8).write(to: URL(fileURLWithPath: passphrase))
  }

  /// Imports the file into a new vault, and lets `jq` read and print it.
  func importing(_ file: String, patient: String? = nil) throws {
    let opening = try median { try openTime() }
    var peak = 0
    let ours = try median {
      try makeVault()
      let more = patient.map { ["--patient", $0] } ?? []
      let child = try run(["import", file, "--yes", "--json"] + more)
      peak = max(peak, child.peak)
      return child.seconds
    }
    let theirs = try median { try Child(["jq", ".", file]).seconds }
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    let net = ours - opening
    print("import, \(megabytes(size))")
    print("  netvault \(ms(ours)), of it opening the vault \(ms(opening))")
    print("  without the key derivation \(ms(net)), jq \(ms(theirs)), ratio \(ratio(net, theirs))")
    print("  peak memory \(megabytes(peak))")
  }

  /// Lists a vault of many results.
  func listing(_ count: Int) throws {
    let opening = try median { try openTime() }
    try makeVault()
    let file = folder + "/many.ndjson"
    try Data(observations(count).utf8).write(to: URL(fileURLWithPath: file))
    _ = try run(["import", file, "--yes", "--json"])
    let ours = try median { try run(["list"]).seconds }
    let json = try median { try run(["list", "--json"]).seconds }
    print("list, \(count) records")
    print("  netvault \(ms(ours)), without opening \(ms(ours - opening))")
    print("  with --json \(ms(json)), without opening \(ms(json - opening))")
    guard try run(["unlock", "--for", "15m", "--no-input"]).status == 0 else {
      print("  unlocked: this computer keeps no key ring")
      return
    }
    defer { _ = try? run(["lock"]) }
    let unlocked = try median { try Child([program, "--vault", vault, "list"]).seconds }
    let start = try median { try Child([program, "--version"]).seconds }
    print("  unlocked \(ms(unlocked)), without the start of the program \(ms(unlocked - start))")
  }

  /// What deriving the key and opening an empty vault takes, less the start of the program.
  private func openTime() throws -> Double {
    try makeVault()
    let empty = try run(["list"]).seconds
    let start = try Child([program, "--version"]).seconds
    return empty - start
  }

  private func makeVault() throws {
    try? FileManager.default.removeItem(atPath: vault)
    _ = try run(["init", "--name", "Bench", "--no-input", "--kdf-cost", "14"])
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> Child {
    try Child([program, "--vault", vault, "--passphrase-file", passphrase] + arguments)
  }

  private func observations(_ count: Int) -> String {
    var text = ""
    for index in 0..<count {
      let day = 10 + index % 18
      let month = 10 + index % 3
      text +=
        #"{"resourceType":"Observation","id":"o\#(index)","status":"final","category":[{"coding":[{"#
        + #""system":"http://terminology.hl7.org/CodeSystem/observation-category","#
        + #""code":"laboratory"}]}],"code":{"text":"Test \#(index % 40)"},"#
        + #""effectiveDateTime":"20\#(10 + index % 15)-\#(month)-\#(day)","#
        + #""valueQuantity":{"value":\#(index % 500).5,"unit":"ng/mL"}}"# + "\n"
    }
    return text
  }

  private func median(_ measure: () throws -> Double) rethrows -> Double {
    var all: [Double] = []
    for _ in 0..<rounds { all.append(try measure()) }
    return all.sorted()[rounds / 2]
  }

  private func ms(_ seconds: Double) -> String { String(format: "%.0f ms", seconds * 1000) }
  private func megabytes(_ bytes: Int) -> String { String(format: "%.1f MB", Double(bytes) / 1e6) }
  private func ratio(_ ours: Double, _ theirs: Double) -> String {
    String(format: "%.2f", ours / theirs)
  }
}
