// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "kesi", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: [
        .product(name: "KesiMatrix", package: "kesi"), .product(name: "KesiNetwork", package: "kesi"),
        .product(name: "KesiFormats", package: "kesi"),
      ],
      path: "Sources",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ],
  swiftLanguageModes: [.v6]
)
