// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the main one stays light. Run with `swift run -c release --package-path Benchmarks`.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "kesi", path: "..")],
  targets: [
    .executableTarget(
      name: "layouts",
      dependencies: [
        .product(name: "KesiMatrix", package: "kesi"), .product(name: "KesiMeasures", package: "kesi"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
