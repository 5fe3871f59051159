// swift-tools-version: 6.2
import PackageDescription

// Only `tools/docs` needs it: whoever builds or uses Kesi does not fetch it.
let documentation: [Package.Dependency] =
  Context.environment["KESI_DOCS"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

let package = Package(
  name: "kesi",
  products: [
    .executable(name: "kesi", targets: ["kesi"]),
    .library(name: "KesiMatrix", targets: ["KesiMatrix"]),
    .library(name: "KesiMeasures", targets: ["KesiMeasures"]),
    .library(name: "KesiNetwork", targets: ["KesiNetwork"]),
    .library(name: "KesiFormats", targets: ["KesiFormats"]),
    .library(name: "KesiCluster", targets: ["KesiCluster"]),
    .library(name: "KesiConsortium", targets: ["KesiConsortium"]),
    .library(name: "KesiResults", targets: ["KesiResults"]),
    .library(name: "KesiDrawing", targets: ["KesiDrawing"]),
    .library(name: "KesiReport", targets: ["KesiReport"]),
    .library(name: "KesiSpark", targets: ["KesiSpark"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ] + documentation,
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .systemLibrary(
      name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CClp", providers: [.apt(["coinor-libclp-dev"])]),
    .target(name: "KesiMatrix"),
    .target(name: "KesiMeasures", dependencies: ["KesiMatrix"]),
    .target(name: "KesiNetwork", dependencies: ["KesiMatrix"]),
    .target(
      name: "KesiFormats",
      dependencies: [
        "KesiMatrix", "KesiNetwork", "CExpat", "CSQLite", "CZip", "CZlib", "CMessageDigest", "CXlsxWriter", "Yams",
      ]),
    .target(name: "KesiCluster", dependencies: ["KesiMatrix", "KesiMeasures", "KesiNetwork"]),
    .target(
      name: "KesiConsortium",
      dependencies: ["KesiMatrix", "KesiMeasures", "KesiNetwork", "KesiCluster", "CClp"]),
    .target(
      name: "KesiResults",
      dependencies: ["KesiMatrix", "KesiMeasures", "KesiNetwork", "KesiFormats", "KesiCluster", "KesiConsortium"]),
    .target(
      name: "KesiDrawing",
      dependencies: [
        "KesiMatrix", "KesiMeasures", "KesiNetwork", "KesiCluster", "KesiConsortium", "CGraphviz", "CFontconfig",
      ]),
    .target(
      name: "KesiReport",
      dependencies: [
        "KesiMatrix", "KesiNetwork", "KesiFormats", "KesiCluster", "KesiConsortium", "KesiResults", "KesiDrawing",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Page"), .embedInCode("Document")]),
    .target(
      name: "KesiSpark", dependencies: ["KesiMatrix", "KesiNetwork", "KesiFormats", "KesiCluster"],
      resources: [.embedInCode("Job")]),
    .executableTarget(
      name: "kesi",
      dependencies: [
        "KesiMatrix", "KesiMeasures", "KesiNetwork", "KesiFormats", "KesiCluster", "KesiConsortium", "KesiResults",
        "KesiDrawing", "KesiReport", "KesiSpark",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "KesiTestSupport", dependencies: ["KesiNetwork", "KesiFormats"], path: "Tests/KesiTestSupport"),
    .testTarget(name: "KesiMatrixTests", dependencies: ["KesiMatrix", "KesiTestSupport"]),
    .testTarget(
      name: "KesiMeasuresTests", dependencies: ["KesiMeasures", "KesiCluster", "KesiTestSupport"],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "KesiNetworkTests", dependencies: ["KesiNetwork", "KesiTestSupport"]),
    .testTarget(
      name: "KesiFormatsTests",
      dependencies: ["KesiFormats", "KesiCluster", "KesiResults", "KesiTestSupport", "CSQLite", "CZip", "CZlib"],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "KesiClusterTests", dependencies: ["KesiCluster", "KesiFormats", "KesiTestSupport"]),
    .testTarget(
      name: "KesiConsortiumTests", dependencies: ["KesiConsortium", "KesiFormats", "KesiTestSupport"],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "KesiResultsTests", dependencies: ["KesiResults", "KesiTestSupport"]),
    .testTarget(name: "KesiDrawingTests", dependencies: ["KesiDrawing", "KesiFormats", "KesiTestSupport"]),
    .testTarget(name: "KesiReportTests", dependencies: ["KesiReport", "KesiTestSupport"]),
    .testTarget(name: "KesiSparkTests", dependencies: ["KesiSpark", "KesiTestSupport"]),
    .testTarget(name: "KesiCLITests", dependencies: ["kesi"]),
  ],
  swiftLanguageModes: [.v6]
)
