// swift-tools-version: 6.2
// netvault: one program, one target a module. Who may import whom is written
// here and in Documentation/architecture.md, and checked by the build.
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]
let strictC: [CSetting] = [
  .enableWarning("all"),
  .enableWarning("extra"),
  .enableWarning("conversion"),
  .treatAllWarnings(as: .error),
]

/// The SQL access, migrations and full-text search that netvault does not write itself.
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// Commands, flags, help and completions.
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
/// The page template, with escaping on by default.
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
/// Runs the person's editor and pager.
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

func module(
  _ name: String, uses dependencies: [Target.Dependency], resources: [Resource] = [],
  path: String? = nil, exclude: [String] = [], linking libraries: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude, resources: resources,
    swiftSettings: strict, linkerSettings: libraries.map { .linkedLibrary($0) })
}

func tests(
  _ name: String, uses dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "netvault",
  products: [.executable(name: "netvault", targets: ["netvault"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CExif", pkgConfig: "libexif", providers: [.apt(["libexif-dev"])]),
    .systemLibrary(name: "CYAJL", pkgConfig: "yajl", providers: [.apt(["libyajl-dev"])]),
    .target(name: "CPageLog", dependencies: ["COpenSSL", "CSQLite"], cSettings: strictC),
    // ICU comes with Foundation; its module map does not say what to link.
    module(
      "Sealing", uses: ["CPageLog", "COpenSSL", "CSQLite"],
      resources: [.embedInCode("recovery-words.txt")], linking: ["_FoundationICU"]),
    module("JSON", uses: ["CYAJL"]),
    module("Codes", uses: [], resources: [.embedInCode("codes.tsv")]),
    module("Records", uses: ["Codes", "JSON"]),
    module(
      "Schema", uses: [],
      resources: [.embedInCode("create_v1.sql"), .embedInCode("update_v2.sql")], path: "Schema",
      exclude: ["export.schema.json"]),
    module("Vault", uses: ["Sealing", "Records", "Schema", "JSON", "COpenSSL", grdb]),
    module("Reading", uses: ["Records", "Codes", "JSON", "CExif"]),
    module(
      "Practice", uses: ["Records", "JSON"], resources: [.embedInCode("story.json")]),
    module(
      "CarePlan", uses: ["Records", "Codes"],
      resources: [
        .embedInCode("influences.tsv"), .embedInCode("questions.tsv"),
        .embedInCode("checklists.tsv"), .embedInCode("follow-up-rules.tsv"),
        .embedInCode("insurance-clocks.tsv"), .embedInCode("yearly-limits.tsv"),
        .embedInCode("screening.tsv"), .embedInCode("late-effects.tsv"), .embedInCode("signs.tsv"),
        .embedInCode("helplines.tsv"), .embedInCode("concerns.tsv"), .embedInCode("advice.tsv"),
      ]),
    module(
      "Summary", uses: ["Records", "Codes", "CarePlan"],
      resources: [.embedInCode("plan-fields.tsv")]),
    module(
      "Writing", uses: ["Summary", "CarePlan", "Records", "Codes", "JSON", mustache],
      resources: [
        .embedInCode("page.mustache"), .embedInCode("handout.mustache"),
        .embedInCode("plan.mustache"),
      ]),
    module(
      "Console", uses: ["Records", "JSON", subprocess],
      resources: [.embedInCode("glossary.tsv")]),
    .executableTarget(
      name: "netvault",
      dependencies: [
        "Sealing", "JSON", "Codes", "Records", "Vault", "Reading", "Practice", "CarePlan",
        "Summary", "Writing", "Console", argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "CPageLog", "Sealing", "Records", "Vault", "Reading", "CarePlan", "JSON", grdb,
      ],
      path: "Benchmarks", swiftSettings: strict),
    // What several suites share: chance that can be repeated, and how much is tried.
    module("TestSupport", uses: [], path: "Tests/TestSupport"),
    // What KillTests kills while it writes.
    module("KillStory", uses: ["Records", "Sealing", "Vault"], path: "Tests/KillStory"),
    .executableTarget(
      name: "kill-worker",
      dependencies: ["KillStory", "Sealing", "Vault", "Records", "TestSupport"],
      path: "Tests/KillWorker", swiftSettings: strict),
    tests("KillTests", uses: ["KillStory", "Records", "Sealing", "Vault", "TestSupport"]),
    // What `make fuzz` feeds with anything, and FuzzingTests with what it once found.
    .target(
      name: "Forge", dependencies: ["CPageLog", "COpenSSL"], path: "Tests/Fuzzing/Forge",
      cSettings: strictC),
    module(
      "FuzzTargets", uses: ["Forge", "Sealing", "JSON", "Records", "Reading", "Console"],
      path: "Tests/Fuzzing/Targets"),
    tests("FuzzingTests", uses: ["FuzzTargets"]),
    tests("CPageLogTests", uses: ["CPageLog", "COpenSSL", "CSQLite"]),
    tests(
      "SealingTests", uses: ["Sealing", "CPageLog", "COpenSSL", "CSQLite", "JSON", grdb]),
    .target(
      name: "CFaults", dependencies: ["COpenSSL", "CSQLite"], path: "Tests/CFaults",
      cSettings: strictC),
    tests(
      "TortureTests",
      uses: ["Sealing", "CPageLog", "COpenSSL", "CSQLite", "CFaults", "TestSupport", grdb]),
    tests("JSONTests", uses: ["JSON"]),
    tests("CodesTests", uses: ["Codes"]),
    tests("RecordsTests", uses: ["Records", "JSON", "TestSupport"]),
    tests("SchemaTests", uses: ["Schema", "Records", "Vault", "JSON", grdb]),
    tests(
      "VaultTests",
      uses: ["Vault", "Records", "Sealing", "JSON", "CSQLite", "TestSupport", grdb]),
    tests("ReadingTests", uses: ["Reading", "Records", "JSON"]),
    tests("PracticeTests", uses: ["Practice", "Records", "Codes", "Reading", "JSON"]),
    tests("CarePlanTests", uses: ["CarePlan", "Records", "TestSupport"]),
    tests("SummaryTests", uses: ["Summary", "Records"]),
    tests(
      "WritingTests", uses: ["Writing", "Summary", "CarePlan", "Records", "Codes", "JSON"],
      exclude: ["Snapshots"]),
    tests("ConsoleTests", uses: ["Console", "Records", "JSON", "TestSupport"]),
    tests("ScenarioTests", uses: ["JSON", "Records", "TestSupport"], exclude: ["Snapshots"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings the main function of this one; no other build can link it.
if Context.environment["NETVAULT_FUZZING"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzzing/Driver",
      cSettings: strictC))
}
