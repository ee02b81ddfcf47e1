import Foundation

/// `benchmarks sealed [page size] [pairs]`: see SealedVersusPlain.swift.
let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "sealed":
  let numbers = arguments.dropFirst().compactMap { UInt32($0) }
  let folder = FileManager.default.currentDirectoryPath + "/.build/benchmark"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  try SealedVersusPlain(
    rows: 100_000, commits: 2000, pairs: Int(numbers.dropFirst().first ?? 5),
    pageSize: numbers.first ?? 4096, folder: folder
  ).run()
default:
  print("usage: benchmarks sealed [page size] [pairs]")
}
