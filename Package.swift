// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// FLINT 3 holds Arb; before it Arb is a library of its own, with its headers at the top level.
let arbStandsAlone = [
  "/usr/include/arb.h", "/usr/local/include/arb.h", "/opt/homebrew/include/arb.h",
]
.contains { FileManager.default.fileExists(atPath: $0) }

let flint: [LinkerSetting] =
  [.linkedLibrary("flint")] + (arbStandsAlone ? [.linkedLibrary("flint-arb")] : [])

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The library targets in the order of the flow: each may import only those before it.
let libraries: [(name: String, uses: [Target.Dependency], linked: [LinkerSetting])] = [
  ("Diagnostics", [], []),
  ("MatrixCalculus", ["Diagnostics"], []),
  ("Notation", ["Diagnostics", "MatrixCalculus"], []),
  ("Backprop", ["Diagnostics", "MatrixCalculus"], []),
  ("Proof", ["Diagnostics", "MatrixCalculus", "Notation", "Backprop", "CFlint"], flint),
  ("Pages", ["Diagnostics", "CCmarkGFM", "CYAML"], []),
  (
    "Derivations",
    ["Diagnostics", "MatrixCalculus", "Notation", "Backprop", "Proof", "Pages"], []
  ),
  ("Script", ["Diagnostics", "CJavaScriptCore"], []),
  (
    "Site",
    [
      "Diagnostics", "MatrixCalculus", "Notation", "Backprop", "Proof", "Pages", "Derivations",
      "Script",
    ], []
  ),
  ("Preview", ["Diagnostics", "CMicrohttpd"], []),
  ("Terminal", ["Diagnostics", "Proof", "Derivations"], []),
]

let package = Package(
  name: "docgen",
  products: [.executable(name: "docgen", targets: ["docgen"])],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(
      name: "CFlint",
      providers: [.apt(["libflint-dev", "libflint-arb-dev"]), .brew(["flint"])]),
    .systemLibrary(
      name: "CJavaScriptCore", pkgConfig: "javascriptcoregtk-4.1",
      providers: [.apt(["libjavascriptcoregtk-4.1-dev"])]),
    .systemLibrary(
      name: "CMicrohttpd", pkgConfig: "libmicrohttpd",
      providers: [.apt(["libmicrohttpd-dev"]), .brew(["libmicrohttpd"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
  ]
    + libraries.map {
      .target(
        name: $0.name, dependencies: $0.uses, exclude: [],
        resources: $0.name == "Site" ? [.embedInCode("Theme")] : [],
        swiftSettings: strict, linkerSettings: $0.linked)
    }
    + [
      .executableTarget(
        name: "docgen",
        dependencies: libraries.map { .init(stringLiteral: $0.name) },
        swiftSettings: strict),
      .executableTarget(
        name: "Benchmarks",
        dependencies: libraries.map { .init(stringLiteral: $0.name) },
        swiftSettings: strict),
    ]
    + libraries.map {
      .testTarget(
        name: $0.name + "Tests",
        dependencies: libraries.map { .init(stringLiteral: $0.name) },
        exclude: FileManager.default.fileExists(
          atPath: "\(Context.packageDirectory)/Tests/\($0.name)Tests/Goldens")
          ? ["Goldens"] : [],
        swiftSettings: strict)
    }
    + ["docgen", "Benchmarks"].map {
      .testTarget(
        name: $0 + "Tests",
        dependencies: [.init(stringLiteral: $0)]
          + libraries.map { .init(stringLiteral: $0.name) },
        swiftSettings: strict)
    }
)
