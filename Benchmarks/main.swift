internal import Foundation

/// `benchmarks PROGRAM FILE ...`: the vault file beside plain SQLite, what vaults of some size cost,
/// then the program itself with each file beside `jq`. A part alone: see the usage below.
let arguments = Array(CommandLine.arguments.dropFirst())
let folder = FileManager.default.currentDirectoryPath + "/.build/benchmark"
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)

func sealed(_ words: [String]) throws {
  let size = words.compactMap { UInt32($0) }.first ?? 4096
  let works = SealedVersusPlain.Work.allCases.filter { work in
    words.isEmpty || words.contains { work.rawValue.hasSuffix($0) }
  }
  try SealedVersusPlain(rows: 100_000, commits: 2000, rounds: 5, pageSize: size, folder: folder)
    .run(works.isEmpty ? SealedVersusPlain.Work.allCases : works)
}

func part(_ words: [String]) throws {
  guard try Child([Child.itself] + words, isShown: true).status == 0 else {
    throw ChildError.notStarted(words[0])
  }
}

let numbers = VaultNumbers(folder: folder)
if arguments.first == "opening" {
  try numbers.opening(arguments.dropFirst().compactMap { Int($0) })
} else if arguments.first == "editing" {
  try numbers.editing(arguments.dropFirst().compactMap { Int($0) }.first ?? 10_000)
} else if arguments.first == "copying" {
  try numbers.copying(
    files: arguments.dropFirst().compactMap { Int($0) }.first ?? 40,
    program: arguments.dropFirst(2).first)
} else if arguments.first == "everyday", let program = arguments.dropFirst().first {
  let counts = arguments.dropFirst(2).compactMap { Int($0) }
  try Everyday(program: program, folder: folder).run(counts.isEmpty ? [10_000, 100_000] : counts)
} else if arguments.first == "attaching", let program = arguments.dropFirst().first {
  try Attaching(program: program, folder: folder)
    .run(megabytes: arguments.dropFirst(2).compactMap { Int($0) }.first ?? 1024)
} else if arguments.first == "mixed",
  let count = arguments.dropFirst().compactMap({ Int($0) }).first
{
  _ = try MixedVault(in: folder, records: count)
} else if arguments.first == "schedule" {
  try FortyYears().run()
} else if arguments.first == "sealed" {
  try sealed(Array(arguments.dropFirst()))
} else if let program = arguments.first {
  try sealed([])
  try FortyYears().run()
  try numbers.opening([100_000, 1_000_000])
  try numbers.editing(10_000)
  try numbers.copying(files: 40, program: program)
  try part(["attaching", program])
  let whole = try WholeProgram(program: program, folder: folder)
  for file in arguments.dropFirst() {
    // A file about several people is read for the first of them.
    try whole.importing(file, patient: file.contains("merged") ? "1" : nil)
  }
  try whole.listing(10_000)
  try part(["everyday", program])
} else {
  print(
    """
    usage: benchmarks PROGRAM [FILE ...]
           benchmarks sealed [PAGE SIZE] [load|scan|reads|text|commits ...]
           benchmarks schedule
           benchmarks opening COUNT ...
           benchmarks editing COUNT
           benchmarks copying FILES [PROGRAM]
           benchmarks everyday PROGRAM [COUNT ...]
           benchmarks mixed COUNT
           benchmarks attaching PROGRAM [MEGABYTES]
    """)
}
